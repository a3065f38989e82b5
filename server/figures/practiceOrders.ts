import type { Measure } from '../../data/definitions/measures.ts';
import { figureValue } from '../../data/definitions/units.ts';
import { pauses } from '../pace.ts';
import { PerRelease } from '../store/perRelease.ts';
import type { Release } from '../store/releases.ts';
import { practicesOfAreas } from './ancestors.ts';
import { type PracticeFigures, practiceFigures } from './practiceFigures.ts';

/** Values of each area's practices in ascending order, in their unit, keyed by level and code as in `ccg E38000001`. */
export type PracticeOrders = ReadonlyMap<string, Float64Array>;

/** The key for all of England. */
export const everywhere = '';

/** Measures and months that are kept: about a third of a megabyte each. */
const kept = new PerRelease<PracticeOrders>(64);

/** The sorted values of every area's practices in one measure and month, for ranking a practice among them. */
export function practiceOrders(
  release: Release,
  measure: Measure,
  period: string,
): Promise<PracticeOrders> {
  return kept.get(release, `${measure.id} ${period}`, async () => {
    const figures = await practiceFigures(release, measure, period);
    const together = await practicesOfAreas(release, period);
    const orders = new Map([[everywhere, orderOf(figures, figures.keys(), measure)]]);
    const pause = pauses();
    for (const [area, codes] of together) {
      orders.set(area, orderOf(figures, codes, measure));
      await pause();
    }
    return orders;
  });
}

function orderOf(
  figures: PracticeFigures,
  codes: Iterable<string>,
  measure: Measure,
): Float64Array {
  const values: number[] = [];
  for (const code of codes) {
    const { numerator = null, denominator = null } = figures.get(code) ?? {};
    if (numerator !== null && denominator) {
      values.push(figureValue(measure, numerator, denominator)!);
    }
  }
  // Several times faster without a comparison function.
  return Float64Array.from(values).sort();
}
