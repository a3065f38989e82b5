import type { Measure } from '../definitions/measures.ts';
import { formatMonth } from '../definitions/months.ts';
import { figureSubject } from './measure.ts';

/** The share of all differences between practices that lies within a level, in percent. */
export interface WhereDifferencesLie {
  /** Between practices of the same CCG. */
  practice: number;
  ccg: number;
}

/** Where the differences between practices are, in a sentence. */
export function varianceSentence(
  { practice, ccg }: WhereDifferencesLie,
  measure: Measure,
  period: string,
): string {
  const whole = (share: number) => `${Math.round(share)}%`;
  return `In ${formatMonth(period)}, ${whole(practice)} of the differences between practices in ${figureSubject(measure)} were between practices of the same CCG, and ${whole(ccg)} were between CCGs.`;
}
