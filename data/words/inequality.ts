import type { Measure } from '../definitions/measures.ts';
import { formatMonth } from '../definitions/months.ts';
import { formatCount, formatRate } from '../definitions/numbers.ts';
import type { Inequality } from '../statistics/inequality.ts';
import { fewestPlaces } from '../statistics/verdict.ts';
import { bareValue, changeUnit, counted, uncapital, valueText } from './english.ts';
import { figureSubject } from './measure.ts';

/** What an index of inequality is about; shown wherever one is given. */
export const ecologicalCaveat =
  'This compares practices by where their patients live, not single patients.';

interface Fifth {
  group_name: string;
  practices: number;
  value: number | null;
}

/** With fewer practices than this, fifths reflect the practices themselves more than their patients' deprivation. */
const fewPractices = 10;

/** Whether either end of some fifths has so few practices. */
export const areFew = (fifths: readonly { practices: number }[]): boolean =>
  fifths.length > 0 && Math.min(fifths[0]!.practices, fifths.at(-1)!.practices) < fewPractices;

/** What to say then. */
export const fewSay = 'So few practices say little about deprivation.';

/** What fifths are, as a note. */
export const fifthsAre =
  'Fifths are of all practices in England, by how deprived the places are that their patients live in.';

/**
 * A figure at the practices of some fifths of all practices in England, from the most to the least deprived, as a
 * sentence; for an area with the number of its own practices in them.
 */
export function fifthsSentence(
  fifths: readonly Fifth[],
  measure: Measure,
  where: string,
  period: string,
): string {
  const known = fifths.filter(({ value }) => value !== null);
  const [most, least] = [known[0]!, known.at(-1)!];
  const value = ({ value }: Fifth) => valueText(value!, measure);
  const fifth = ({ group_name }: Fifth) => uncapital(group_name);
  const month = formatMonth(period);
  if (where === 'in England') {
    return `In ${month}, ${value(most)} of patients at the ${fifth(most)} of practices in England ${measure.phrase}, and ${value(least)} at the ${fifth(least)}.`;
  }
  const own = counted(most.practices, 'practice');
  const said = `In ${month}, ${value(most)} of patients at the ${own} ${where} that ${most.practices === 1 ? 'is' : 'are'} in England’s ${fifth(most)} ${measure.phrase}, and ${value(least)} at the ${formatCount(least.practices)} in the ${fifth(least)}.`;
  return areFew(known) ? `${said} ${fewSay}` : said;
}

/** The same in one line, with the number of practices and what they can say if it is small. */
export function fifthsInBrief(fifths: readonly Fifth[], measure: Measure): string {
  const known = fifths.filter(({ value }) => value !== null);
  const [most, least] = [known[0]!, known.at(-1)!];
  const isFew = areFew(known);
  const told = ({ group_name, practices, value }: Fifth, of: string) =>
    `${bareValue(value!, measure)} ${isFew ? `at ${counted(practices, 'practice')} ` : ''}in the ${uncapital(group_name)}${of}`;
  const said = `${told(most, isFew ? '' : ' of practices')}, ${told(least, '')}.`;
  return isFew ? `${said} ${fewSay}` : said;
}

/**
 * How a figure changes from the most to the least deprived end of a place, in two sentences. Of few practices nothing
 * is claimed: where there is no gap, intervals from 3 of them say there is one in 4 of 10 cases, from 20 in 1 of 10.
 */
export function inequalitySentence(
  { groups, atMostDeprived, atLeastDeprived, slope, slopeInterval }: Inequality,
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
    groups < fewestPlaces
      ? `${formatCount(groups)} practices with a score are too few to show whether ${subject} was higher at the most or the least deprived end`
      : lower > 0 || upper < 0
        ? `by a straight line through the practices ${subject} ran from ${end(atMostDeprived)} at the most deprived end to ${end(atLeastDeprived)} at the least deprived, a gap of ${size(slope)} ${changeUnit(measure)} (95% confidence interval ${size(near!)} to ${size(far!)})`
        : `practices do not show whether ${subject} was higher at the most or the least deprived end`;
  return `In ${formatMonth(period)}, ${said}. ${ecologicalCaveat}`;
}
