import { areaLevels, ENGLAND, type Level } from '../../data/definitions/levels.ts';
import { services } from '../../data/definitions/measures.ts';
import type { Database } from '../../server/database.ts';
import { ident, joined, list, type Sql, sql } from '../../server/sql.ts';
import { placeColumns, quoted } from './columns.ts';
import { combineRows } from './combineRows.ts';
import { findInAreas, findInPractices, startOddities } from './findOddities.ts';
import { rollUp } from './rollUp.ts';

/**
 * Makes a release's tables (attached as `made`) from what is `told` of practices: their rows and months, areas,
 * figures, months and findings. What does not wait for each other runs side by side.
 */
export async function buildRelease(database: Database): Promise<void> {
  await combineRows(database);
  await database.run(places);
  await startOddities(database);
  await Promise.all([
    database.run(practiceMonth),
    database.run(extractRows),
    rollUp(database),
    buildAreas(database),
    findInPractices(database),
  ]);
  await database.run(periods);
  await findInAreas(database);
}

async function buildAreas(database: Database): Promise<void> {
  await database.run(sql`
    create table made.area_month as
    ${joined(areaLevels.map(areaMonths), ' union all ')}
    order by level, area_code, period`);
  await database.run(areas);
}

/** What the files of a month say, for months that one file alone does not tell whole. */
const extractRows = sql`
  create table made.extract_row as
  select *
  from told
  where period in (select period from apart)
  order by period, service, practice_code`;

const practiceMonth = sql`
  create table made.practice_month as
  select practice_code, period, practice_name, region_code, subregion_code, ccg_code, supplier, registered,
    ${list(
      services.flatMap((service) =>
        ['status', 'enabled', 'accessed', 'use', 'counts', 'file', 'row'].map((part) =>
          ident(`${service}_${part}`),
        ),
      ),
    )}, any_enabled, any_use, new_enabled, any_file, any_row
  from combined
  order by practice_code, period`;

/** Practices and their patients by month and every code and name of place, for all that is said of areas. */
const places = sql`
  create table place as
  select period, ${list(placeColumns.map(ident))}, count(*) as practices, sum(registered) as registered
  from combined
  group by all`;

const codes = ['region_code', 'subregion_code', 'ccg_code'] as const;

/** One row per area of a level and month, with the name and ancestors that most of its practices carry. */
function areaMonths({ id, column }: Level): Sql {
  const code = column ? ident(column) : quoted(ENGLAND);
  const counted = sql`
    select period, ${code} as area_code, cast(sum(practices) as integer) as practices
    from place
    where ${code} is not null
    group by all`;
  if (!column) {
    return sql`
      select ${quoted(id)} as level, area_code, period, 'England' as area_name, null::varchar as region_code,
        null::varchar as subregion_code, null::varchar as ccg_code, practices
      from (${counted})`;
  }
  const name = column.replace('_code', '_name');
  const own = codes.indexOf(column as (typeof codes)[number]);
  const ancestors = codes.map((ancestor, i) =>
    i < own
      ? ident(ancestor)
      : i === own
        ? sql`area_code as ${ident(ancestor)}`
        : sql`null as ${ident(ancestor)}`,
  );
  const words = [name, ...codes.slice(0, own)];
  return sql`
    select ${quoted(id)} as level, area_code, period, coalesce(${ident(name)}, area_code) as area_name,
      ${list(ancestors)}, practices
    from (${counted})
    ${joined(
      words.map((word) => sql`left join (${mostCommon(column, word)}) using (period, area_code)`),
      ' ',
    )}`;
}

/** For each area and month the word that most of its practices carry; of equals the first by alphabet. */
const mostCommon = (column: string, word: string): Sql => sql`
  select period, area_code, first(${ident(word)} order by carriers desc, ${ident(word)}) as ${ident(word)}
  from (
    select period, ${ident(column)} as area_code, ${ident(word)}, sum(practices) as carriers
    from place
    where ${ident(word)} is not null
    group by all
  )
  group by period, area_code`;

/** Every area and practice that ever was, as it was in its last month. */
const areas = sql`
  create table made.area as
  with month as (
    select level, area_code, period, area_name, ${list(codes.map(ident))}, registered
    from made.area_month
    join (${joined(
      areaLevels.map(
        ({ id, column }) => sql`
          select ${quoted(id)} as level, period, ${column ? ident(column) : quoted(ENGLAND)} as area_code,
            cast(coalesce(sum(registered), 0) as integer) as registered
          from place
          group by all`,
      ),
      ' union all ',
    )}) using (level, area_code, period)
    union all
    select 'practice', practice_code, period, practice_name, ${list(codes.map(ident))}, registered
    from combined
  )
  select level, area_code, area_name, ${list(codes.map(ident))}, first_period, last_period, registered
  from month
  join (
    select level, area_code, min(period) as first_period, max(period) as last_period
    from month
    group by level, area_code
  ) using (level, area_code)
  where period = last_period
  order by level, area_code`;

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
