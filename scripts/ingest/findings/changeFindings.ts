import { ident, type Sql, sql } from '../../../server/store/sql.ts';
import { quoted } from '../rows/columns.ts';
import { firstFile, month, monthName, practice, sentence, since } from './findingSql.ts';

/**
 * Queries for practices that changed, appeared or vanished from one month to the next, over `practice_step` (see
 * `steps`).
 */
export const practiceChanges = (): Sql[] => [
  changed('name_changed', 'practice_name', 'name'),
  changed('supplier_changed', 'supplier', 'published supplier'),
  changed('ccg_changed', 'ccg_code', 'CCG'),
  sql`
    select 'practice_appeared', period, practice_code, null, null, null, null,
      ${sentence`${practice} is in the extract of ${month} but not in that of ${monthName(sql`month_before`)}.`}, file_id, row
    from practice_step
    where month_before is not null and period_before is distinct from month_before`,
  sql`
    select 'practice_vanished', month_after, practice_code, null, null, null, null,
      ${sentence`${practice} is in the extract of ${month} but not in that of ${monthName(sql`month_after`)}.`}, file_id, row
    from practice_step
    where month_after is not null and period_after is distinct from month_after`,
];

/** Queries for areas that have several names in a month, over `place` and the release's `area_month`. */
export const areaNames = (): Sql[] => ['region', 'subregion', 'ccg'].map(namesDiffer);

/** A query for areas whose name changes, over the release's `area_month`. */
export const areaNameChanges: Sql = sql`
  select 'area_name_changed', period, null, area_code, 'area_name', area_name, name_before,
    ${sentence`The name of ${sql`area_code`} changed ${since(sql`period_before`)} from ${sql`name_before`} to ${sql`area_name`}.`}, null, null
  from (
    select *, lag(area_name) over months as name_before, lag(period) over months as period_before
    from made.area_month
    window months as (partition by level, area_code order by period)
  )
  where lower(area_name) <> lower(name_before)`;

/**
 * The months of practices that changed in any way or are missing in some month, each with the practice as it was in its
 * month before, and the release's neighbouring months. Those are joined last: DuckDB expects so many rows of a join that
 * putting the few in order would take long.
 */
export const steps: Sql = sql`
  create table practice_step as
  with month as (
    select period, lag(period) over (order by period) as month_before, lead(period) over (order by period) as month_after
    from (select distinct period from combined)
  ), moving as (
    select practice_code
    from combined
    group by practice_code
    having count(*) < (select count(*) from month)
      or min(hash(lower(practice_name), supplier, ccg_code)) <> max(hash(lower(practice_name), supplier, ccg_code))
  ), step as (
    select period, practice_code, practice_name, supplier, ccg_code, ${firstFile},
      lag(period) over months as period_before, lead(period) over months as period_after,
      lag(practice_name) over months as practice_name_before, lag(supplier) over months as supplier_before,
      lag(ccg_code) over months as ccg_code_before
    from combined
    where practice_code in (select practice_code from moving)
    window months as (partition by practice_code order by period)
  )
  select * from step join month using (period)`;

const changed = (kind: string, column: string, word: string): Sql => {
  const before = ident(`${column}_before`);
  return sql`
    select ${quoted(kind)}, period, practice_code, null, ${quoted(column)}, ${ident(column)}, ${before},
      ${sentence`The ${word} of ${sql`practice_code`} changed ${since(sql`period_before`)} from ${before} to ${ident(column)}.`}, file_id, row
    from practice_step
    where lower(${ident(column)}) <> lower(${before}) and ${ident(column)} <> 'NK' and ${before} <> 'NK'`;
};

/**
 * Areas with several names in one month; the value is the name used. Those areas are found first, because few have
 * several names, and listing the names of all takes long.
 */
function namesDiffer(level: string): Sql {
  const code = ident(`${level}_code`);
  const name = ident(`${level}_name`);
  const named = sql`
    select period, ${code} as area_code, ${name}
    from place
    where (period, ${code}) in (
      select (period, ${code}) from place group by period, ${code} having min(lower(${name})) <> max(lower(${name})))`;
  return sql`
    select 'area_names_differ', period, null, area_code, 'area_name', area_name,
      string_agg(distinct ${name}, '; ' order by ${name}) filter (lower(${name}) <> lower(area_name)),
      ${sentence`${sql`area_code`} has several names in ${month}: ${sql`string_agg(distinct ${name}, '; ' order by ${name})`}.`}, null, null
    from made.area_month
    join (${named}) using (period, area_code)
    where level = ${quoted(level)}
    group by period, area_code, area_name`;
}
