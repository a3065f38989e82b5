import { open } from 'node:fs/promises';
import { type Limits, refusalOf } from '../limits.ts';
import { fileProblem, type Problem } from '../problem.ts';
import type { ExtractFile } from './extractFile.ts';
import type { Newline } from './readHeader.ts';

/** What of a CSV is beyond the limits on rows and lines. */
export async function beyondLimits(file: ExtractFile, limits: Limits): Promise<Problem[]> {
  const { rows, longest } = await file.tally();
  const tooMany = refusalOf(limits, 'rows', rows - 1);
  const tooLong = refusalOf(limits, 'lineBytes', longest.bytes);
  return [
    ...(tooMany ? [fileProblem(file.name, tooMany)] : []),
    ...(tooLong ? [{ ...fileProblem(file.name, tooLong), row: longest.row }] : []),
  ];
}

/** The problem of a CSV whose last line has no end, so that its last cell may be part of one. */
export async function cutShort(file: ExtractFile, newline: Newline): Promise<Problem[]> {
  const lines = (await readEnd(file.path, 400)).split(newline === '\r' ? /[\r\n]/ : '\n');
  const value = lines.at(-1)!.slice(-60);
  if (value.trim() === '' && lines.length > 1) return [];
  const row = (await file.tally()).rows - 1;
  return [{ ...fileProblem(file.name, `${unended}: ${value}`), row, value }];
}

const unended =
  'the last line has no line end, so the file may have been cut short (download it again, or add the line end if it is complete)';

/** The problem of a file from which more or fewer rows were read than its bytes hold. */
export async function otherRows(file: ExtractFile, rows: number): Promise<Problem[]> {
  const held = (await file.tally()).rows - 1;
  if (held === rows) return [];
  return [fileProblem(file.name, `not every row was read: ${rows} of ${held}`)];
}

/** The problems of files to which something was written while they were read. */
export async function changedFiles(files: readonly ExtractFile[]): Promise<Problem[]> {
  const given = [...new Set(files.map((file) => file.given))];
  const changed = await Promise.all(given.map(async (one) => !(await one.isUnchanged())));
  return given
    .filter((_, i) => changed[i])
    .map(({ name }) => fileProblem(name, 'the file changed while it was read: give it again'));
}

async function readEnd(path: string, length: number): Promise<string> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    const from = Math.max(0, size - length);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, from);
    return buffer.subarray(0, bytesRead).toString('utf8');
  } finally {
    await handle.close();
  }
}
