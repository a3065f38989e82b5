import { type Doubt, gateBounds, gateChecks } from '../../../data/definitions/gate.ts';
import { ENGLAND } from '../../../data/definitions/levels.ts';
import { measureOf } from '../../../data/definitions/measures.ts';
import { readableName } from '../../../data/definitions/names.ts';
import type { HeldCounts, Revision } from '../report/againstFormer.ts';
import { shownValue } from '../report/reportAgainst.ts';

const { mostPoints, mostOfItself, smallest } = gateBounds;

/**
 * Doubts about months that the previous release (with that id) has too, one per month: the figure of England or a
 * region that changed most beyond the bounds, and how many more did.
 */
export function doubtMoved(revisions: readonly Revision[], former: string): Doubt[] {
  const moved = revisions.filter((revision) => timesBeyond(revision) > 1);
  const periods = [...new Set(moved.map(({ period }) => period))].sort();
  return periods.map((period) => {
    const [first, ...others] = moved
      .filter((revision) => revision.period === period)
      .sort((a, b) => timesBeyond(b) - timesBeyond(a));
    return doubtOf(first!, others.length, former);
  });
}

function doubtOf(
  { area_code, area_name, measure: id, period, before, after }: Revision,
  others: number,
  release: string,
): Doubt {
  const measure = measureOf(id);
  const shown = (counts: HeldCounts | null) => (counts ? shownValue(measure, counts) : '[x]');
  const told = { before: shown(before), now: shown(after) };
  const place = area_code === ENGLAND ? 'England' : `${readableName(area_name)} (${area_code})`;
  const figure = measure.title;
  const message = gateChecks.month_moved.says({ figure, place, period, release, others, ...told });
  return {
    ...{ kind: 'month_moved', period, area_code, value: told.now, other: told.before, message },
  };
}

/** A change as a multiple of its bound; infinite for a figure that disappeared, 0 for a new one. */
function timesBeyond({ area_code, measure, before, after }: Revision): number {
  const then = shareOf(before);
  if (then === null || before!.practices_reported < smallest) return 0;
  const now = shareOf(after);
  // A region missing from the month is another doubt, or has new boundaries.
  if (now === null) return after === null && area_code !== ENGLAND ? 0 : Number.POSITIVE_INFINITY;
  const move = Math.abs(now - then);
  const ofItself = move / Math.max(then, now) / mostOfItself;
  return measureOf(measure).scale === 100 ? Math.max(move / mostPoints, ofItself) : ofItself;
}

const shareOf = (counts: HeldCounts | null): number | null =>
  counts?.numerator != null && counts.denominator ? counts.numerator / counts.denominator : null;
