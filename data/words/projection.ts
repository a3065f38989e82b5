import { type LevelId, levelOf } from '../definitions/levels.ts';
import type { Measure } from '../definitions/measures.ts';
import { formatMonth } from '../definitions/months.ts';
import { formatPercent } from '../definitions/numbers.ts';
import type { Interval } from '../statistics/wilson.ts';
import { capital, counted, valueText } from './english.ts';
import { figureSubject } from './measure.ts';

export interface ProjectionSaid {
  measure: Measure;
  where: string;
  period: string;
  /** The month projected to. */
  to: string;
  value: number;
  unchanged: number;
  /** Null if there are too few months for one. */
  interval: Interval | null;
  errorsOf: LevelId;
  /** How many actual values were within such intervals, of how many; null if none could be tested. */
  held: { inside: number; tested: number } | null;
}

/** Why a projection has no interval. */
export const noInterval =
  'too few months without a gap to know how wrong such projections have been';

/** A projection with its interval, and how well such intervals did in the past, as sentences. */
export function projectionSentence(said: ProjectionSaid): string {
  const { measure, where, to, value, interval, unchanged, period } = said;
  const text = (one: number) => valueText(bounded(one, measure), measure);
  const subject = capital(figureSubject(measure, where));
  const lead = `At its usual pace (the median monthly change), ${subject.charAt(0).toLowerCase()}${subject.slice(1)} would be ${text(value)} in ${formatMonth(to)}, against ${text(unchanged)} in ${formatMonth(period)}`;
  if (!interval) return `${lead}. No range can be given: ${noInterval}.`;
  const errors = `The range comes from how wrong such projections were before, over all ${levelOf(said.errorsOf).many}`;
  return `${lead} (95% range ${text(interval.lower)} to ${text(interval.upper)}). ${errors}${heldWords(said.held)}.`;
}

function heldWords(held: ProjectionSaid['held']): string {
  if (!held) return '; how well such ranges do could not be tested on these months';
  const share = (held.inside / held.tested) * 100;
  return `; ${formatPercent(share)} of ${counted(held.tested, 'past value')} were within theirs, where 95% should be. One year cannot show how years differ`;
}

const bounded = (value: number, { form }: Measure): number =>
  form === 'share' ? Math.min(100, Math.max(0, value)) : Math.max(0, value);
