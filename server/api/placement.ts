import { levelOf, type PlaceLevel } from '../../data/definitions/levels.ts';
import type { Catalogue } from '../store/catalogue.ts';
import type { AreaRow } from '../store/queries/areas.ts';
import type { PlacementRow } from '../store/queries/places.ts';
import type { Filters } from './parameters.ts';
import { periodsOf } from './scope.ts';

type Asked = Filters<'level' | 'area' | 'parent' | 'within' | 'period' | 'from' | 'to'>;

/**
 * What an answer says about the practice lookup if its figures use one: the boundaries, the date of the lookup and, for
 * each month asked for, how many practices and patients it places. Empty for other answers. `parameters` are those that
 * the question takes.
 */
export function placementMeta(
  filters: Asked,
  catalogue: Catalogue,
  parameters: readonly string[],
): object {
  const { boundaries, lookup } = catalogue;
  if (!lookup || !(boundaries === 'lookup' || asksForLookup(filters))) return {};
  // Questions without a single month are about all months, unless they give a range.
  const ofAll = !parameters.includes('period') && !filters.from && !filters.to;
  const periods = ofAll
    ? catalogue.periods.map(({ period }) => period)
    : periodsOf(filters, catalogue);
  return {
    boundaries,
    lookup: lookup.date,
    placement: periods.map((period) => placementOf(lookup.placement.get(period)!)),
  };
}

function asksForLookup({ level = [], area = [], parent, within = [] }: Asked): boolean {
  const places: AreaRow[] = [...area, ...within, ...(parent ? [parent] : [])];
  return [...level, ...places.map((place) => place.level)].some(isToldByLookup);
}

const isToldByLookup = (level: PlaceLevel): boolean =>
  level !== 'group' && levelOf(level).toldBy === 'lookup';

const share = (some: number, all: number): number | null => (all ? (some / all) * 100 : null);

const placementOf = (row: PlacementRow) => ({
  period: row.period,
  practices: row.practices,
  practices_placed: row.practices_placed,
  practices_unplaced: row.practices - row.practices_placed,
  registered: row.registered,
  registered_placed: row.registered_placed,
  registered_unplaced: row.registered - row.registered_placed,
  share_of_patients_placed: share(row.registered_placed, row.registered),
  practices_in_pcn: row.practices_in_pcn,
  registered_in_pcn: row.registered_in_pcn,
  share_of_patients_in_pcn: share(row.registered_in_pcn, row.registered),
});
