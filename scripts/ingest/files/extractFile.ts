import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { type Limits, refusalOf } from '../limits.ts';
import { fileProblem, type Problem } from '../problem.ts';
import { firstBytes, packingOf } from './firstBytes.ts';
import { type GivenFile, stateOf, takeFile } from './givenFile.ts';
import type { FileAtHand } from './taken.ts';
import type { TextCounter } from './textCounter.ts';
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

/** What opening files needs: a folder to unpack into, the limits, and what counts their texts. */
interface Opening {
  work: string;
  limits: Limits;
  counter: TextCounter;
}

/**
 * Opens local files, unpacking zips into the work folder. What cannot be opened is a problem; the names of members of
 * zips that are neither tables nor boundaries go to `unread`.
 */
export async function openFiles(
  given: readonly FileAtHand[],
  opening: Opening,
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
      const prefix = join(opening.work, String(index));
      files.push(...(await openFile(file, prefix, opening, problems, unread)));
    } catch (error) {
      problems.push(fileProblem(name, cannotRead(error as NodeJS.ErrnoException, path)));
    }
  }
  return files;
}

async function openFile(
  file: FileAtHand,
  prefix: string,
  { limits, counter }: Opening,
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
  const packing = packingOf(path);
  if (packing === null) {
    const { before, bytes, count, foldInto } = counter.of(path);
    const folded = `${prefix}.folded`;
    foldInto(folded);
    return [
      {
        ...{ name, path, given: takeFile(file, before) },
        partCounted: () => (state.size > 0 ? bytes() / state.size : 1),
        tally: async () => (await count).tally,
        folded: async () => ((await count).isFolded ? folded : null),
      },
    ];
  }
  const given = takeFile(file, stateOf(path));
  if (packing === 'zip') {
    const members = await unpackZip(path, name, prefix, limits, problems, unread);
    return members.map((text) => ({ ...text, given }));
  }
  try {
    return [{ name, given, ...(await unpackGzip(path, `${prefix}.csv`, limits)) }];
  } catch (error) {
    problems.push(fileProblem(name, `cannot unpack the gzip: ${(error as Error).message}`));
    return [];
  }
}

function cannotRead(error: NodeJS.ErrnoException, path: string): string {
  if (error.code === 'ENOENT') return `there is no such file: ${path}`;
  if (error.code === 'EACCES') return `no permission to read the file: ${path}`;
  return `cannot read the file: ${error.message}`;
}

/** A file's bytes as a stream. */
export const openText = ({ path }: ExtractFile): Readable =>
  createReadStream(path, { highWaterMark: 1 << 18 });

/** The first 64 KB of a file's text. */
export const readHead = ({ path }: ExtractFile): Buffer => firstBytes(path, headBytes);
