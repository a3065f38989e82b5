import { levelOf } from '../../../data/definitions/levels.ts';
import type { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { ident, joined, list, type Sql, sql } from '../../../server/store/sql.ts';
import { findingColumns } from '../findings/findingSql.ts';
import { placeColumns, quoted } from '../rows/columns.ts';
import { rowColumns } from '../rows/givenRows.ts';

/**
 * Makes the table `kept_row`: rows that the current release (attached as `former`) was made from and no new file in
 * `given_row` replaces, with places as in the new files; and notes each practice that they move to another CCG.
 */
export async function keepMonths(database: DuckDatabase): Promise<void> {
  await database.run(sql`create view former_row as ${formerRows}`);
  await database.run(sql`create table kept_row as ${keptRows}`);
  await database.run(sql`
    insert into given_note
    select distinct on (period, practice_code) 'places_differ', period, practice_code, 'ccg_code', given_row.ccg_code,
      former_row.ccg_code, given_row.file_id, given_row.row
    from given_row
    join kept_row using (period, practice_code)
    join former_row using (period, practice_code)
    where given_row.ccg_code <> former_row.ccg_code
    order by period, practice_code, given_row.file_id`);
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
const formerRows = sql`
  select ${list(rowColumns.map(ident))} from former.extract_row
  union all
  select ${list(rowColumns.map((column) => sql`${own[column] ?? ident(column)} as ${ident(column)}`))}
  from former.practice_month as practice
  ${joined(areaNames, ' ')}
  where practice.period not in (select period from former.extract_row)`;

const keptRows = sql`
  with brought as (
    select distinct period, service from given_row
  ), placed as (
    select period, practice_code,
      ${list(placeColumns.map((column) => sql`min_by(${ident(column)}, file_id) as ${ident(column)}`))}
    from given_row
    group by period, practice_code
  )
  select former_row.* replace (${list(
    placeColumns.map(
      (column) =>
        sql`case when placed.period is null then former_row.${ident(column)} else placed.${ident(column)} end as ${ident(column)}`,
    ),
  )})
  from former_row
  left join placed on placed.period = former_row.period and placed.practice_code = former_row.practice_code
  where not exists (
    select 1 from brought
    where brought.period = former_row.period
      and (brought.service is null or brought.service = former_row.service)
  )`;

/** Kinds of findings that only the file itself shows, and so are kept with its rows. */
const fileKinds = [
  'date_not_month_end',
  'date_rewritten',
  'hidden_characters',
  'names_differ_in_file',
  'places_differ',
  'row_missing',
];

/** Makes the table `kept_finding`: findings of the current release about kept rows that cannot be found again. */
export async function carryFindings(database: DuckDatabase, keepFormer: boolean): Promise<void> {
  const columns = findingColumns.map((column) =>
    column === 'file_id' ? sql`file_number.file_id` : ident(column),
  );
  const keptFindings = sql`
    select ${list(columns)}
    from former.finding
    left join file_number on before = finding.file_id
    where (kind in (${list(fileKinds.map(quoted))}) and exists (
        select 1 from kept_row where kept_row.period = finding.period and kept_row.file_id = finding.file_id))
      or (kind = 'area_names_differ' and period in (select period from kept_row)
        and period not in (select period from given_row) and period not in (select period from former.extract_row))`;
  await database.run(sql`create table kept_finding as ${keepFormer ? keptFindings : none}`);
}

const none = sql`select ${list(findingColumns.map((column) => sql`null as ${ident(column)}`))} where false`;
