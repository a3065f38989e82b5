import type { FindingKind } from '../../../data/definitions/findings.ts';
import { type BoundaryLevel, boundaryLevels, ENGLAND } from '../../../data/definitions/levels.ts';
import type { ReferenceId } from '../../../data/definitions/references.ts';
import type { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import {
  type StrayShapeRow,
  strayShapesQuery,
  type UnshapedRow,
  unshapedQuery,
} from '../../../server/store/queries/boundaries.ts';
import { type Sql, sql } from '../../../server/store/sql.ts';
import type { SourceFile } from '../build/mergeMonths.ts';
import type { ReferenceFile, ReferenceTable } from '../references/keepReferences.ts';
import { type Continuity, type Coverages, compareWithFormer, coverages } from './againstFormer.ts';

export interface NationalFigure {
  measure: string;
  period: string;
  numerator: number | null;
  denominator: number | null;
}

/** The contents of a release, for the report of an ingest. */
export interface Summary {
  files: SourceFile[];
  /** Members of given zips that were not read, as they are neither .csv nor .geojson. */
  unread: readonly string[];
  /** The reference files that were given. */
  references: ReferenceSummary[];
  /** How much of its last month the release's practice lookup places; null without one. */
  placement: Placement | null;
  /** Areas that boundaries and the practice lookup do not have in common, for each level with any. */
  unmatched: Unmatched[];
  /** Rows, practices and months in the files. */
  rows: number;
  practices: number;
  periods: string[];
  /** First and last month of the whole release. */
  firstPeriod: string;
  lastPeriod: string;
  findings: { kind: FindingKind; count: number }[];
  /** England's figures for the months in the files, before (in the current release) and after. */
  national: { before: NationalFigure[]; after: NationalFigure[] };
  coverage: Coverages;
  /** The figures of months that the current release has too; null without one. */
  continuity: Continuity | null;
}

export interface ReferenceSummary {
  name: string;
  id: ReferenceId;
  rows: number;
  /** The date of a lookup. */
  date: string | null;
  /** Remarks for those who gave it, in sentences. */
  notes: string[];
}

/**
 * The areas of the lookup for which a level's boundaries have no shape, and the shapes that match none of its areas.
 */
export interface Unmatched {
  level: BoundaryLevel;
  areas: string[];
  shapes: string[];
}

export interface Placement {
  practices: number;
  placed: number;
  registered: number;
  registeredPlaced: number;
}

interface Found {
  files: SourceFile[];
  unread: readonly string[];
  references: readonly ReferenceFile[];
  tables: ReadonlySet<ReferenceTable>;
  compares: boolean;
}

/**
 * Collects the contents of the report from `given_row`, the reference `tables` with rows, the new release and, if it can
 * be compared, the current one.
 */
export async function summarise(
  database: DuckDatabase,
  { files, unread, references, tables, compares }: Found,
): Promise<Summary> {
  const lookup = tables.has('practice_lookup');
  const [periods, about, placed, unmatched, findings, before, after, coverage, continuity] =
    await Promise.all([
      database.all<{ period: string }>(sql`select distinct period from given_row order by period`),
      database.first<Pick<Summary, 'practices' | 'firstPeriod' | 'lastPeriod'>>(sql`
        select cast((select count(distinct practice_code) from given_row) as integer) as practices,
          min(period) as "firstPeriod", max(period) as "lastPeriod"
        from made.period`),
      lookup ? database.first<Placement>(placement) : null,
      lookup && tables.has('boundary') ? readUnmatched(database) : [],
      database.all<Summary['findings'][number]>(sql`
        select kind, cast(count(*) as integer) as count from made.finding group by kind order by kind`),
      compares ? database.all<NationalFigure>(national(sql`former.figure`)) : [],
      database.all<NationalFigure>(national(sql`made.figure`)),
      coverages(database, compares),
      compares ? compareWithFormer(database) : null,
    ]);
  return {
    files,
    unread,
    references: references.map(({ name, id, rows, date, notes }) => ({
      name,
      id,
      rows: rows.length,
      date,
      notes,
    })),
    placement: placed ?? null,
    unmatched,
    rows: files.reduce((sum, { rows }) => sum + rows, 0),
    ...about!,
    periods: periods.map(({ period }) => period),
    findings,
    national: { before, after },
    coverage,
    continuity,
  };
}

const placement = sql`
  select cast(count(*) as integer) as practices, cast(count(stp_code) as integer) as placed,
    cast(coalesce(sum(registered), 0) as bigint) as registered,
    cast(coalesce(sum(registered) filter (stp_code is not null), 0) as bigint) as "registeredPlaced"
  from made.practice_month
  where period = (select max(period) from made.period)`;

/** Areas that boundaries and the practice lookup do not have in common, by level. */
async function readUnmatched(database: DuckDatabase): Promise<Unmatched[]> {
  const levels: Unmatched[] = [];
  for (const level of boundaryLevels) {
    const areas = await database.all<UnshapedRow>(unshapedQuery(level));
    const shapes = await database.all<StrayShapeRow>(strayShapesQuery(level));
    levels.push({
      level,
      areas: areas.map(({ area_name, area_code }) => `${area_name} (${area_code})`),
      shapes: shapes.map(({ name, ons_code }) => `${name} (${ons_code})`),
    });
  }
  return levels.filter(({ areas, shapes }) => areas.length + shapes.length > 0);
}

const national = (figures: Sql): Sql => sql`
  select measure, period, numerator, denominator
  from ${figures}
  where level = 'england' and area_code = ${ENGLAND} and practices > 0
  order by measure, period`;
