import type { Measure } from '../definitions/measures.ts';
import { formatMonth } from '../definitions/months.ts';
import { formatRate } from '../definitions/numbers.ts';
import type { Inequality } from '../statistics/inequality.ts';
import { bareValue, changeUnit, uncapital, valueText } from './english.ts';
import { figureSubject } from './measure.ts';

/** What an index of inequality is about; goes wherever one is told. */
const ecologicalCaveat =
  'This compares practices by where their patients live, not single patients.';

interface Fifth {
  group_name: string;
  value: number | null;
}

/** A figure at the practices of the most and of the least deprived of some fifths, as a sentence. */
export function fifthsSentence(
  fifths: readonly Fifth[],
  measure: Measure,
  where: string,
  period: string,
): string {
  const known = fifths.filter(({ value }) => value !== null);
  const [most, least] = [known[0]!, known.at(-1)!];
  const value = ({ value }: Fifth) => valueText(value!, measure);
  const named = ({ group_name }: Fifth) => `the ${uncapital(group_name)} of practices ${where}`;
  return `In ${formatMonth(period)}, ${value(most)} of patients at ${named(most)} ${measure.phrase}, and ${value(least)} at the ${uncapital(least.group_name)}.`;
}

/** How a figure runs from the most to the least deprived end of a place, in two sentences. */
export function inequalitySentence(
  { atMostDeprived, atLeastDeprived, slope, slopeInterval }: Inequality,
  measure: Measure,
  where: string,
  period: string,
): string {
  const end = (value: number) => bareValue(Math.max(0, value), measure);
  const size = (value: number) => formatRate(Math.abs(value));
  const { lower, upper } = slopeInterval;
  const [near, far] = [lower, upper].sort((a, b) => Math.abs(a) - Math.abs(b));
  const subject = figureSubject(measure, where);
  const said =
    lower > 0 || upper < 0
      ? `${subject} ran from ${end(atMostDeprived)} at the most deprived end to ${end(atLeastDeprived)} at the least deprived, a gap of ${size(slope)} ${changeUnit(measure)} (95% confidence interval ${size(near!)} to ${size(far!)})`
      : `practices do not show whether ${subject} was higher at the most or the least deprived end`;
  return `In ${formatMonth(period)}, ${said}. ${ecologicalCaveat}`;
}
