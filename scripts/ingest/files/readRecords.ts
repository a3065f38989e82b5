import Papa from 'papaparse';
import type { Problem } from '../problem.ts';
import type { ExtractFile } from './extractFile.ts';
import type { Header } from './readHeader.ts';
import { type Line, readLines } from './readLines.ts';

/** The most lines that a quoted cell may span. A quote left open longer is an error of its own line. */
const mostLines = 20;

/** A row of a file: its cells under the columns with names, or what is wrong with it. */
export type Row = { cells: string[] } | Fault;

/** A fault of a cell or, with its text as value, of a whole row. */
type Fault = Pick<Problem, 'column' | 'value' | 'message'>;

/**
 * The rows of a file under its header, many at a time, including malformed ones; blank lines are skipped. After a quote
 * that is never closed, reading continues with the next line, so that each malformed line is reported separately.
 */
export async function* readRecords(file: ExtractFile, header: Header): AsyncGenerator<Row[]> {
  let waiting: Line[] = [];
  let underHeader = false;
  const underway = function* (ended: boolean): Generator<Row[]> {
    const { rows, used } = takeRows(waiting, header, ended);
    waiting = waiting.slice(used);
    const data = underHeader ? rows : rows.slice(1);
    underHeader ||= rows.length > 0;
    yield data;
  };
  for await (const lines of readLines(file, header.newline === '\r')) {
    waiting = waiting.concat(lines);
    yield* underway(false);
  }
  yield* underway(true);
}

/** As many rows as the lines certainly contain, and their number of lines; all of them if no more will come. */
function takeRows(lines: readonly Line[], header: Header, ended: boolean) {
  const rows: Row[] = [];
  let used = 0;
  while (used < lines.length) {
    if (isBlank(lines[used]!)) {
      used++;
      continue;
    }
    const found = takeRow(lines, used, header);
    if (found === null && !ended) break;
    rows.push(found?.row ?? malformed(lines[used]!.text, openQuote));
    used += found?.lines ?? 1;
  }
  return { rows, used };
}

/** Whether a line has nothing but plain spaces, so that `TextTally` counts no row there either. */
const isBlank = ({ text }: Line): boolean => !/[^\t-\r ]/.test(text);

/** The row that begins with a line, and its number of lines; null if the lines end before its quote is closed. */
function takeRow(
  lines: readonly Line[],
  at: number,
  header: Header,
): { row: Row; lines: number } | null {
  const first = lines[at]!;
  let { text } = first;
  if (!first.isUtf8) return { row: malformed(text, notUtf8), lines: 1 };
  for (let count = 1; ; count++) {
    const cells = readCells(text, header);
    if (typeof cells !== 'string') return { row: named(cells, header), lines: count };
    const next = lines[at + count];
    if (cells !== openQuote || count === mostLines || next?.isUtf8 === false) {
      return { row: malformed(first.text, count === 1 ? cells : openQuote), lines: 1 };
    }
    if (!next) return null;
    text += `\n${next.text}`;
  }
}

const malformed = (value: string, message: string): Fault => ({ column: null, value, message });

/** The cells under columns with names. Those under others must be blank. */
function named(cells: string[], { roles }: Header): Row {
  const surplus = cells.findIndex((cell, place) => roles[place] === null && cell.trim() !== '');
  if (surplus < 0) return { cells: cells.filter((_, place) => roles[place] !== null) };
  const value = cells[surplus]!;
  const message = `not blank, though the column has no name in the header: ${value}`;
  return { column: `column ${surplus + 1}`, value, message };
}

const notUtf8 = 'not written in UTF-8: save the file as CSV in UTF-8';
export const openQuote = 'a quote is opened and not closed';
export const strayQuote = 'misplaced quote (within a quoted cell a quote is doubled)';

function readCells(text: string, { roles, delimiter }: Header): string[] | string {
  if (text.includes('\0')) return 'contains a NUL byte';
  const cells = text.includes('"') ? quotedCells(text, delimiter) : text.split(delimiter);
  if (typeof cells === 'string') return cells;
  if (cells.length === roles.length) return cells;
  return `wrong number of cells: ${cells.length} where the header has ${roles.length}`;
}

function quotedCells(text: string, delimiter: string): string[] | string {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n' });
  if (errors.some(({ code }) => code === 'InvalidQuotes')) return strayQuote;
  if (errors.length) return openQuote;
  return data[0] ?? [];
}
