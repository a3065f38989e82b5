import type { Service } from '../../../data/definitions/measures.ts';
import type { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { expression, ident, list, sql } from '../../../server/store/sql.ts';
import type { Digest } from '../files/givenFile.ts';
import { rowColumns } from '../rows/givenRows.ts';
import { carryFindings, keepMonths } from './keepMonths.ts';

/** A file as the release lists it. */
export interface SourceFile extends Digest {
  name: string;
  /** The address it was downloaded from; null if it was given as a file. */
  address: string | null;
  /** Bytes of text that was read, uncompressed. */
  textBytes: number;
  layout: string;
  service: Service | null;
  rows: number;
}

/** Added to the `file_id` of new files until the files of both releases are renumbered. */
const newFiles = 1_000_000;

/**
 * Makes the view `source_row`, everything that the new release is made from: `given_row` from the new files, and what
 * is kept of the current release (attached as `former`). A long file replaces its months, a wide file its service in
 * its months. If they put a practice in different places, the new file wins, and that is noted. Files are renumbered
 * and listed in the release's `source_file`.
 */
export async function mergeMonths(
  database: DuckDatabase,
  files: readonly SourceFile[],
  keepFormer: boolean,
): Promise<void> {
  if (keepFormer) await keepMonths(database);
  const columns = list(rowColumns.map(ident));
  await database.run(sql`
    create view gathered_row as
    select * replace (cast(${expression(String(newFiles))} + file_id as integer) as file_id)
    from (select ${columns} from given_row)
    ${keepFormer ? sql`union all select ${columns} from kept_row` : sql``}`);
  await database.run(sql`
    create table file_number as
    select before, cast(row_number() over (order by before) as integer) as file_id
    from (select distinct file_id as before from gathered_row)`);
  await database.run(sql`
    create view source_row as
    select ${list(rowColumns.map((column) => (column === 'file_id' ? sql`file_number.file_id` : ident(column))))}
    from gathered_row
    join file_number on before = gathered_row.file_id`);
  await nameFiles(database, files, keepFormer);
  await database.run(sourceNotes);
  await carryFindings(database, keepFormer);
}

async function nameFiles(
  database: DuckDatabase,
  files: readonly SourceFile[],
  keepFormer: boolean,
): Promise<void> {
  await database.run(sql`
    create table made.source_file (file_id integer, name varchar, sha256 varchar, bytes bigint, text_bytes bigint,
      layout varchar, service varchar, rows integer, practices integer, first_period varchar, last_period varchar,
      address varchar)`);
  if (keepFormer) {
    await database.run(sql`
      insert into made.source_file
      select former_file.* replace (file_number.file_id as file_id)
      from former.source_file as former_file
      join file_number on before = former_file.file_id
      order by file_number.file_id`);
  }
  for (const [index, file] of files.entries()) {
    const { name, address, sha256, bytes, textBytes, layout, service, rows } = file;
    await database.run(sql`
      insert into made.source_file
      select file_number.file_id, ${name}, ${sha256}, ${bytes}, ${textBytes}, ${layout}, ${service}, ${rows},
        count(distinct practice_code), min(period), max(period), ${address}
      from given_row
      join file_number on before = ${newFiles} + given_row.file_id
      where given_row.file_id = ${index}
      group by file_number.file_id`);
  }
}

/** Makes the table `source_note`, what was noted about the new files, with the files' numbers in the release. */
const sourceNotes = sql`
  create table source_note as
  select given_note.* replace (file_number.file_id as file_id)
  from given_note
  join file_number on before = ${expression(String(newFiles))} + given_note.file_id`;
