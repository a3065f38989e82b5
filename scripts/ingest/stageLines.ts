import Papa from 'papaparse';
import { missingTexts } from '../../data/definitions/extracts.ts';
import type { Database } from '../../server/database.ts';
import type { ExtractFile } from './extractFile.ts';
import type { Problem } from './problem.ts';
import type { Header } from './readHeader.ts';
import { readLines } from './readLines.ts';

/** Lines that one quoted cell may go over; a quote left open longer is an error of its own line. */
const mostLinesPerRow = 20;
const batchSize = 20_000;

/**
 * Reads a file line by line into the table `stage`, where DuckDB refused it: every line that is malformed is
 * a problem with its data row, and all others are staged with theirs. Blank lines are no data rows.
 */
export async function stageLines(
  database: Database,
  file: ExtractFile,
  header: Header,
  problems: Problem[],
): Promise<void> {
  let batch: (string | number | null)[][] = [];
  let row = -1;
  for await (const record of records(file, header)) {
    row++;
    if (row === 0) continue;
    if (typeof record.cells === 'string') {
      const value = record.text.slice(0, 200);
      problems.push({ file: file.name, row, column: null, value, message: record.cells });
      continue;
    }
    batch.push([row, ...record.cells.map(meaning)]);
    if (batch.length < batchSize) continue;
    await database.append('stage', batch);
    batch = [];
  }
  await database.append('stage', batch);
}

function meaning(cell: string): string | null {
  const text = cell.trim();
  return missingTexts.includes(text) ? null : text;
}

/** A row's cells, or what is wrong with it. */
interface Line {
  text: string;
  cells: string[] | string;
}

async function* records(file: ExtractFile, header: Header): AsyncGenerator<Line> {
  const waiting: string[] = [];
  const lines = readLines(file, header.newline === '\r');
  let ended = false;
  const look = async (ahead: number): Promise<string | undefined> => {
    while (!ended && waiting.length <= ahead) {
      const next = await lines.next();
      if (next.done) ended = true;
      else waiting.push(next.value);
    }
    return waiting[ahead];
  };
  for (;;) {
    const line = waiting.length ? waiting[0] : await look(0);
    if (line === undefined) return;
    if (line.trim() === '') {
      waiting.shift();
      continue;
    }
    let text = line;
    let used = 1;
    let read = readCells(text, header);
    while (read === openQuote && used < mostLinesPerRow) {
      const more = await look(used);
      if (more === undefined) break;
      text += `\n${more}`;
      used++;
      read = readCells(text, header);
    }
    if (typeof read !== 'string') {
      waiting.splice(0, used);
      yield { text, cells: read };
    } else {
      waiting.shift();
      yield { text: line, cells: used === 1 ? read : openQuote };
    }
  }
}

const openQuote = 'a quote is opened and not closed';
const strayQuote = 'a quote stands where none can: within a quoted cell it is doubled';

function readCells(text: string, { columns, delimiter }: Header): string[] | string {
  if (text.includes('\ufffd')) return 'not written in UTF-8: save the file as CSV in UTF-8';
  if (text.includes('\0')) return 'holds a NUL byte';
  const cells = text.includes('"') ? quotedCells(text, delimiter) : text.split(delimiter);
  if (typeof cells === 'string') return cells;
  if (cells.length === columns.length + 1 && cells.at(-1) === '') cells.pop();
  if (cells.length === columns.length) return cells;
  return `wrong number of cells: ${cells.length} where the header has ${columns.length}`;
}

function quotedCells(text: string, delimiter: string): string[] | string {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n' });
  if (errors.some(({ code }) => code === 'InvalidQuotes')) return strayQuote;
  if (errors.length) return openQuote;
  return data[0] ?? [];
}
