import { reach } from './reach.ts';
import { pointsNeeded, recentTrend, type Trend, type TrendPoint } from './trend.ts';
import { wilsonInterval } from './wilson.ts';

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

export type TargetState = 'met' | 'missed' | 'on_course' | 'not_on_course' | 'cannot_say';

export interface TargetCourse {
  state: TargetState;
  /** The month the state is read from: the last one reported, at the latest the target's own. */
  month: string | null;
  value: number | null;
  /** Whole patients short of the target in that month; 0 when met. */
  short: number | null;
  /** The value in the target's month if it goes on at the recent trend's slope; null where no course is judged. */
  projected: number | null;
  /** The recent trend behind a course; null once met or missed. */
  trend: Trend | null;
}

/** Months since the year 0, of a month or a date that begins with one. */
function monthNumber(date: string): number {
  let number = numbers.get(date);
  if (number === undefined) numbers.set(date, (number = parsedMonth(date)));
  return number;
}

/** The same few months come with every place. */
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

/** The recent trend per month, where a month without a figure keeps its place. */
function monthlyTrend(reported: readonly Reported[], scale: number): Trend {
  const first = reported[0]!.at;
  // Earlier months have no part in a trend.
  const series: TrendPoint[] = Array.from({ length: reported.at(-1)!.at - first + 1 }, () => ({
    value: null,
    interval: null,
  }));
  for (const { at, x, n } of reported.slice(-pointsNeeded)) {
    series[at - first] = { value: (x / n) * scale, interval: wilsonInterval(x, n, 0.95, scale) };
  }
  return recentTrend(series);
}

interface Reading {
  /** As far as the months reported show by themselves. */
  course: TargetCourse;
  /** The months up to the date, where only their trend can say more. */
  open: Reported[] | null;
}

function readUpTo(points: readonly MonthCounts[], target: DatedTarget, scale: number): Reading {
  const due = monthNumber(target.date);
  const reported = reportedMonths(points).filter(({ at }) => at <= due);
  const over = points.some(({ month }) => monthNumber(month) >= due);
  const told = (course: Omit<TargetCourse, 'projected' | 'trend'>, open = false): Reading => ({
    course: { ...course, projected: null, trend: null },
    open: open ? reported : null,
  });
  const last = reported.at(-1);
  if (!last) return told({ state: 'cannot_say', month: null, value: null, short: null });
  const short = reach(last.x, last.n, target.value / scale)!;
  const read = { month: last.month, value: (last.x / last.n) * scale, short };
  if (short === 0) return told({ ...read, state: 'met' });
  if (over) return told({ ...read, state: last.at === due ? 'missed' : 'cannot_say' });
  return told({ ...read, state: 'cannot_say' }, true);
}

/**
 * Whether monthly counts will reach a dated target, read from the last month reported up to its date: met
 * when they have; missed when the date's own month fell short; before the date, on course when the recent
 * trend increases and its slope, from the last value on, arrives in time, and not when it does not; cannot
 * say without a trend or, once the date has passed, without that month's figure. Values are fractions
 * times `scale` (100 for percent). Throws a RangeError for a month that is none or a target outside
 * 0 to `scale`. The rule is this project's own, on the trend of trend.ts.
 */
export function courseForTarget(
  points: readonly MonthCounts[],
  target: DatedTarget,
  scale = 1,
): TargetCourse {
  const { course, open } = readUpTo(points, target, scale);
  if (!open) return course;
  const trend = monthlyTrend(open, scale);
  if (trend.slope === null) return { ...course, trend };
  const toGo = monthNumber(target.date) - open.at(-1)!.at;
  const projected = course.value! + trend.slope * toGo;
  const arrives = trend.direction === 'increasing' && projected >= target.value;
  return { ...course, trend, projected, state: arrives ? 'on_course' : 'not_on_course' };
}

/**
 * The same from counts of only some of those that the target is about: that it is met when they alone reach
 * it, and else that nothing can be said. Throws as `courseForTarget` does.
 */
export function courseFromPart(
  points: readonly MonthCounts[],
  target: DatedTarget,
  scale = 1,
): TargetCourse {
  const { course } = readUpTo(points, target, scale);
  return course.state === 'met' ? course : { ...course, state: 'cannot_say', short: null };
}
