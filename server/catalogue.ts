import { ENGLAND, GROUP, type LevelId, levelIds } from '../data/definitions/levels.ts';
import { measureOf } from '../data/definitions/measures.ts';
import type { Database } from './database.ts';
import { type AreaRow, allAreasQuery } from './queries/areas.ts';
import type { Ancestor } from './queries/figures.ts';
import { type EnglandRow, englandQuery, type PeriodRow, periodsQuery } from './queries/periods.ts';

/** What a release holds: its places, months and measures, kept in memory to check every question against. */
export interface Catalogue {
  /** Every area and practice by code, in the order of levels and codes. */
  areas: Map<string, AreaRow>;
  codesByLevel: Record<LevelId, string[]>;
  periods: PeriodRow[];
  /** Measures that the extracts of a month hold, by month. */
  collected: Map<string, Set<string>>;
  /** England's value of a measure in a month, in its unit; null where nobody reported it. */
  england(period: string, measure: string): number | null;
}

export async function readCatalogue(database: Database): Promise<Catalogue> {
  const [areaRows, periods, englandRows] = await Promise.all([
    database.all<AreaRow>(allAreasQuery()),
    database.all<PeriodRow>(periodsQuery()),
    database.all<EnglandRow>(englandQuery()),
  ]);
  const codesByLevel = Object.fromEntries(
    levelIds.map((level) => [
      level,
      areaRows.filter((row) => row.level === level).map((row) => row.area_code),
    ]),
  ) as Record<LevelId, string[]>;
  const collected = new Map(periods.map(({ period }) => [period, new Set<string>()]));
  const england = new Map<string, number | null>();
  for (const { period, measure, numerator, denominator } of englandRows) {
    collected.get(period)!.add(measure);
    const { scale } = measureOf(measure);
    england.set(`${period} ${measure}`, denominator ? (numerator! / denominator) * scale : null);
  }
  return {
    areas: new Map(areaRows.map((row) => [row.area_code, row])),
    codesByLevel,
    periods,
    collected,
    england: (period, measure) => england.get(`${period} ${measure}`) ?? null,
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

/** The area as the ancestor of other places, by which they are chosen. */
export const asParent = ({ level, area_code: code, members }: AreaRow): Ancestor => ({
  level,
  code,
  members,
});

/** The catalogue with a reader's own group of practices as one more area, called `group`. */
export function withGroup(catalogue: Catalogue, members: readonly string[]): Catalogue {
  const of = members.map((code) => catalogue.areas.get(code)!);
  const group: AreaRow = {
    level: 'group',
    area_code: GROUP,
    area_name: `Custom group of ${members.length} ${members.length === 1 ? 'practice' : 'practices'}`,
    region_code: null,
    subregion_code: null,
    ccg_code: null,
    first_period: of.map((area) => area.first_period).sort()[0]!,
    last_period: of
      .map((area) => area.last_period)
      .sort()
      .at(-1)!,
    registered: of.reduce((sum, area) => sum + (area.registered ?? 0), 0),
    members,
  };
  return { ...catalogue, areas: new Map([...catalogue.areas, [GROUP, group]]) };
}
