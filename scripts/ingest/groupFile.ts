import type { Service } from '../../data/definitions/measures.ts';
import type { Database } from '../../server/database.ts';
import { ident, list, type Sql, sql } from '../../server/sql.ts';
import { checkRows } from './checkRows.ts';
import { textColumns, valueColumns } from './columns.ts';
import { csvRows, stagedColumns } from './csvRows.ts';
import { createDated } from './dated.ts';
import type { ExtractFile } from './extractFile.ts';
import { groupRows } from './groupRows.ts';
import { noteWords } from './notes.ts';
import { groupedTable } from './parts.ts';
import { fileProblem, type Problem } from './problem.ts';
import type { Header } from './readHeader.ts';
import { stageLines } from './stageLines.ts';
import { looksUnusual } from './unusual.ts';

/**
 * Makes the table of a file's practice-months (see `groupedTable`). DuckDB reads the bulk in one pass; only where
 * anything is unusual is the file staged row by row and each cell looked at, and what is wrong added to the
 * problems.
 */
export async function groupFile(
  database: Database,
  fileId: number,
  file: ExtractFile,
  header: Header,
  service: Service | null,
  problems: Problem[],
  onProgress: (fraction: number) => void,
): Promise<void> {
  const { layout } = header;
  const grouped = groupedTable(fileId);
  const inOnePass = sql`create or replace table ${grouped} as ${groupRows(layout, service, csvRows(file, header))}`;
  let readable = !header.blankLinesBefore;
  if (readable) {
    try {
      await database.runWatched(inOnePass, onProgress);
    } catch (error) {
      if (!/CSV|UTF-?8|GZIP/i.test((error as Error).message)) throw error;
      readable = false;
    }
  }
  if (readable && !(await looksUnusual(database, grouped, layout))) return;
  const before = problems.length;
  await stage(database, file, header, readable, problems);
  await createDated(database, layout);
  await checkRows(database, file.name, header, service, problems);
  if (problems.length === before) {
    await database.run(sql`
      create or replace table ${grouped} as
      ${onePerPracticeMonth(groupRows(layout, service, sql`select * from stage`))}`);
    await noteWords(database, fileId, layout);
  }
  await database.run(sql`drop table stage`);
}

async function stage(
  database: Database,
  file: ExtractFile,
  header: Header,
  readable: boolean,
  problems: Problem[],
): Promise<void> {
  await database.run(sql`create or replace table stage (${stagedColumns(header)})`);
  if (!readable) {
    try {
      await stageLines(database, file, header, problems);
    } catch (error) {
      if (!/^Z_/.test((error as NodeJS.ErrnoException).code ?? '')) throw error;
      const message = `cannot unpack the gzip: ${(error as Error).message}`;
      problems.push(fileProblem(file.name, message));
    }
    return;
  }
  const cells = header.columns.map(
    ({ role }) => sql`nullif(nullif(trim(${ident(role)}, ${' \t\r\n\u00a0'}), ''), 'NULL')`,
  );
  await database.run(sql`
    insert into stage select row, ${list(cells)} from (${csvRows(file, header)})`);
}

/** Rows of a practice and month that differ in words only, or are the same twice, as one. */
const onePerPracticeMonth = (groups: Sql): Sql => sql`
  select period, practice_code, min(row) as row, cast(sum(rows) as integer) as rows, min_by(ended, row) as ended,
    min_by(period_end, row) as period_end,
    ${list(words.map((column) => sql`min_by(${ident(column)}, row) as ${ident(column)}`))},
    ${list(valueColumns.map((column) => sql`max(${ident(column)}) as ${ident(column)}`))}
  from (${groups})
  group by period, practice_code`;

const words = textColumns.filter((column) => column !== 'practice_code');
