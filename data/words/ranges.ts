import type { Measure } from '../definitions/measures.ts';
import { formatMonth } from '../definitions/months.ts';
import { formatCount } from '../definitions/numbers.ts';
import { allOf, atPlaceIn, bareValue, capital, placeText, valueText } from './english.ts';
import { claim, type Figure } from './figure.ts';
import { figureSubject } from './measure.ts';
import { manyOf, type ValuedPlace } from './places.ts';

type Valued = ValuedPlace & Pick<Figure, 'numerator' | 'denominator'>;

/**
 * Where a value is among places in a month: at the one that has it, or in how many of them: "in 130 of 195 CCGs",
 * followed by where they are.
 */
export function whereIs(
  value: number,
  places: readonly ValuedPlace[],
  period: string,
  where = '',
): string {
  const there = places.filter((place) => place.value === value);
  const [{ level, name }] = there as [ValuedPlace];
  if (there.length === 1) return atPlaceIn(period, level, name);
  const alike = places.every((place) => place.level === level);
  const many = alike ? manyOf(level) : 'places';
  const of = `${formatCount(there.length)} of ${formatCount(places.length)} ${many}`;
  return [alike && level === 'practice' ? 'at' : 'in', of, where].filter(Boolean).join(' ');
}

/** A place that others are compared with, within a sentence: "England as a whole", "Elm Road Surgery". */
const benchmarkText = ({ level, name }: ValuedPlace): string =>
  `${placeText(level, name)}${level === 'practice' ? '' : ' as a whole'}`;

/** The figure of a place that others are compared with, as a sentence: "England as a whole is at 4.5%." */
export const benchmarkSentence = (benchmark: ValuedPlace, measure: Measure): string =>
  `${capital(benchmarkText(benchmark))} is at ${valueText(benchmark.value, measure)}.`;

/**
 * How places of a level differ: areas by name from lowest to highest, practices by how many are above the benchmark,
 * without names.
 */
export function rangeSentence(
  measure: Measure,
  known: readonly Valued[],
  { period, where, benchmark }: { period: string; where: string; benchmark: ValuedPlace | null },
): string {
  const month = formatMonth(period);
  const inOrder = [...known].sort((a, b) => a.value - b.value);
  const [low, high] = [inOrder[0], inOrder.at(-1)];
  if (!low || !high) return `For ${month} no figure was reported ${where}.`;
  const all = benchmark ? ` ${benchmarkSentence(benchmark, measure)}` : '';
  if (low === high) {
    return `${claim(low, measure, atPlaceIn(period, low.level, low.name), period)}.${all}`;
  }
  if (low.level === 'practice' && benchmark) {
    const more = known.filter(({ value }) => value > benchmark.value).length;
    return `In ${month}, ${more ? formatCount(more) : 'none'} of ${formatCount(known.length)} practices ${where} ${more === 1 ? 'is' : 'are'} above ${benchmarkText(benchmark)} (${valueText(benchmark.value, measure)}) in ${figureSubject(measure)}.`;
  }
  const those = `${manyOf(low.level)} ${where}`;
  if (low.value === high.value) {
    return `In ${month}, ${figureSubject(measure)} is ${valueText(high.value, measure)} in ${allOf(known.length)} ${those}.${all}`;
  }
  const many = `${formatCount(known.length)} ${those}`;
  const from = `${bareValue(low.value, measure)} ${whereIs(low.value, known, period, where)}`;
  const to = `${valueText(high.value, measure)} ${whereIs(high.value, known, period, where)}`;
  const among = [from, to].some((end) => end.endsWith(many)) ? '' : ` among ${many}`;
  return `In ${month}, ${figureSubject(measure)} ranges from ${from} to ${to}${among}.${all}`;
}
