import { type Measure, measureOf } from '../definitions/measures.ts';
import { formatMonth } from '../definitions/months.ts';
import { formatApart, formatPeople } from '../definitions/numbers.ts';
import type { Target } from '../definitions/targets.ts';
import type { TargetCourse, TargetOutcome, TargetState } from '../statistics/targets.ts';
import type { Interval } from '../statistics/wilson.ts';
import { capital, plural } from './english.ts';
import { clause, peopleOrValue } from './figure.ts';
import { excess } from './oddity.ts';

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
  /** What the release knows of the target from later months; null if it has none up to the target's date. */
  later: LaterReading | null;
}

/** A target read from all months of a release. */
export interface LaterReading {
  measure: Measure;
  course: TargetCourse;
  outcome: TargetOutcome | null;
}

/** The projection to a target's date, or why there is none. */
export type Outlook =
  | { state: Exclude<TargetState, 'met' | 'missed'>; projected: number; range: Interval }
  | { state: 'cannot_say'; reason: string };

/** Why practices get no projection. */
export const noProjectionOfPractices =
  'for one practice no projection is better than that it stays as it is';

const patients = (count: number): string => `${formatPeople(count)} ${plural(count, 'patient')}`;

/**
 * Whether a place met a dated target, how far short it was in the month asked for, and how it ended or where it was
 * heading, as a sentence.
 */
export function targetSentence(reading: TargetReading): string {
  const { target, measure, course, outlook, where, period, later } = reading;
  const { state, month, value, short } = course;
  const goal = `the target of ${target.value}% by ${formatMonth(target.date)}`;
  const end = later && endWords(later, target, measure);
  if (month === null || value === null) {
    const last = period < target.date ? period : target.date;
    const none = `This release has no figure ${where} for the year to ${formatMonth(last)}`;
    return end ? `${none}; ${goal} ${end}.` : `${none}, so whether ${goal} was met is not known.`;
  }
  const figure = capital(
    `${clause({ ...course, value }, measure, where, beside(value, target.value))} in ${formatMonth(month)}`,
  );
  const remark = value > 100 ? excess : '';
  const since = state === 'met' && later ? sinceWords(later, target, measure) : '';
  if (since) return `${figure}, enough for ${goal}${since}.${remark}`;
  if (measure.id !== target.measure) {
    const all = measureOf(target.measure).phrase;
    if (state === 'met')
      return `${figure}, so ${goal} is met, though how many ${all} was not counted.`;
    const uncounted = `${figure}, but how many ${all} was not counted`;
    return end
      ? `${uncounted}; ${goal} ${end}.`
      : `${uncounted}, so whether ${goal} was met is not known.`;
  }
  if (state === 'met') return `${figure}: ${goal} is met.${remark}`;
  const lacking = `${figure}, ${patients(short!)} short of ${goal}`;
  if (state === 'missed') return `${lacking}: it was missed.`;
  if (end) return `${lacking}; it ${end}.`;
  return `${lacking}; ${outlookWords(later?.outcome ? null : outlook, target)}.`;
}

/** A percentage, with enough places to be seen short of a target. */
const beside = (value: number, target: number): string => formatApart(value, target)[0];

function laterFigure({ measure, course }: LaterReading, target: Target, before: Measure): string {
  const { month, numerator, denominator } = course;
  const value = course.value!;
  const text = beside(value, target.value);
  const figure = peopleOrValue({ numerator, denominator, value }, measure, text);
  return inMonth(figure, measure, before, month!);
}

/** A figure of a later month, with what it counts if another measure was read before: "27.4% in March 2019". */
const inMonth = (figure: string, measure: Measure, before: Measure, month: string): string =>
  `${figure}${measure.id === before.id ? '' : ` ${bare(measure)}`} in ${formatMonth(month)}`;

/** What a measure says of patients, without its verb: "set up to see their record online". */
const bare = ({ phrase }: Measure): string => phrase.replace(/^were /, '');

/** That a target was met or missed in the end; null if that is not known. */
function endWords(later: LaterReading, target: Target, before: Measure): string | null {
  const { outcome } = later;
  return outcome === 'met' || outcome === 'missed'
    ? `was ${outcome}, with ${laterFigure(later, target, before)}`
    : null;
}

/** What came of a target that a place had reached; empty if it stayed so, or nothing more is known. */
function sinceWords(later: LaterReading, target: Target, before: Measure): string {
  if (later.outcome === 'met' || later.course.month === null) return '';
  if (later.outcome === 'missed') return `; it ${endWords(later, target, before)}`;
  return `, but ${laterFigure(later, target, before)}${later.outcome ? `; ${outlookWords(null, target)}` : ''}`;
}

/** Whether a place that is short will reach the target, or why that cannot be said. */
function outlookWords(outlook: Outlook | null, target: Target): string {
  if (!outlook) {
    return `without a figure for ${formatMonth(target.date)} whether it was met is not known`;
  }
  if ('reason' in outlook) return `whether it will be met is not known: ${outlook.reason}`;
  const { state, projected, range } = outlook;
  const percent = (value: number) => beside(Math.min(100, Math.max(0, value)), target.value);
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
  /** How it ended, as far as the release knows, and what that is read from. */
  outcome: TargetOutcome | null;
  outcome_period: string | null;
  outcome_measure: string | null;
  outcome_value: number | null;
}

/**
 * A target in one line, with its month if that is not the one shown: "In March 2019, 27.4% set up for at least one
 * online service, 1.5 million short of 30%: missed."
 */
export function targetInBrief(row: TargetRow, shown: string): string {
  const { value, patients_short: short, target_value, target_period, state, outcome } = row;
  const measure = measureOf(row.measure);
  const target = `${target_value}%`;
  const then = row.read_period === shown ? '' : `In ${formatMonth(row.read_period!)}, `;
  const own = `${then}${beside(value!, target_value)} ${bare(measure)}`;
  const sofar = short ? `${own}, ${formatPeople(short)} short of ${target}` : own;
  const later = laterInBrief(row, measure);
  if (later && outcome !== state) {
    if (outcome === 'met' || outcome === 'missed')
      return `${own}; the ${target} target was ${outcome}, with ${later}.`;
    if (state === 'met' && outcome === null)
      return `${own}, enough for the ${target} target, but ${later}.`;
  }
  if (outcome === 'cannot_say' || (state === 'cannot_say' && !short))
    return `${sofar}; whether the ${target} target was met is not known.`;
  if (state === 'met') return `${own}: the ${target} target is met.`;
  if (state === 'missed')
    return short ? `${sofar}: missed.` : `${own}: the ${target} target was missed.`;
  if (state === 'cannot_say') return `${sofar} by ${formatMonth(target_period)}.`;
  return `${sofar}; ${state} to reach ${target} by ${formatMonth(target_period)}.`;
}

/** The figure that tells how a target ended; empty if it is the one of the row. */
function laterInBrief(row: TargetRow, before: Measure): string {
  if (row.outcome_period === null || row.outcome_period === row.read_period) return '';
  const figure = beside(row.outcome_value!, row.target_value);
  return inMonth(figure, measureOf(row.outcome_measure!), before, row.outcome_period);
}
