import type { LevelId } from '../definitions/levels.ts';
import { measureOf } from '../definitions/measures.ts';
import { formatCount, formatRate } from '../definitions/numbers.ts';
import type { Verdict } from '../statistics/verdict.ts';
import type { Interval } from '../statistics/wilson.ts';
import { bareValue, capital, valueText } from './english.ts';
import type { Figure } from './figure.ts';
import { claimOf, isAllOrNothing, rowSentence, type WordedFigure } from './figureRow.ts';
import { intervalName } from './interval.ts';
import { whyNoInterval } from './measure.ts';
import { manyOf } from './places.ts';
import { placeAmong, type Rank } from './verdict.ts';

/** What a figure is compared with, as a sentence names it. */
export interface Benchmark {
  /** Without the figure's own place: "in the rest of England", "at the median of …". */
  text: string;
  /** With it: "in England". Null for the median of its peers. */
  whole: string | null;
  /** Without the figure's own place, in the unit. */
  rest: number | null;
}

export interface WordedComparison {
  verdict: Verdict;
  /** Why there is no verdict; null if there is one. */
  reason: string | null;
  /** Confidence interval of the figure at 95%, in its unit. */
  interval: Interval | null;
  /** Its rank among similar places, and how many of them are lower; null if none is given. */
  among: (Rank & { below: number }) | null;
}

/** Why a figure cannot be compared with a benchmark; null if it can. */
export function whyNotCompared(
  row: Figure & { measure: string },
  benchmark: number | null,
): string | null {
  const { value, marker, numerator, denominator } = row;
  if (value === null) {
    return marker === '[z]' ? 'not in the extracts of that month' : 'not reported';
  }
  const why = whyNoInterval(measureOf(row.measure));
  if (why) return why;
  const counts = `${formatCount(numerator!)} of ${formatCount(denominator!)}`;
  if (numerator! < 0) return `fewer than none are counted, ${counts}`;
  if (numerator! > denominator!) return `more are counted than there are, ${counts}`;
  return benchmark === null ? 'there is no figure to compare it with' : null;
}

/**
 * Why there is no verdict on what one practice decides for all of its patients; used for practices and for patients.
 */
export const decides = 'a practice either offers it or does not';

/**
 * A figure against a benchmark, as English: both values, the verdict if there is one, and the rank among similar
 * places. It never suggests a difference without a verdict.
 */
export function againstSentence(
  row: WordedFigure,
  benchmark: Benchmark,
  compared: WordedComparison,
): string {
  const { value } = row;
  if (value === null) return rowSentence(row);
  const measure = measureOf(row.measure);
  const said = claimOf({ ...row, value });
  if (benchmark.rest === null) {
    return `${said}. There is no figure ${benchmark.text} to compare it with.`;
  }
  const other = valueText(benchmark.rest, measure);
  if (isAllOrNothing(row)) return `${said}. ${capital(benchmark.text)} the figure is ${other}.`;
  const against = `${said}, against ${bareValue(benchmark.rest, measure)} ${benchmark.text}`;
  const why = whyNotCompared(row, benchmark.rest);
  if (why !== null) return `${against}. The two are not compared, because ${why}.`;
  return [
    `${said}${sideText(row, value, benchmark, compared) ?? whyText(row, other, benchmark, compared)}.`,
    standing(row, benchmark, compared),
  ]
    .filter(Boolean)
    .join(' ');
}

/** The difference that a verdict states, to follow a claim; null if it states none. */
function sideText(
  row: WordedFigure,
  value: number,
  benchmark: Benchmark,
  { verdict, interval }: WordedComparison,
): string | null {
  const measure = measureOf(row.measure);
  const other = valueText(benchmark.rest!, measure);
  if (verdict === 'about the same') return `, about the same as the ${other} ${benchmark.text}`;
  if (verdict !== 'higher' && verdict !== 'lower') return null;
  const points =
    other === valueText(value, measure)
      ? ` by ${formatRate(Math.abs(value - benchmark.rest!))} percentage points`
      : '';
  const how =
    row.level === 'practice'
      ? interval && ` (${intervalName}: ${rangeText(interval, measure)})`
      : `, beyond what is usual for ${manyOf(row.level)} of its size`;
  return `, ${verdict} than the ${other} ${benchmark.text}${points}${how ?? ''}`;
}

/** Both values and why there is no verdict, to follow a claim. */
function whyText(
  row: WordedFigure,
  other: string,
  benchmark: Benchmark,
  { reason, interval }: WordedComparison,
): string {
  const measure = measureOf(row.measure);
  const range =
    row.level === 'practice' && interval
      ? ` (${intervalName}: ${rangeText(interval, measure)})`
      : '';
  return `${range}, against ${other} ${benchmark.text}: ${reason}`;
}

/** A figure's rank in its level, or among similar practices, as a sentence; empty if none is given. */
function standing({ level }: WordedFigure, { whole }: Benchmark, { among }: WordedComparison) {
  if (!among || among.places < 2) return '';
  if (whole === null) return `It is ${higherThan(among.below, among.places - 1)}.`;
  return `It is ${placeAmong(among, level as LevelId)} ${whole}.`;
}

/** A rank among peers: "higher than 19 of 30". */
export function higherThan(below: number, others: number): string {
  if (below === 0) return `higher than none of ${formatCount(others)}`;
  return `higher than ${below === others ? 'all' : `${formatCount(below)} of`} ${formatCount(others)}`;
}

/** An interval as text; says so if both ends look the same when rounded. */
function rangeText({ lower, upper }: Interval, measure: Parameters<typeof valueText>[1]): string {
  const [from, to] = [valueText(lower, measure), valueText(upper, measure)];
  return from === to ? `all of it ${from} when rounded` : `${from} to ${to}`;
}
