import { type Measure, measureOf } from '../definitions/measures.ts';
import { formatMonth } from '../definitions/months.ts';
import { formatPeople, formatPercent } from '../definitions/numbers.ts';
import type { Target } from '../definitions/targets.ts';
import type { Assurance } from '../statistics/assurance.ts';
import type { TargetCourse, TargetState } from '../statistics/targets.ts';
import type { Interval } from '../statistics/wilson.ts';
import { capital, plural } from './english.ts';
import { clause } from './figure.ts';
import { excess } from './figureRow.ts';
import { isMoving, type XmrMonth } from './time.ts';

export interface TargetReading {
  target: Target;
  /** The measure it was read from: the target's own, or one service that stands in for it. */
  measure: Measure;
  course: TargetCourse;
  /** The projection to its date, in percent; null if none is given. */
  outlook: Outlook | null;
  where: string;
  /** The month that was asked for. */
  period: string;
}

/** The projection to a target's date, or why there is none. */
export type Outlook =
  | { state: Exclude<TargetState, 'met' | 'missed'>; projected: number; range: Interval }
  | { state: 'cannot_say'; reason: string };

/** Why practices get no projection. */
export const noProjectionOfPractices =
  'for one practice no projection is better than that it stays as it is';

const patients = (count: number): string => `${formatPeople(count)} ${plural(count, 'patient')}`;

/** Whether a place met a dated target, how far short it is and where it is heading, as a sentence. */
export function targetSentence(reading: TargetReading): string {
  const { target, measure, course, outlook, where, period } = reading;
  const { state, month, value, short } = course;
  const goal = `the target of ${target.value}% by ${formatMonth(target.date)}`;
  if (month === null || value === null) {
    const last = period < target.date ? period : target.date;
    return `This release has no figure ${where} for the year to ${formatMonth(last)}, so whether ${goal} was met is not known.`;
  }
  const figure = capital(
    `${clause({ ...course, value }, measure, where)} in ${formatMonth(month)}`,
  );
  if (measure.id !== target.measure) {
    const all = measureOf(target.measure).phrase;
    return state === 'met'
      ? `${figure}, so ${goal} is met, though how many ${all} was not counted.`
      : `${figure}, but how many ${all} was not counted, so whether ${goal} was met is not known.`;
  }
  if (state === 'met') return `${figure}: ${goal} is met.${value > 100 ? excess : ''}`;
  const lacking = `${figure}, ${patients(short!)} short of ${goal}`;
  if (state === 'missed') return `${lacking}: it was missed.`;
  return `${lacking}; ${outlookWords(outlook, target)}.`;
}

/** Whether the usual monthly values meet a target, as a sentence; `months` are those they are based on. */
export function assuranceSentence(
  target: Target,
  assurance: Assurance | null,
  months: readonly XmrMonth[],
): string {
  const goal = `${target.value}%, the target for ${formatMonth(target.date)}`;
  if (assurance === null) return unassured(target, goal, months);
  const usual = `As long as it only varies as it has since ${formatMonth(months[0]!.period)},`;
  return {
    consistent_pass: `${usual} every month will be above ${goal}.`,
    consistent_fail: `${usual} no month will reach ${goal}.`,
    inconsistent: `${usual} some months will reach ${goal}, and some will not, by chance alone.`,
  }[assurance];
}

/** For a figure without a usual range: what every month did or, if months differ, why no more can be said. */
function unassured({ value }: Target, goal: string, months: readonly XmrMonth[]): string {
  const since = months[0] && `in every month since ${formatMonth(months[0].period)}`;
  if (since && months.every((month) => month.value >= value))
    return `It was at or above ${goal}, ${since}.`;
  if (since && months.every((month) => month.value < value))
    return `It was below ${goal}, ${since}.`;
  const why = isMoving(months)
    ? 'It is moving rather than varying around a level'
    : 'Too few months have a figure to show what is usual';
  return `${why}, so whether it usually meets ${goal}, is not known.`;
}

/** Whether a place that is short will reach the target, or why that cannot be said. */
function outlookWords(outlook: Outlook | null, target: Target): string {
  if (!outlook) {
    return `without a figure for ${formatMonth(target.date)} whether it was met is not known`;
  }
  if ('reason' in outlook) return `whether it will be met is not known: ${outlook.reason}`;
  const { state, projected, range } = outlook;
  const percent = (value: number) => formatPercent(Math.min(100, Math.max(0, value)));
  const then = `at its usual pace (the median monthly change) it would be ${percent(projected)} (95% range ${percent(range.lower)} to ${percent(range.upper)})`;
  return {
    likely: `it is likely to be met: ${then}`,
    unlikely: `it is unlikely to be met: ${then}`,
    cannot_say: `whether it will be met is not known: ${then}`,
  }[state];
}

/** A target for one line: its own measure or, if nobody counted that, one that stands in for it. */
interface TargetRow {
  measure: string;
  value: number | null;
  patients_short: number | null;
  target_value: number;
  target_period: string;
  state: TargetState;
  /** The month it is read from; null if there is none. */
  read_period: string | null;
}

/**
 * A target in one line, with its month if that is not the one shown: "In March 2019, 27.4% set up for at least one
 * online service, 1.5 million short of 30%: missed."
 */
export function targetInBrief(row: TargetRow, shown: string): string {
  const { measure, value, patients_short: short, target_value, target_period, state } = row;
  const target = `${target_value}%`;
  const then = row.read_period === shown ? '' : `In ${formatMonth(row.read_period!)}, `;
  const own = `${then}${formatPercent(value!)} ${measureOf(measure).phrase.replace(/^were /, '')}`;
  const sofar = short ? `${own}, ${formatPeople(short)} short of ${target}` : own;
  if (state === 'met') return `${own}: the ${target} target is met.`;
  if (state === 'missed')
    return short ? `${sofar}: missed.` : `${own}: the ${target} target was missed.`;
  if (state === 'cannot_say') {
    return short && shown < target_period
      ? `${sofar} by ${formatMonth(target_period)}.`
      : `${sofar}; whether the ${target} target is met is not known.`;
  }
  return `${sofar}; ${state} to reach ${target} by ${formatMonth(target_period)}.`;
}
