import type { Measure } from '../definitions/measures.ts';
import { formatMonth } from '../definitions/months.ts';
import { formatPercent, whole } from '../definitions/numbers.ts';
import { figureSubject } from './measure.ts';

/** The share of all differences between practices that is found within each level, in percent. */
export interface WhereDifferencesLie {
  /** Between practices of the same CCG. */
  practice: number;
  ccg: number;
}

/** A share of differences in whole percents, except the smallest. */
export const shareOfDifferences = (share: number): string =>
  share === 0
    ? 'none'
    : share < 0.5
      ? 'under 1%'
      : share < 10
        ? formatPercent(share)
        : `${whole(share)}%`;

/** Where most of the differences are, as a heading. */
export const differencesHeadline = ({ practice, ccg }: WhereDifferencesLie): string =>
  practice >= ccg
    ? `${shareOfDifferences(practice)} of the difference is between practices of the same CCG`
    : `${shareOfDifferences(ccg)} of the difference is between CCGs`;

/** Where the differences between practices are, in a sentence. */
export function varianceSentence(
  { practice, ccg }: WhereDifferencesLie,
  measure: Measure,
  period: string,
): string {
  const share = (size: number) => `${whole(size)}%`;
  return `In ${formatMonth(period)}, ${share(practice)} of the differences between practices in ${figureSubject(measure)} were between practices of the same CCG, and ${share(ccg)} were between CCGs.`;
}
