import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { addFound, type Problem } from '../problem.ts';
import type { ExtractFile } from './extractFile.ts';
import type { Header } from './readHeader.ts';
import { readRecords } from './readRecords.ts';

/**
 * Rewrites a file that DuckDB rejects into one that it can read, `target`: plain CSV without header, each row preceded
 * by its data row number in the given file. Malformed rows are left out and added to the problems.
 */
export async function rewriteRows(
  file: ExtractFile,
  header: Header,
  target: string,
  problems: Problem[],
): Promise<void> {
  await pipeline(rewritten(file, header, problems), createWriteStream(target));
}

async function* rewritten(
  file: ExtractFile,
  header: Header,
  problems: Problem[],
): AsyncGenerator<string> {
  let row = 0;
  for await (const rows of readRecords(file, header)) {
    let text = '';
    for (const one of rows) {
      row++;
      if ('message' in one) addFound(problems, file.name, [{ row, ...one }]);
      else text += `${row},${one.cells.map(quotedWhereNeeded).join(',')}\n`;
    }
    if (text) yield text;
  }
}

const quotedWhereNeeded = (cell: string): string =>
  /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
