import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Layout } from '../../../data/definitions/extracts.ts';
import type { Service } from '../../../data/definitions/measures.ts';
import type { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { ident, joined, list, type Sql, sql } from '../../../server/store/sql.ts';
import { csvRows, foldedRows, rewrittenRows } from '../files/csvRows.ts';
import type { ExtractFile } from '../files/extractFile.ts';
import type { Header } from '../files/readHeader.ts';
import { rewriteRows } from '../files/rewriteRows.ts';
import { beyondLimits } from '../files/wholeText.ts';
import type { Limits } from '../limits.ts';
import type { Problem } from '../problem.ts';
import { checkRows } from './checkRows.ts';
import { quoted, textColumns, unlessMissing, valueColumns } from './columns.ts';
import { createDateTexts, fillDates } from './dates.ts';
import { groupedTable } from './givenRows.ts';
import { groupFolded, groupRows } from './groupRows.ts';
import { cleanNames, noteWords } from './notes.ts';
import { looksUnusual } from './unusual.ts';

/** One file being read: its database, layout and problems. */
export interface FileToGroup {
  database: DuckDatabase;
  file: ExtractFile;
  fileId: number;
  header: Header;
  /** The service of a wide file; null for a long one. */
  service: Service | null;
  /** A folder for temporary files. */
  work: string;
  limits: Limits;
  problems: Problem[];
}

/**
 * Makes the table of a file's practice-months (see `groupedTable`). DuckDB reads the bulk in one pass. Only if anything
 * is unusual is the file staged row by row and every cell checked, adding faults to the problems.
 */
export async function groupFile(given: FileToGroup): Promise<void> {
  const { database, file, fileId, header, service, limits, problems } = given;
  const readable = !header.blankLinesBefore && (await groupInOnePass(given));
  const beyond = await beyondLimits(file, limits);
  problems.push(...beyond);
  if (beyond.length > 0) return;
  if (readable && !(await looksUnusual(database, groupedTable(fileId), header.layout))) return;
  const before = problems.length;
  const rewritten = join(given.work, `rewritten-${fileId}.csv`);
  try {
    if (!readable) await rewriteRows(file, header, rewritten, problems);
    await stage(
      database,
      header.layout,
      readable ? csvRows(file, header) : rewrittenRows(rewritten, header),
    );
    await createDateTexts(database, header.layout, sql`staged_row`);
    await checkRows(database, file.name, header, service, problems);
    if (problems.length > before) return;
    await cleanNames(database, fileId, header.layout);
    const grouped = groupedTable(fileId);
    await database.run(sql`
      create or replace table ${grouped} as ${groupRows(header.layout, service, sql`from staged_row`)}`);
    await fillDates(database, header.layout, grouped);
    await database.run(sql`create or replace table ${grouped} as ${onePerPracticeMonth(grouped)}`);
    await noteWords(database, fileId, header.layout);
  } finally {
    await database.run(sql`drop table if exists staged_row`);
    await rm(rewritten, { force: true });
  }
}

/** Whether DuckDB could read all lines of the file, folded if they could be. */
async function groupInOnePass(given: FileToGroup): Promise<boolean> {
  const { database, file, fileId, header, service } = given;
  const grouped = groupedTable(fileId);
  const folded = await file.folded();
  const rows = folded
    ? groupFolded(header.layout, foldedRows(folded, header))
    : groupRows(header.layout, service, csvRows(file, header));
  try {
    await database.run(sql`create or replace table ${grouped} as ${rows}`);
    await createDateTexts(database, header.layout, grouped);
    await fillDates(database, header.layout, grouped);
    return true;
  } catch (error) {
    const { message } = (error as Error).cause as Error;
    if (/CSV (Error|Parser)/.test(message)) return false;
    throw error;
  }
}

const plainSpaces = ' \t\r\n';
const spaceCharacters = `${plainSpaces}\u00a0`;
const spaces = [...spaceCharacters].map(quoted);

/** Makes the table `staged_row` with a file's rows: trimmed texts, null if missing. */
async function stage(database: DuckDatabase, { columns }: Layout, rows: Sql): Promise<void> {
  const roles = Object.values(columns);
  const cells = roles.map((role) => {
    const cell = ident(role);
    const spaced = sql`left(${cell}, 1) in (${list(spaces)}) or right(${cell}, 1) in (${list(spaces)})`;
    const trimmed = sql`trim(${cell}, ${quoted(spaceCharacters)})`;
    return sql`case when ${spaced} then ${unlessMissing(trimmed)} else ${unlessMissing(cell)} end as ${cell}`;
  });
  const filled = roles.map((role) => sql`trim(${ident(role)}, ${quoted(plainSpaces)}) <> ''`);
  // Spreadsheets leave rows of blank cells below a table. A row of NULL is not blank.
  await database.run(sql`
    create or replace table staged_row as
    select row, ${list(cells)} from (${rows}) where ${joined(filled, ' or ')}`);
}

/** Merges rows of a practice and month that are identical or differ only in words. */
const onePerPracticeMonth = (grouped: Sql): Sql => sql`
  select period, practice_code, min(row) as row, cast(sum(rows) as integer) as rows, min_by(ended, row) as ended,
    min_by(period_end, row) as period_end, bit_or(fields) as fields,
    ${list(words.map((column) => sql`min_by(${ident(column)}, row) as ${ident(column)}`))},
    ${list(valueColumns.map((column) => sql`max(${ident(column)}) as ${ident(column)}`))}
  from ${grouped}
  group by period, practice_code`;

const words = textColumns.filter((column) => column !== 'practice_code');
