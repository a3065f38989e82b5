import { type Measure, measureOf, measures } from '../../../data/definitions/measures.ts';
import { formatMonth } from '../../../data/definitions/months.ts';
import { readableName } from '../../../data/definitions/names.ts';
import { formatCount, formatPercent } from '../../../data/definitions/numbers.ts';
import { figureValue } from '../../../data/definitions/units.ts';
import { counted, valueText } from '../../../data/words/english.ts';
import type { Continuity, Coverage, Coverages, HeldCounts, Revision } from './againstFormer.ts';

/** Revisions shown on the terminal; the JSON has all of them. */
const mostShown = 12;

/** A figure as the report prints it: its value in the unit, or `[x]` if nobody reported it. */
export function shownValue(
  measure: Measure,
  { numerator, denominator }: Pick<HeldCounts, 'numerator' | 'denominator'>,
): string {
  const value = figureValue(measure, numerator, denominator);
  return value === null ? '[x]' : valueText(value, measure);
}

/** Changes of England's and the regions' figures in the months that the previous release has too, as lines. */
export function formatContinuity({ months, compared, revisions }: Continuity, previous: string) {
  if (months === 0) return [`Continuity: no month is in ${previous} too.`];
  const held = `${formatCount(compared)} figures of England and the regions in ${counted(months, 'month')} that are in ${previous} too`;
  if (!revisions.length) return [`Continuity: ${held}, none of them revised.`];
  const more = revisions.length - mostShown;
  return [
    `Continuity: ${held}, ${formatCount(revisions.length)} of them revised, these the most:`,
    ...revisions
      .toSorted((a, b) => sizeOf(b) - sizeOf(a))
      .slice(0, mostShown)
      .map(formatRevision),
    ...(more > 0 ? [`  ... and ${formatCount(more)} more: add --json to see them all`] : []),
  ];
}

function formatRevision({ area_name, measure: id, period, before, after }: Revision): string {
  const measure = measureOf(id);
  // A revision too small for its rounded figure to change is told by its counts.
  const looksSame =
    before !== null &&
    after !== null &&
    (before.numerator !== after.numerator || before.denominator !== after.denominator) &&
    shownValue(measure, before) === shownValue(measure, after);
  const shown = (counts: HeldCounts | null) => {
    if (!counts) return 'not there';
    const { numerator, denominator, practices, practices_reported: reported } = counts;
    const whole =
      looksSame && numerator !== null && denominator !== null
        ? `, ${formatCount(numerator)} of ${formatCount(denominator)}`
        : '';
    return `${shownValue(measure, counts)}${whole} (${formatCount(reported)} of ${formatCount(practices)} practices)`;
  };
  return `  ${readableName(area_name)}, ${formatMonth(period)}, ${id}: ${shown(before)} → ${shown(after)}`;
}

/** A figure's change relative to its size. One that is new or gone counts as the largest change. */
function sizeOf({ before, after }: Revision): number {
  const share = (counts: HeldCounts | null) =>
    counts?.numerator != null && counts.denominator ? counts.numerator / counts.denominator : null;
  const [then, now] = [share(before), share(after)];
  if (then === null || now === null) return then === now ? 0 : Number.POSITIVE_INFINITY;
  return Math.abs(now - then) / Math.max(then, now, Number.MIN_VALUE);
}

/** England's coverage by measure in the last month and in the month before it, as lines. */
export function formatCoverage({ after, before }: Coverages): string[] {
  const [{ period }] = after as [Coverage];
  const former = before[0]?.period;
  const lines = measures.flatMap(({ id }) => {
    const now = after.find(({ measure }) => measure === id);
    const then = before.find(({ measure }) => measure === id);
    if (!now && !then) return [];
    const shown = now ? shownCoverage(now) : 'not collected';
    return `  ${id.padEnd(32)} ${shown}${then ? ` (${shownCoverage(then)})` : ''}`;
  });
  const beside = former ? ` (in ${formatMonth(former)} of the release before)` : '';
  return [`Practices of England that reported in ${formatMonth(period)}${beside}:`, ...lines];
}

const shownCoverage = ({ practices, practices_reported: reported }: Coverage): string =>
  `${formatCount(reported)} of ${formatCount(practices)}, ${formatPercent((reported / practices) * 100)}`;
