import type { Marker } from '../../data/definitions/markers.ts';
import type { Measure } from '../../data/definitions/measures.ts';
import { figureValue } from '../../data/definitions/units.ts';
import type { Catalogue } from '../store/catalogue.ts';
import type { countNames, FigureRow } from '../store/queries/figures.ts';

/** What a measure counts in a place and month. */
export type Counts = Pick<FigureRow, (typeof countNames)[number]>;

/** A place in a month. */
export type Place = Pick<FigureRow, 'period' | 'level' | 'area_code' | 'area_name'>;

/** Makes the figure of a place from its counts. */
export const figureRow = (
  { period, level, area_code, area_name }: Place,
  measure: Measure,
  { numerator, denominator, practices, practices_reported }: Counts,
  catalogue: Catalogue,
): FigureRow => ({
  // Written out, because spreading is slow for tens of thousands of objects.
  period,
  level,
  area_code,
  area_name,
  measure: measure.id,
  unit: measure.unit,
  numerator,
  denominator,
  value: figureValue(measure, numerator, denominator),
  marker: markerOf({ denominator, practices, practices_reported }, measure, period, catalogue),
  practices,
  practices_reported,
});

/**
 * Why counts have no value: `[x]` if no practice of the place reported, `[z]` if no extract of the month contains the
 * measure at all; null if they have one.
 */
export function markerOf(
  { denominator, practices, practices_reported }: Omit<Counts, 'numerator'>,
  { id }: Measure,
  period: string,
  { collected }: Catalogue,
): Marker | null {
  if (practices === 0 && !collected.get(period)?.has(id)) return '[z]';
  return practices_reported === 0 || denominator === 0 ? '[x]' : null;
}
