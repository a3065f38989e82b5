import { levelOf } from '../../../data/definitions/levels.ts';
import type { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { ident, joined, list, type Sql, sql } from '../../../server/store/sql.ts';
import { findingColumns } from '../findings/findingSql.ts';
import { placeColumns, quoted } from '../rows/columns.ts';
import { partColumns } from '../rows/parts.ts';

/**
 * Makes the table `kept`: rows that the current release (attached as `former`) was made from and no new file in `part`
 * replaces, with places as in the new files; and notes each practice that they move to another CCG.
 */
export async function keepMonths(database: DuckDatabase): Promise<void> {
  await database.run(sql`create view former_told as ${formerTold}`);
  await database.run(sql`create table kept as ${kept}`);
  await database.run(sql`
    insert into noted
    select distinct on (period, practice_code) 'places_differ', period, practice_code, 'ccg_code', part.ccg_code,
      former_told.ccg_code, part.file_id, part.row
    from part
    join kept using (period, practice_code)
    join former_told using (period, practice_code)
    where part.ccg_code <> former_told.ccg_code
    order by period, practice_code, part.file_id`);
}

const own: Record<string, Sql> = {
  service: sql`null`,
  file_id: sql`any_file`,
  row: sql`any_row`,
  ...Object.fromEntries(
    placeColumns
      .filter((column) => column.endsWith('_name'))
      .map((column) => [column, sql`${ident(column.replace('_name', ''))}.area_name`]),
  ),
  ...Object.fromEntries(
    ['period', 'practice_code'].map((key) => [key, sql`practice.${ident(key)}`]),
  ),
  ...Object.fromEntries(
    ['region_code', 'subregion_code', 'ccg_code'].map((code) => [
      code,
      sql`practice.${ident(code)}`,
    ]),
  ),
};

const areaNames = (['region', 'subregion', 'ccg'] as const).map((level) => {
  const code = ident(levelOf(level).column!);
  return sql`
    left join former.area_month as ${ident(level)} on ${ident(level)}.level = ${quoted(level)}
      and ${ident(level)}.area_code = practice.${code} and ${ident(level)}.period = practice.period`;
});

/** The rows from files. For months from a single long file, they are the release's practices. */
const formerTold = sql`
  select ${list(partColumns.map(ident))} from former.extract_row
  union all
  select ${list(partColumns.map((column) => sql`${own[column] ?? ident(column)} as ${ident(column)}`))}
  from former.practice_month as practice
  ${joined(areaNames, ' ')}
  where practice.period not in (select period from former.extract_row)`;

const kept = sql`
  with brought as (
    select distinct period, service from part
  ), placed as (
    select period, practice_code,
      ${list(placeColumns.map((column) => sql`min_by(${ident(column)}, file_id) as ${ident(column)}`))}
    from part
    group by period, practice_code
  )
  select former_told.* replace (${list(
    placeColumns.map(
      (column) =>
        sql`case when placed.period is null then former_told.${ident(column)} else placed.${ident(column)} end as ${ident(column)}`,
    ),
  )})
  from former_told
  left join placed on placed.period = former_told.period and placed.practice_code = former_told.practice_code
  where not exists (
    select 1 from brought
    where brought.period = former_told.period
      and (brought.service is null or brought.service = former_told.service)
  )`;

/** Kinds of findings that only the file itself shows, and so are kept with its rows. */
const fileKinds = [
  'date_not_month_end',
  'date_rewritten',
  'hidden_characters',
  'names_differ_in_file',
  'places_differ',
];

/** Makes the table `carried`: findings of the current release about kept rows that cannot be found again. */
export async function carryFindings(database: DuckDatabase, keepFormer: boolean): Promise<void> {
  const columns = findingColumns.map((column) =>
    column === 'file_id' ? sql`numbered.file_id` : ident(column),
  );
  const carried = sql`
    select ${list(columns)}
    from former.finding
    left join numbered on before = finding.file_id
    where (kind in (${list(fileKinds.map(quoted))}) and exists (
        select 1 from kept where kept.period = finding.period and kept.file_id = finding.file_id))
      or (kind = 'area_names_differ' and period in (select period from kept)
        and period not in (select period from part) and period not in (select period from former.extract_row))`;
  await database.run(sql`create table carried as ${keepFormer ? carried : none}`);
}

const none = sql`select ${list(findingColumns.map((column) => sql`null as ${ident(column)}`))} where false`;
