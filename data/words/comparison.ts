import { type Measure, measureOf } from '../definitions/measures.ts';
import { formatCount, formatRate } from '../definitions/numbers.ts';
import type { Comparison, ComparisonWord } from '../statistics/benchmark.ts';
import type { Interval } from '../statistics/wilson.ts';
import { bareValue, capital, valueText } from './english.ts';
import type { Figure } from './figure.ts';
import { claimOf, isAllOrNothing, rowSentence, type WordedFigure } from './figureRow.ts';
import { whyNoVariation } from './measure.ts';

/** What a figure is held against, as a sentence names it: "in England", "the median of its peers". */
export interface Benchmark {
  text: string;
  value: number | null;
}

export interface WordedComparison {
  comparison_998: Comparison;
  word: ComparisonWord;
  /** Natural variation of the figure at 95%, in its unit. */
  interval: Interval | null;
}

/** What natural variation is, wherever it first appears. */
export const naturalVariation =
  'Natural variation is how far a figure can lie from its underlying level by chance alone, the further the fewer people it counts: here Wilson’s interval, at 95% and at 99.8%. The figures are full counts, so it is no sampling error.';

/** Why a figure is not compared with a benchmark; null where it is. */
export function whyNotCompared(
  row: Figure & { measure: string },
  benchmark: number | null,
): string | null {
  const { value, marker, numerator, denominator } = row;
  if (value === null) {
    return marker === '[z]' ? 'not in the extracts of that month' : 'not reported';
  }
  const why = whyNoVariation(measureOf(row.measure));
  if (why) return why;
  const counts = `${formatCount(numerator!)} of ${formatCount(denominator!)}`;
  if (numerator! < 0) return `fewer than none are counted (${counts})`;
  if (numerator! > denominator!) return `more are counted than there are (${counts})`;
  return benchmark === null ? 'there is no figure to compare it with' : null;
}

/** A figure beside a benchmark as English; says better, worse, higher or lower only where its whole interval does. */
export function againstSentence(
  row: WordedFigure,
  benchmark: Benchmark,
  { comparison_998, word, interval }: WordedComparison,
): string {
  const { value } = row;
  if (value === null) return rowSentence(row);
  const measure = measureOf(row.measure);
  const said = claimOf({ ...row, value });
  if (benchmark.value === null) {
    return `${said}. There is no figure ${benchmark.text} to compare it with.`;
  }
  const other = valueText(benchmark.value, measure);
  if (isAllOrNothing(row)) {
    return `${said}. ${capital(benchmark.text)} the figure is ${other}; a practice ${measure.counts === 'practices' ? 'does so or does not' : 'offers it to all of its patients or to none'}.`;
  }
  const why = whyNotCompared(row, benchmark.value);
  if (why !== null || interval === null) {
    return `${said}, against ${bareValue(benchmark.value, measure)} ${benchmark.text}. The two are not compared, because ${why}.`;
  }
  const range = rangeText(interval, measure);
  if (word === 'similar') {
    return `${said}. That is similar to the ${other} ${benchmark.text}: its natural variation at 95%, ${range}, reaches it.`;
  }
  const side = value > benchmark.value ? 'above' : 'below';
  const surer = comparison_998 === 'similar' ? 'though not at 99.8%' : 'and so it does at 99.8%';
  const points =
    other === valueText(value, measure)
      ? ` by ${formatRate(Math.abs(value - benchmark.value))} percentage points`
      : '';
  return `${said}. That is ${word} than the ${other} ${benchmark.text}${points}: its natural variation at 95%, ${range}, lies wholly ${side}, ${surer}.`;
}

/** An interval as text; one whose ends read the same when rounded says so. */
function rangeText({ lower, upper }: Interval, measure: Measure): string {
  const [from, to] = [valueText(lower, measure), valueText(upper, measure)];
  return from === to ? `all of it ${from} when rounded` : `${from} to ${to}`;
}
