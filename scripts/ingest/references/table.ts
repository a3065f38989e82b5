import { isUtf8 } from 'node:buffer';
import Papa from 'papaparse';
import type { ExtractFile } from '../files/extractFile.ts';
import { openText } from '../files/extractFile.ts';
import { openQuote, strayQuote } from '../files/readRecords.ts';
import { addFound, fileProblem, type Problem } from '../problem.ts';
import { controls, mostCharacters } from '../rows/unusual.ts';

/** The largest reference file that is read, in bytes of text: many times the largest that exists. */
const mostBytes = 200 * 2 ** 20;

/** Adds a fault of a cell to the problems of a file: its data row (1 is the first), column and value. */
export type Complain = (
  row: number | null,
  column: string | null,
  value: string | null,
  message: string,
) => void;

/** Collects the problems of one file. */
export const complainer =
  (file: string, problems: Problem[]): Complain =>
  (row, column, value, message) => {
    addFound(problems, file, [{ row, column, value, message }]);
  };

/** The whole text of a file; null, with a problem, if it is not UTF-8 text. */
export async function readText(file: ExtractFile, problems: Problem[]): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of openText(file)) {
    chunks.push(chunk as Buffer);
    bytes += (chunk as Buffer).length;
    if (bytes > mostBytes) {
      problems.push(
        fileProblem(file.name, `too large for a reference file: over ${mostBytes} bytes`),
      );
      return null;
    }
  }
  const whole = Buffer.concat(chunks);
  if (!isUtf8(whole)) {
    problems.push(notUtf8(file.name, whole));
    return null;
  }
  // The parser takes the first line's end for that of all, and files are put together from several.
  return new TextDecoder('utf-8').decode(whole).replaceAll('\r\n', '\n');
}

/** The problem of a file whose bytes are not UTF-8, with its first line that is not. */
function notUtf8(file: string, bytes: Buffer): Problem {
  let line = 1;
  let from = 0;
  let end = bytes.indexOf('\n');
  while (end >= 0 && isUtf8(bytes.subarray(from, end))) {
    line++;
    from = end + 1;
    end = bytes.indexOf('\n', from);
  }
  const message = `not written in UTF-8, first in line ${line}: save the file in UTF-8`;
  return { ...fileProblem(file, message), value: bytes.toString('utf8', from, from + 200) };
}

const controlCharacters = new RegExp(controls, 'u');

/** What is wrong with a name, as it would be in an extract; null if nothing is. */
export function nameFault(name: string): string | null {
  if (controlCharacters.test(name)) return 'contains a line break or another control character';
  return name.length > mostCharacters ? `longer than ${mostCharacters} characters` : null;
}

/** A row of a CSV with its data row number, 1 being the first. */
export interface CsvRow {
  row: number;
  cells: string[];
}

/** A table as text, and its delimiter. */
export interface Csv {
  text: string;
  delimiter: string;
}

/**
 * The rows of a CSV under its header or, given the number of its columns, of one without a header. Spaces around cells
 * and empty rows are dropped. Complains of rows with the wrong number of cells, of a header without rows, and of a
 * misplaced quote. After that it is uncertain where rows begin, so none are returned.
 */
export function csvRows(
  { text, delimiter }: Csv,
  width: number | null,
  complain: Complain,
): CsvRow[] {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter });
  const header = width === null ? 1 : 0;
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken) {
    const row = data.slice(0, broken.row).filter(isFilled).length + 1 - header;
    const value = lineBefore(text, broken.index!);
    const message = broken.code === 'MissingQuotes' ? openQuote : strayQuote;
    complain(row, null, value, message);
    return [];
  }
  const filled = data.filter(isFilled);
  const wanted = width ?? filled[0]!.length;
  if (filled.length === header) complain(null, null, null, 'no rows under the header');
  return filled.slice(header).flatMap((cells, i) => {
    if (cells.length === wanted) return [{ row: i + 1, cells: cells.map((cell) => cell.trim()) }];
    complain(
      i + 1,
      null,
      cells.join(delimiter),
      `wrong number of cells: ${cells.length} where there should be ${wanted}`,
    );
    return [];
  });
}

const isFilled = (cells: readonly string[]): boolean => cells.some((cell) => cell.trim() !== '');

/** The line of a text with the character before a place. */
function lineBefore(text: string, place: number): string {
  const ends = ['\n', '\r'].map((end) => text.lastIndexOf(end, place - 1));
  return text.slice(Math.max(...ends) + 1).split(/[\r\n]/, 1)[0]!;
}

/** The cells of the first row of a CSV that is not blank: its column names, if it has a header. */
export const firstRow = ({ text, delimiter }: Csv): string[] => {
  const { data } = Papa.parse<string[]>(text.replace(blankLines, ''), { delimiter, preview: 1 });
  return (data[0] ?? []).map((name) => name.trim());
};

const blankLines = /^(?:[ \t]*[\r\n])*/;

/** Complains of every row with the key of an earlier row; the message ends in the key and that row. */
export function complainOfRepeats<Row extends { row: number }>(
  rows: readonly Row[],
  column: string,
  keyOf: (row: Row) => string,
  complain: Complain,
): void {
  const seen = new Map<string, number>();
  for (const one of rows) {
    const key = keyOf(one);
    const before = seen.get(key);
    if (before === undefined) seen.set(key, one.row);
    else complain(one.row, column, key, `given twice, first in row ${before}: ${key}`);
  }
}
