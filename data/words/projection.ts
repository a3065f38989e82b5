import { type LevelId, levelOf } from '../definitions/levels.ts';
import type { Measure } from '../definitions/measures.ts';
import { formatMonth } from '../definitions/months.ts';
import { formatCount, formatPercent } from '../definitions/numbers.ts';
import type { Coverage } from '../statistics/projectionErrors.ts';
import type { Interval } from '../statistics/wilson.ts';
import { bareValue, counted, valueText } from './english.ts';
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
  /** How such intervals did; null if none could be tested. */
  held: Held | null;
  /** How they did where they failed, so that nothing is projected; else null. */
  failed: Failed | null;
}

/** How many past values were within their 95% ranges, of how many. */
type Held = Pick<Coverage, 'tested' | 'inside95'>;

/** The same of ranges that failed, so many months ahead. */
type Failed = Held & { ahead: number };

/** Why a projection has no interval. */
export const noInterval =
  'too few months without a gap to know how wrong such projections have been';

/** Why nothing is projected where past ranges failed. */
export function unforetold({
  measure,
  errorsOf,
  failed,
}: Pick<ProjectionSaid, 'measure' | 'errorsOf'> & { failed: Failed }): string {
  const { many } = levelOf(errorsOf);
  const days = measure.counts === 'transactions' ? '; transactions follow working days' : '';
  return `figures moved in ways that past changes did not foretell (${shareHeld(failed)} of ${formatCount(failed.tested)} past values of ${many} were within their 95% ranges, ${counted(failed.ahead, 'month')} ahead)${days}`;
}

/** A projection with its interval, and how well such intervals did in the past, as sentences. */
export function projectionSentence(said: ProjectionSaid): string {
  const { measure, where, to, value, interval, unchanged, period, failed } = said;
  const text = (one: number) => valueText(bounded(one, measure), measure);
  const subject = figureSubject(measure, where);
  if (failed) {
    return `What ${subject} will be in ${formatMonth(to)} cannot be said: ${unforetold({ ...said, failed })}.`;
  }
  const lead = `At its usual pace (the median monthly change), ${subject} would be ${text(value)} in ${formatMonth(to)}, against ${text(unchanged)} in ${formatMonth(period)}`;
  if (!interval) return `${lead}. No range can be given: ${noInterval}.`;
  const errors = `The range comes from how wrong such projections were before, over all ${levelOf(said.errorsOf).many}`;
  return `${lead} (95% range ${bareValue(bounded(interval.lower, measure), measure)} to ${text(interval.upper)}). ${errors}${heldWords(said.held)}.`;
}

function heldWords(held: ProjectionSaid['held']): string {
  if (!held) return '; how well such ranges do could not be tested on these months';
  return `; ${shareHeld(held)} of ${counted(held.tested, 'past value')} were within theirs, where 95% should be. One year cannot show how years differ`;
}

const shareHeld = ({ inside95, tested }: Held): string => formatPercent((inside95 / tested) * 100);

const bounded = (value: number, { form }: Measure): number =>
  form === 'share' ? Math.min(100, Math.max(0, value)) : Math.max(0, value);
