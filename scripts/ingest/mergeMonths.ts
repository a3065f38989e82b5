import type { Service } from '../../data/definitions/measures.ts';
import type { Database } from '../../server/database.ts';
import { expression, ident, list, sql } from '../../server/sql.ts';
import { placeColumns } from './columns.ts';
import type { Digest } from './extractFile.ts';
import { partColumns } from './parts.ts';

/** A file as the release tells of it. */
export interface SourceFile extends Digest {
  name: string;
  layout: string;
  service: Service | null;
  rows: number;
}

/** Added to the `file_id` of new files, until those of both releases are numbered anew. */
const newFiles = 1_000_000;

/**
 * Makes the view `told`, all that the new release is made of: the new files' `part`, and what is kept of the
 * current release (attached as `former`). A long file replaces its months, a wide file its service in its months.
 * Where they put a practice in different places, the new file is believed, and that is noted. Files are numbered
 * anew, and the release's `source_file` names them.
 */
export async function mergeMonths(
  database: Database,
  files: readonly SourceFile[],
  keepFormer: boolean,
): Promise<void> {
  if (keepFormer) {
    await database.run(sql`create table kept as ${kept}`);
    await database.run(notePlaces);
  }
  const columns = list(partColumns.map(ident));
  await database.run(sql`
    create view merged as
    select * replace (cast(${expression(String(newFiles))} + file_id as integer) as file_id) from (select ${columns} from part)
    ${keepFormer ? sql`union all select ${columns} from kept` : sql``}`);
  await database.run(sql`
    create table numbered as
    select before, cast(row_number() over (order by before) as integer) as file_id
    from (select distinct file_id as before from merged)`);
  await database.run(sql`
    create view told as
    select ${list(partColumns.map((column) => (column === 'file_id' ? sql`numbered.file_id` : ident(column))))}
    from merged
    join numbered on before = merged.file_id`);
  await nameFiles(database, files, keepFormer);
  await keepNotes(database, keepFormer);
}

/** Rows of the current release that no new file replaces, at the places the new files give. */
const kept = sql`
  with brought as (
    select distinct period, service from part
  ), told as (
    select period, practice_code, ${list(placeColumns.map((column) => sql`min_by(${ident(column)}, file_id) as ${ident(column)}`))}
    from part
    group by period, practice_code
  )
  select former_row.* replace (
    ${list(placeColumns.map((column) => sql`case when told.period is null then former_row.${ident(column)} else told.${ident(column)} end as ${ident(column)}`))})
  from former.extract_row as former_row
  left join told on told.period = former_row.period and told.practice_code = former_row.practice_code
  where not exists (
    select 1 from brought
    where brought.period = former_row.period
      and (brought.service is null or brought.service = former_row.service)
  )`;

/** Notes each practice that a new file puts in another CCG than what is kept of the month did. */
const notePlaces = sql`
  insert into noted
  select distinct on (period, practice_code) 'places_differ', period, practice_code, 'ccg_code', part.ccg_code,
    former_row.ccg_code, part.file_id, part.row
  from part
  join former.extract_row as former_row using (period, practice_code)
  join kept using (period, practice_code)
  where part.ccg_code <> former_row.ccg_code
  order by period, practice_code, part.file_id`;

async function nameFiles(
  database: Database,
  files: readonly SourceFile[],
  keepFormer: boolean,
): Promise<void> {
  await database.run(sql`
    create table made.source_file (file_id integer, name varchar, sha256 varchar, bytes bigint, layout varchar,
      service varchar, rows integer, practices integer, first_period varchar, last_period varchar)`);
  if (keepFormer) {
    await database.run(sql`
      insert into made.source_file
      select former_file.* replace (numbered.file_id as file_id)
      from former.source_file as former_file
      join numbered on before = former_file.file_id
      order by numbered.file_id`);
  }
  for (const [index, { name, sha256, bytes, layout, service, rows }] of files.entries()) {
    await database.run(sql`
      insert into made.source_file
      select numbered.file_id, ${name}, ${sha256}, ${bytes}, ${layout}, ${service}, ${rows},
        count(distinct practice_code), min(period), max(period)
      from part
      join numbered on before = ${newFiles} + part.file_id
      where part.file_id = ${index}
      group by numbered.file_id`);
  }
}

/** Numbers the notes on the new files, and keeps those on the months that are kept. */
async function keepNotes(database: Database, keepFormer: boolean): Promise<void> {
  await database.run(sql`
    create table note as
    select noted.* replace (numbered.file_id as file_id)
    from noted
    join numbered on before = ${newFiles} + noted.file_id`);
  if (!keepFormer) return;
  await database.run(sql`
    insert into note
    select kind, period, practice_code, field, value, other, numbered.file_id, row
    from former.finding
    join numbered on before = finding.file_id
    where kind in (${list(fileKinds)}) and exists (
      select 1 from kept where kept.period = finding.period and kept.file_id = finding.file_id)`);
}

/** Kinds of findings that only the file itself can tell, so that they are kept with its rows. */
const fileKinds = ['date_not_month_end', 'names_differ_in_file', 'places_differ'];
