import { availableParallelism } from 'node:os';
import { services } from '../../../data/definitions/measures.ts';
import type { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { expression, ident, list, type Sql, sql } from '../../../server/store/sql.ts';
import {
  areSeveralMonths,
  findInAreas,
  findInPractices,
  startFindings,
} from '../findings/collectFindings.ts';
import { lookupColumns, placeColumns } from '../rows/columns.ts';
import {
  type AncestorColumn,
  type AreaSource,
  ancestorColumns,
  areaMonths,
  areasOf,
  likeForLikeSources,
  lookupSources,
  publishedSources,
} from './areaMonths.ts';
import { combineRows } from './combineRows.ts';
import { buildLikeForLike } from './likeForLike.ts';
import { rollUp } from './rollUp.ts';

/**
 * Makes a release's tables (attached as `made`) from `source_row`: practice rows and months, areas, figures, months and
 * findings. Independent steps run in parallel.
 */
export async function buildRelease(database: DuckDatabase, lookup: boolean): Promise<void> {
  const sources = lookup ? [...publishedSources, ...lookupSources] : publishedSources;
  const wide = await combineRows(database);
  await spreadOut(database);
  await database.run(located);
  await startFindings(database);
  const several = await areSeveralMonths(database);
  await Promise.all([
    findInPractices(database, { several, wide }),
    buildTables(database, sources, { lookup, wide }).then(() =>
      // They are compressed and written while findings are collected, which writes only to memory.
      Promise.all([findInAreas(database, several), database.run(sql`checkpoint made`)]),
    ),
  ]);
}

async function buildTables(
  database: DuckDatabase,
  sources: readonly AreaSource[],
  { lookup, wide }: { lookup: boolean; wide: boolean },
): Promise<void> {
  await Promise.all([
    database.run(practiceMonth),
    database.run(extractRows(wide)),
    rollUp(database, sources, lookup ? likeForLikeSources : []),
    buildAreas(database, sources, lookup),
  ]);
  if (lookup) await buildLikeForLike(database);
  await database.run(periods);
}

/** Rows that DuckDB gives to one thread at a time. */
const rowGroup = 122_880;

/** Lets each query use as many threads as the practice-months have row groups; more would only wait for each other. */
async function spreadOut(database: DuckDatabase): Promise<void> {
  const { rows } = (await database.first<{ rows: number }>(
    sql`select cast(count(*) as integer) as rows from combined`,
  ))!;
  const threads = Math.max(1, Math.min(availableParallelism(), Math.ceil(rows / rowGroup)));
  await database.run(sql`set threads = ${expression(String(threads))}`);
}

async function buildAreas(
  database: DuckDatabase,
  sources: readonly AreaSource[],
  lookup: boolean,
): Promise<void> {
  await database.run(places(lookup));
  await database.run(sql`create table made.area_month as ${areaMonths(sources)}`);
  const own = Object.fromEntries(ancestorColumns.map((column) => [column, ident(column)]));
  await database.run(sql`
    create table made.area as
    ${areasOf(sources, sql`made.area_month`, own as Record<AncestorColumn, Sql>)}`);
}

/** Practices with their places according to the practice lookup; null without a lookup, or if they are not in it. */
const located = sql`
  create view located as
  select combined.*, ${list(lookupColumns.map(ident))}
  from combined
  left join lookup_place using (practice_code)`;

/** What the files of a month say, for months made from several files. */
const extractRows = (wide: boolean): Sql => sql`
  create table made.extract_row as
  select *
  from source_row
  ${
    wide
      ? sql`where period in (select period from wide_month) order by period, service, practice_code`
      : sql`where false`
  }`;

const practiceMonth = sql`
  create table made.practice_month as
  select practice_code, period, practice_name, region_code, subregion_code, ccg_code,
    stp_code, pcn_code, lookup_region_code, lookup_ccg_code, supplier, registered,
    ${list(
      services.flatMap((service) =>
        ['status', 'enabled', 'accessed', 'use', 'counts', 'file', 'row'].map((part) =>
          ident(`${service}_${part}`),
        ),
      ),
    )}, any_enabled, any_use, new_enabled, any_file, any_row
  from located
  order by practice_code, period`;

/** Practices and their patients by month with every code and name of place, from which areas are made. */
const places = (lookup: boolean): Sql => sql`
  create table place as
  select period, ${list([...placeColumns, ...(lookup ? lookupColumns : [])].map(ident))}, count(*) as practices,
    sum(registered) as registered
  from located
  group by all`;

const periods = sql`
  create table made.period as
  select period, max(practices) as practices, cast(count(*) filter (collected > 0) as integer) as measures
  from made.area_month
  join (
    select period, measure, max(practices) as collected
    from made.figure
    where level = 'england'
    group by all
  ) using (period)
  where level = 'england'
  group by period
  order by period`;
