import { open } from 'node:fs/promises';
import { type Limits, refusalOf } from '../limits.ts';
import { fileProblem, type Problem } from '../problem.ts';
import type { ExtractFile } from './extractFile.ts';
import type { Newline } from './readHeader.ts';

/** Problems of a CSV with too many rows or too long lines. */
export async function beyondLimits(file: ExtractFile, limits: Limits): Promise<Problem[]> {
  const { rows, longest } = await file.tally();
  const tooMany = refusalOf(limits, 'rows', rows - 1);
  const tooLong = refusalOf(limits, 'lineBytes', longest.bytes);
  return [
    ...(tooMany ? [fileProblem(file.name, tooMany)] : []),
    ...(tooLong ? [{ ...fileProblem(file.name, tooLong), row: longest.row }] : []),
  ];
}

/** The problem of a CSV whose last line has no line ending, so that its last cell may be incomplete. */
export async function cutShort(file: ExtractFile, newline: Newline): Promise<Problem[]> {
  const lines = (await readEnd(file.path, 400)).split(newline === '\r' ? /[\r\n]/ : '\n');
  const value = lines.at(-1)!.slice(-60);
  if (value.trim() === '' && lines.length > 1) return [];
  const row = (await file.tally()).rows - 1;
  // A header alone is complete; it is said elsewhere that nothing is under it.
  if (row === 0) return [];
  return [{ ...fileProblem(file.name, `${unended}: ${value}`), row, value }];
}

const unended =
  'the last line has no line end, so the file may have been cut short (download it again, or add the line end if it is complete)';

/** The problem of a file from which the reader got more or fewer rows than were counted in its bytes. */
export async function otherRows(file: ExtractFile, rows: number): Promise<Problem[]> {
  const held = (await file.tally()).rows - 1;
  if (held === rows) return [];
  return [fileProblem(file.name, `not every row was read: ${rows} of ${held}`)];
}

/** The problems of files that were written to while they were read. */
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
