import Papa from 'papaparse';
import type { ExtractFile } from '../files/extractFile.ts';
import { openText } from '../files/extractFile.ts';
import { addFound, fileProblem, type Problem } from '../problem.ts';

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
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    // The parser takes the first line's end for that of all, and files are put together from several.
    return text.replaceAll('\r\n', '\n');
  } catch {
    problems.push(fileProblem(file.name, 'not written in UTF-8: save the file in UTF-8'));
    return null;
  }
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
 * and empty rows are dropped. Rows with the wrong number of cells or bad quotes are problems.
 */
export function csvRows(
  { text, delimiter }: Csv,
  width: number | null,
  complain: Complain,
): CsvRow[] {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, skipEmptyLines: 'greedy' });
  const header = width === null;
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken) {
    complain(
      (broken.row ?? 0) + (header ? 0 : 1),
      null,
      null,
      `misplaced quote: ${broken.message.toLowerCase()}`,
    );
    return [];
  }
  const wanted = width ?? data[0]!.length;
  return data.slice(header ? 1 : 0).flatMap((cells, i) => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    if (cells.length === wanted) return [{ row: i + 1, cells: cells.map((cell) => cell.trim()) }];
    complain(
      i + 1,
      null,
      null,
      `wrong number of cells: ${cells.length} where there should be ${wanted}`,
    );
    return [];
  });
}

/** The cells of the first row of a CSV that is not empty: its column names, if it has a header. */
export const firstRow = ({ text, delimiter }: Csv): string[] =>
  (
    Papa.parse<string[]>(text, { delimiter, preview: 1, skipEmptyLines: 'greedy' }).data[0] ?? []
  ).map((name) => name.trim());

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
