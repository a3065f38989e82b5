import { reach } from './reach.ts';
import type { Interval } from './wilson.ts';

export interface MonthCounts {
  /** Such as 2018-09. */
  month: string;
  numerator: number | null;
  denominator: number | null;
}

export interface DatedTarget {
  /** The least value that meets it, in the unit of the scale given: 10 for 10% at scale 100. */
  value: number;
  /** The month, or a day in it, by which it is to be met. */
  date: string;
}

export const targetStates = ['met', 'missed', 'likely', 'unlikely', 'cannot_say'] as const;
export type TargetState = (typeof targetStates)[number];

export interface TargetCourse {
  state: TargetState;
  /** The month the state is read from: the last one reported, at most the target's own. */
  month: string | null;
  /** That month's figure: numerator, denominator and value. */
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  /** Whole patients short of the target in that month; 0 if it is met. */
  short: number | null;
  /** Whether the target is still to come and not yet met, so that only a projection can say more. */
  open: boolean;
}

/** Months since the year 0, for a month or a date. */
function monthNumber(date: string): number {
  let number = numbers.get(date);
  if (number === undefined) numbers.set(date, (number = parsedMonth(date)));
  return number;
}

/** Kept, because every place has the same few months. */
const numbers = new Map<string, number>();

function parsedMonth(date: string): number {
  const parts = /^(\d{4})-(0[1-9]|1[0-2])(-\d{2})?$/.exec(date);
  if (!parts) throw new RangeError(`not a month: ${date}`);
  return Number(parts[1]) * 12 + Number(parts[2]) - 1;
}

interface Reported {
  month: string;
  at: number;
  x: number;
  n: number;
}

/** Counts that make a figure, in time order. */
function reportedMonths(points: readonly MonthCounts[]): Reported[] {
  const reported: Reported[] = [];
  for (const { month, numerator: x, denominator: n } of points) {
    if (x !== null && n !== null && n > 0) reported.push({ month, at: monthNumber(month), x, n });
  }
  return reported.sort((a, b) => a.at - b.at);
}

const nothingRead = { month: null, numerator: null, denominator: null, value: null, short: null };

/**
 * How monthly counts compare with a dated target, read from the last month reported up to its date: met if they reach
 * it, missed if the month of the date fell short, otherwise not yet known, which before the date is left `open`. Values
 * are fractions times `scale` (100 for percent). Throws a RangeError for a text that is not a month, or a target
 * outside 0 to `scale`.
 */
export function courseForTarget(
  points: readonly MonthCounts[],
  target: DatedTarget,
  scale = 1,
): TargetCourse {
  const due = monthNumber(target.date);
  const reported = reportedMonths(points).filter(({ at }) => at <= due);
  const over = points.some(({ month }) => monthNumber(month) >= due);
  const last = reported.at(-1);
  if (!last) return { ...nothingRead, state: 'cannot_say', open: false };
  const short = reach(last.x, last.n, target.value / scale)!;
  const value = (last.x / last.n) * scale;
  const read = { month: last.month, numerator: last.x, denominator: last.n, value, short };
  if (short === 0) return { ...read, state: 'met', open: false };
  if (over) return { ...read, state: last.at === due ? 'missed' : 'cannot_say', open: false };
  return { ...read, state: 'cannot_say', open: true };
}

/**
 * The same from counts of only some of the people that the target is about: it is met if they alone reach it, and
 * otherwise not known. Throws as `courseForTarget` does.
 */
export function courseFromPart(
  points: readonly MonthCounts[],
  target: DatedTarget,
  scale = 1,
): TargetCourse {
  const course = courseForTarget(points, target, scale);
  return course.state === 'met'
    ? course
    : { ...course, state: 'cannot_say', short: null, open: false };
}

/** How a target ended; `cannot_say` where the figures of its month do not tell. */
export type TargetOutcome = Extract<TargetState, 'met' | 'missed' | 'cannot_say'>;

/** How a target ended, from its course seen from the last month known; null while its date is to come. */
export function outcomeOf(
  { state }: TargetCourse,
  target: DatedTarget,
  lastKnown: string,
): TargetOutcome | null {
  if (state === 'met' || state === 'missed') return state;
  return monthNumber(lastKnown) >= monthNumber(target.date) ? 'cannot_say' : null;
}

/** Whether a projected range reaches a value: likely or unlikely only if the whole range is on one side. */
export function likelihood(range: Interval, value: number): 'likely' | 'unlikely' | 'cannot_say' {
  if (range.lower >= value) return 'likely';
  return range.upper < value ? 'unlikely' : 'cannot_say';
}

/** The number of months from one date to another. */
export const monthsApart = (from: string, to: string): number =>
  monthNumber(to) - monthNumber(from);
