import { formatMonth, formatMonths } from '../definitions/months.ts';
import type { Target } from '../definitions/targets.ts';
import type { Assurance } from '../statistics/assurance.ts';
import { isMoving, type XmrMonth } from './time.ts';

/** Whether the usual monthly values meet a target, as a sentence; `months` are those they are based on. */
export function assuranceSentence(
  target: Target,
  assurance: Assurance | null,
  months: readonly XmrMonth[],
): string {
  const goal = `${target.value}%, the target for ${formatMonth(target.date)}`;
  if (assurance === null) return unassured(target, goal, months);
  const usual = `As long as it only varies as it did from ${spanOf(months)},`;
  return {
    consistent_pass: `${usual} every month will be above ${goal}.`,
    consistent_fail: `${usual} no month will reach ${goal}.`,
    inconsistent: `${usual} some months will reach ${goal}, and some will not, by chance alone.`,
  }[assurance];
}

/** For a figure without a usual range: what every month did or, if months differ, why no more can be said. */
function unassured({ value }: Target, goal: string, months: readonly XmrMonth[]): string {
  if (months.length > 0) {
    const always =
      months.length > 1 ? `in every month from ${spanOf(months)}` : `in ${spanOf(months)}`;
    if (months.every((month) => month.value >= value))
      return `It was at or above ${goal}, ${always}.`;
    if (months.every((month) => month.value < value)) return `It was below ${goal}, ${always}.`;
  }
  const why = isMoving(months)
    ? 'It is moving rather than varying around a level'
    : 'Too few months have a figure to show what is usual';
  return `${why}, so whether it usually meets ${goal}, is not known.`;
}

/** The months asked about, of which the release may know later ones: "April 2018 to September 2018". */
const spanOf = (months: readonly XmrMonth[]): string =>
  formatMonths(months[0]!.period, months.at(-1)!.period);
