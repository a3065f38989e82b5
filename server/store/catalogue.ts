import {
  type Boundaries,
  ENGLAND,
  GROUP,
  type LevelId,
  levelIds,
  levelOf,
} from '../../data/definitions/levels.ts';
import { findMeasure, type Measure, measureOf, measures } from '../../data/definitions/measures.ts';
import { figureValue } from '../../data/definitions/units.ts';
import { groupName } from '../../data/words/group.ts';
import type { Database } from './database.ts';
import { withoutFigures } from './measureSql.ts';
import { type AreaRow, allAreasQuery } from './queries/areas.ts';
import type { Ancestor } from './queries/figures.ts';
import { type EnglandRow, englandQuery, type PeriodRow, periodsQuery } from './queries/periods.ts';
import {
  type AddressRow,
  addressesQuery,
  lookupDateQuery,
  type PlacementRow,
  placementQuery,
} from './queries/places.ts';
import { suppliersQuery } from './queries/supplierChanges.ts';
import { tablesQuery } from './queries/tables.ts';

/** The places, months and measures of a release, kept in memory so that every question can be checked against them. */
export interface Catalogue {
  /** Every area and practice by code, in the order of levels and codes. */
  areas: Map<string, AreaRow>;
  codesByLevel: Record<LevelId, string[]>;
  /** The places within an area by its last month, in the same order. */
  placesWithin(code: string): readonly AreaRow[];
  periods: PeriodRow[];
  /** By month, the measures that its extracts contain. */
  collected: Map<string, Set<string>>;
  /** Measures that this software knows but the release was made without. It has no figures of them. */
  lacking: readonly string[];
  /** Measures that the release has but this software does not know. They are not shown. */
  unknown: readonly string[];
  /** England's value of a measure in a month, in its unit; null if nobody reported it. */
  england(period: string, measure: string): number | null;
  /** The counts behind it; null if the month's extracts do not contain the measure. */
  englandCounts(period: string, measure: string): EnglandRow | null;
  /** The boundaries that its places belong to. */
  boundaries: Boundaries;
  /** The practice lookup of the release; null if it has none. */
  lookup: Lookup | null;
  /** What reference files say about practices, by code; empty without any. */
  addresses: ReadonlyMap<string, AddressRow>;
  /** Suppliers that the extracts name. */
  suppliers: ReadonlySet<string>;
  /** Names of the release's tables, which show what reference files it has. */
  tables: ReadonlySet<string>;
}

/** A practice lookup: its date, and how much of each month it places. */
export interface Lookup {
  date: string;
  placement: ReadonlyMap<string, PlacementRow>;
}

/** Reads the catalogue of a release, on the boundaries of the schema that the database looks into. */
export async function readCatalogue(
  database: Database,
  boundaries: Boundaries = 'published',
): Promise<Catalogue> {
  const found = await database.all<{ table_name: string }>(tablesQuery(database.schema));
  const tables = new Set(found.map(({ table_name }) => table_name));
  const [areaRows, periods, englandRows, lookup, suppliers, addresses] = await Promise.all([
    database.all<AreaRow>(allAreasQuery()),
    database.all<PeriodRow>(periodsQuery()),
    database.all<EnglandRow>(englandQuery(boundaries)),
    tables.has('practice_lookup') ? readLookup(database) : null,
    database.all<{ supplier: string }>(suppliersQuery()),
    database.all<AddressRow>(
      addressesQuery(tables.has('practice_lookup'), tables.has('practice_register')),
    ),
  ]);
  const codesByLevel = Object.fromEntries(
    levelIds.map((level) => [
      level,
      areaRows.filter((row) => row.level === level).map((row) => row.area_code),
    ]),
  ) as Record<LevelId, string[]>;
  const within = new Map<string, AreaRow[]>();
  for (const row of areaRows) {
    for (const code of ancestorsOf(row)) {
      const rows = within.get(code);
      if (rows) rows.push(row);
      else within.set(code, [row]);
    }
  }
  const held = new Set(englandRows.map(({ measure }) => measure));
  const collected = new Map(periods.map(({ period }) => [period, new Set<string>()]));
  const england = new Map<string, EnglandRow>();
  for (const row of englandRows) {
    if (!row.practices || !findMeasure(row.measure)) continue;
    collected.get(row.period)!.add(row.measure);
    england.set(`${row.period} ${row.measure}`, row);
  }
  const englandCounts = (period: string, measure: string) =>
    england.get(`${period} ${measure}`) ?? null;
  return {
    areas: new Map(areaRows.map((row) => [row.area_code, row])),
    codesByLevel,
    placesWithin: (code) => within.get(code) ?? [],
    periods,
    collected,
    ...measuresBeside([...held]),
    england(period, measure) {
      const row = englandCounts(period, measure);
      return row && figureValue(measureOf(measure), row.numerator, row.denominator);
    },
    englandCounts,
    boundaries,
    lookup,
    suppliers: new Set(suppliers.map(({ supplier }) => supplier)),
    addresses: new Map(addresses.map((row) => [row.practice_code, row])),
    tables,
  };
}

async function readLookup(database: Database): Promise<Lookup> {
  const [dated, placement] = await Promise.all([
    database.first<{ date: string }>(lookupDateQuery()),
    database.all<PlacementRow>(placementQuery()),
  ]);
  return { date: dated!.date, placement: new Map(placement.map((row) => [row.period, row])) };
}

/** Compares a release's measures with the declared ones: those it lacks, and those it has that are not declared. */
export const measuresBeside = (
  held: readonly string[],
): Pick<Catalogue, 'lacking' | 'unknown'> => ({
  lacking: measures.filter(({ id }) => !held.includes(id)).map(({ id }) => id),
  unknown: held.filter((id) => !findMeasure(id)).sort(),
});

/** A declared measure as the release has it. */
export const heldMeasure = (measure: Measure, { lacking }: Pick<Catalogue, 'lacking'>): Measure =>
  lacking.includes(measure.id) ? withoutFigures(measure) : measure;

/** Measures that at least one of the months contains. */
export const collectedIn = ({ collected }: Catalogue, periods: readonly string[]): Set<string> =>
  new Set(periods.flatMap((period) => [...(collected.get(period) ?? [])]));

/** The codes of the areas that a place is in: England, region, subregion, STP, PCN and finally CCG. */
export const ancestorsOf = (area: AreaRow): string[] =>
  [
    ENGLAND,
    area.region_code,
    area.subregion_code,
    area.stp_code,
    area.pcn_code,
    area.ccg_code,
  ].filter((code): code is string => code !== null && code !== area.area_code);

/** An area in the form that selects the places within it. */
export const asParent = ({ level, area_code: code, members }: AreaRow): Ancestor => ({
  level,
  code,
  members,
});

type AreaCodes = Pick<
  AreaRow,
  'region_code' | 'subregion_code' | 'stp_code' | 'ccg_code' | 'pcn_code'
>;

/** Whether a practice in the given areas belongs to this one. England has every practice, a group has its members. */
export function belongsTo({
  level,
  area_code,
  members,
}: AreaRow): (practice: string, of: AreaCodes) => boolean {
  if (level === 'group') return (practice) => members!.includes(practice);
  if (level === 'practice') return (practice) => practice === area_code;
  const column = levelOf(level).column as keyof AreaCodes | null;
  return column ? (_, of) => of[column] === area_code : () => true;
}

/** The catalogue with a reader's own group of practices as one more area, called `group`. */
export function withGroup(catalogue: Catalogue, members: readonly string[]): Catalogue {
  const of = members.map((code) => catalogue.areas.get(code)!);
  const group: AreaRow = {
    level: 'group',
    area_code: GROUP,
    area_name: groupName(members.length),
    region_code: null,
    subregion_code: null,
    stp_code: null,
    ccg_code: null,
    pcn_code: null,
    ons_code: null,
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
