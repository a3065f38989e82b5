import type { Service } from '../../../data/definitions/measures.ts';
import type { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { expression, ident, list, sql } from '../../../server/store/sql.ts';
import type { Digest } from '../files/givenFile.ts';
import { partColumns } from '../rows/parts.ts';
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
 * Makes the view `told`, everything that the new release is made from: `part` from the new files, and what is kept of
 * the current release (attached as `former`). A long file replaces its months, a wide file its service in its months.
 * If they put a practice in different places, the new file wins, and that is noted. Files are renumbered and listed in
 * the release's `source_file`.
 */
export async function mergeMonths(
  database: DuckDatabase,
  files: readonly SourceFile[],
  keepFormer: boolean,
): Promise<void> {
  if (keepFormer) await keepMonths(database);
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
  await database.run(notes);
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
      select former_file.* replace (numbered.file_id as file_id)
      from former.source_file as former_file
      join numbered on before = former_file.file_id
      order by numbered.file_id`);
  }
  for (const [index, file] of files.entries()) {
    const { name, address, sha256, bytes, textBytes, layout, service, rows } = file;
    await database.run(sql`
      insert into made.source_file
      select numbered.file_id, ${name}, ${sha256}, ${bytes}, ${textBytes}, ${layout}, ${service}, ${rows},
        count(distinct practice_code), min(period), max(period), ${address}
      from part
      join numbered on before = ${newFiles} + part.file_id
      where part.file_id = ${index}
      group by numbered.file_id`);
  }
}

/** Makes the table `note`, what was noted about the new files, with the files' numbers in the release. */
const notes = sql`
  create table note as
  select noted.* replace (numbered.file_id as file_id)
  from noted
  join numbered on before = ${expression(String(newFiles))} + noted.file_id`;
