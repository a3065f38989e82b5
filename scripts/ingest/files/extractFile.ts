import { createReadStream } from 'node:fs';
import { open, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { type Limits, refusalOf } from '../limits.ts';
import { fileProblem, type Problem } from '../problem.ts';
import { FoldingTally } from './foldingTally.ts';
import { type GivenFile, takeFile } from './givenFile.ts';
import type { FileAtHand } from './taken.ts';
import type { TextFile } from './textTally.ts';
import { unpackGzip } from './unpackGzip.ts';
import { unpackZip } from './unpackZip.ts';

/** One text to read: a given file, uncompressed if it was a gzip, or a member of a given zip. */
export interface ExtractFile extends TextFile {
  name: string;
  /** The given file; for a member, its zip. */
  given: GivenFile;
}

const headBytes = 65_536;

/**
 * Opens local files, unpacking zips into the work folder. What cannot be opened is a problem; the names of members of
 * zips that are neither tables nor boundaries go to `unread`.
 */
export async function openFiles(
  given: readonly FileAtHand[],
  workFolder: string,
  limits: Limits,
  problems: Problem[],
  unread: string[] = [],
): Promise<ExtractFile[]> {
  const seen = new Set<string>();
  const files: ExtractFile[] = [];
  for (const [index, { path, ...known }] of given.entries()) {
    const { name } = known;
    try {
      const real = await realpath(path);
      if (seen.has(real)) continue;
      seen.add(real);
      const file = { path: real, ...known };
      files.push(
        ...(await openFile(file, join(workFolder, String(index)), limits, problems, unread)),
      );
    } catch (error) {
      problems.push(fileProblem(name, cannotRead(error as NodeJS.ErrnoException, path)));
    }
  }
  return files;
}

async function openFile(
  file: FileAtHand,
  unpackedPrefix: string,
  limits: Limits,
  problems: Problem[],
  unread: string[],
): Promise<ExtractFile[]> {
  const { path, name } = file;
  const state = await stat(path);
  const refusal = state.isFile()
    ? refusalOf(limits, 'fileBytes', state.size)
    : `not a file: ${path}`;
  if (refusal) {
    problems.push(fileProblem(name, refusal));
    return [];
  }
  const start = await readStart(path, 4);
  if (start.toString('latin1').startsWith('PK')) {
    const given = await takeFile(file);
    const members = await unpackZip(path, name, unpackedPrefix, limits, problems, unread);
    return members.map((text) => ({ ...text, given }));
  }
  if (start[0] === 0x1f && start[1] === 0x8b) {
    const given = await takeFile(file);
    try {
      return [{ name, given, ...(await unpackGzip(path, `${unpackedPrefix}.csv`, limits)) }];
    } catch (error) {
      problems.push(fileProblem(name, `cannot unpack the gzip: ${(error as Error).message}`));
      return [];
    }
  }
  const tally = new FoldingTally(`${unpackedPrefix}.folded`);
  const given = await takeFile(file, tally);
  const whole = () => given.counted.then(() => tally);
  return [
    {
      ...{ name, path, given },
      partCounted: () => (state.size > 0 ? tally.sum.bytes / state.size : 1),
      tally: async () => (await whole()).sum,
      folded: async () => (await whole()).folded,
    },
  ];
}

function cannotRead(error: NodeJS.ErrnoException, path: string): string {
  if (error.code === 'ENOENT') return `there is no such file: ${path}`;
  if (error.code === 'EACCES') return `no permission to read the file: ${path}`;
  return `cannot read the file: ${error.message}`;
}

async function readStart(path: string, length: number): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** A file's bytes as a stream. */
export const openText = ({ path }: ExtractFile): Readable =>
  createReadStream(path, { highWaterMark: 1 << 18 });

/** The first 64 KB of a file's text. */
export const readHead = ({ path }: ExtractFile): Promise<Buffer> => readStart(path, headBytes);
