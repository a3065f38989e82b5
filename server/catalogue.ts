import { ENGLAND, type LevelId, levelIds } from '../data/definitions/levels.ts';
import type { Database } from './database.ts';
import { type AreaRow, allAreasQuery } from './queries/areas.ts';
import {
  type CollectedRow,
  collectedQuery,
  type PeriodRow,
  periodsQuery,
} from './queries/periods.ts';

/** What a release holds: its places, months and measures, kept in memory to check every question against. */
export interface Catalogue {
  /** Every area and practice by code, in the order of levels and codes. */
  areas: Map<string, AreaRow>;
  codesByLevel: Record<LevelId, string[]>;
  periods: PeriodRow[];
  /** Measures that the extracts of a month hold, by month. */
  collected: Map<string, Set<string>>;
}

export async function readCatalogue(database: Database): Promise<Catalogue> {
  const [areaRows, periods, collectedRows] = await Promise.all([
    database.all<AreaRow>(allAreasQuery()),
    database.all<PeriodRow>(periodsQuery()),
    database.all<CollectedRow>(collectedQuery()),
  ]);
  const codesByLevel = Object.fromEntries(
    levelIds.map((level) => [
      level,
      areaRows.filter((row) => row.level === level).map((row) => row.area_code),
    ]),
  ) as Record<LevelId, string[]>;
  const collected = new Map(periods.map(({ period }) => [period, new Set<string>()]));
  for (const { period, measure } of collectedRows) collected.get(period)!.add(measure);
  return {
    areas: new Map(areaRows.map((row) => [row.area_code, row])),
    codesByLevel,
    periods,
    collected,
  };
}

/** Measures that at least one of the months holds. */
export const collectedIn = ({ collected }: Catalogue, periods: readonly string[]): Set<string> =>
  new Set(periods.flatMap((period) => [...(collected.get(period) ?? [])]));

/** The codes of an area's ancestors, nearest last: England, region, subregion, CCG. */
export const ancestorsOf = (area: AreaRow): string[] =>
  [ENGLAND, area.region_code, area.subregion_code, area.ccg_code].filter(
    (code): code is string => code !== null && code !== area.area_code,
  );
