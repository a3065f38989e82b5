import { type Measure, measureOf } from '../definitions/measures.ts';
import { formatMonth } from '../definitions/months.ts';
import { formatPeople, formatPercent } from '../definitions/numbers.ts';
import type { Target } from '../definitions/targets.ts';
import type { Assurance } from '../statistics/assurance.ts';
import type { TargetCourse } from '../statistics/targets.ts';
import { plural } from './english.ts';
import { excess } from './figureRow.ts';
import { isMoving, type XmrMonth } from './time.ts';

export interface TargetReading {
  target: Target;
  /** The measure it was read from: the target's own, or one service that stands in for it. */
  measure: Measure;
  course: TargetCourse;
  where: string;
  /** The month the question was put for. */
  period: string;
}

const patients = (count: number): string => `${formatPeople(count)} ${plural(count, 'patient')}`;

/** Whether a place met a dated target, how far it is short and where it is heading, as a sentence. */
export function targetSentence({ target, measure, course, where, period }: TargetReading): string {
  const { state, month, value, short } = course;
  const goal = `the target of ${target.value}% by ${formatMonth(target.date)}`;
  if (month === null || value === null) {
    const last = period < target.date ? period : target.date;
    return `This release holds no figure ${where} for the year to ${formatMonth(last)}, so nothing can be said of ${goal}.`;
  }
  const figure = `${formatPercent(value)} of patients ${where} ${measure.phrase} in ${formatMonth(month)}`;
  if (measure.id !== target.measure) {
    const all = measureOf(target.measure).phrase;
    return state === 'met'
      ? `${figure}, so ${goal} is met, though how many ${all} was not counted.`
      : `${figure}, but how many ${all} was not counted, so nothing can be said of ${goal}.`;
  }
  if (state === 'met') return `${figure}: ${goal} is met.${value > 100 ? excess : ''}`;
  const lacking = `${figure}, ${patients(short!)} short of ${goal}`;
  if (state === 'missed') return `${lacking}: it was missed.`;
  return `${lacking}; ${courseWords(course, target, period)}.`;
}

/** Whether what is usual from month to month meets a target, as a sentence; `months` are those it is read from. */
export function assuranceSentence(
  target: Target,
  assurance: Assurance | null,
  months: readonly XmrMonth[],
): string {
  const goal = `${target.value}%, the target for ${formatMonth(target.date)}`;
  if (assurance === null) {
    const why = isMoving(months)
      ? 'It is moving rather than varying around a level'
      : 'Too few months have a figure to tell what is usual';
    return `${why}, so nothing can be said of ${goal}.`;
  }
  const usual = `As long as it only varies as it has since ${formatMonth(months[0]!.period)},`;
  return {
    consistent_pass: `${usual} every month will be above ${goal}.`,
    consistent_fail: `${usual} no month will reach ${goal}.`,
    inconsistent: `${usual} some months will reach ${goal}, and some will not, by chance alone.`,
  }[assurance];
}

/** Where a place that is short is heading, or why that cannot be said. */
function courseWords({ state, projected, trend }: TargetCourse, target: Target, period: string) {
  if (state === 'cannot_say') {
    return period >= target.date
      ? `without a figure for ${formatMonth(target.date)} it cannot be said whether it was met`
      : 'there is no recent trend to tell where it is heading';
  }
  if (trend?.direction === 'increasing') {
    const then = formatPercent(Math.min(100, projected!));
    const so = state === 'on_course' ? 'so it is on course' : 'so it is not on course';
    return `if the recent trend goes on it will stand at ${then} by then, ${so}`;
  }
  return trend?.direction === 'decreasing'
    ? 'the recent trend is falling, so it is not on course'
    : 'its recent figures show no clear trend, so it is not on course';
}
