import type { Measure } from '../../data/definitions/measures.ts';
import { figureValue } from '../../data/definitions/units.ts';
import { pauses } from '../pace.ts';
import { PerRelease } from '../store/perRelease.ts';
import type { Release } from '../store/releases.ts';
import { practicesOfAreas } from './ancestors.ts';
import { type PracticeFigures, practiceFigures } from './practiceFigures.ts';

/** Values from the lowest up, in their unit, of the practices of each area by its level and code, as in `ccg E38000001`. */
export type PracticeOrders = ReadonlyMap<string, Float64Array>;

/** Under this key those of all England. */
export const everywhere = '';

/** Measures and months that are kept: about a third of a megabyte each. */
const kept = new PerRelease<PracticeOrders>(64);

/** The values of the practices of every area in one measure and month, so that each finds its place among them. */
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
  // Sorted without a function that compares, which is several times quicker.
  return Float64Array.from(values).sort();
}
