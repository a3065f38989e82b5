import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { fileProblem, type Problem } from '../problem.ts';
import { unpackZip } from './unpackZip.ts';

export interface Digest {
  sha256: string;
  bytes: number;
}

/** One CSV to read: a file given, or a member of a zip given. */
export interface ExtractFile {
  name: string;
  path: string;
  gzip: boolean;
  /** Of the file given: the zip itself for its members. */
  digest: Promise<Digest>;
}

const headBytes = 65_536;

/** Opens the files given, unpacking zips into the work folder; what cannot be opened is a problem. */
export async function openFiles(
  paths: readonly string[],
  workFolder: string,
  problems: Problem[],
): Promise<ExtractFile[]> {
  const seen = new Set<string>();
  const files: ExtractFile[] = [];
  for (const [index, path] of paths.entries()) {
    const name = basename(path);
    try {
      const real = await realpath(path);
      if (seen.has(real)) continue;
      seen.add(real);
      files.push(...(await openFile(real, name, join(workFolder, String(index)), problems)));
    } catch (error) {
      problems.push(fileProblem(name, cannotRead(error as NodeJS.ErrnoException, path)));
    }
  }
  return files;
}

async function openFile(
  path: string,
  name: string,
  unpackedPrefix: string,
  problems: Problem[],
): Promise<ExtractFile[]> {
  if (!(await stat(path)).isFile()) {
    problems.push(fileProblem(name, `not a file: ${path}`));
    return [];
  }
  const start = await readStart(path, 4);
  const digest = digestOf(path);
  digest.catch(() => {});
  if (start.toString('latin1').startsWith('PK')) {
    const members = await unpackZip(path, name, unpackedPrefix, problems);
    return members.map((member) => ({ ...member, gzip: false, digest }));
  }
  return [{ name, path, gzip: start[0] === 0x1f && start[1] === 0x8b, digest }];
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

/** A file's bytes as they come, unpacked where it is a gzip; fails where the gzip is broken. */
export function openText({ path, gzip }: ExtractFile): Readable {
  const source = createReadStream(path, { highWaterMark: 1 << 18 });
  return gzip ? pipeline(source, createGunzip(), () => {}) : source;
}

/** The first 64 KB of a file's text, unpacked where it is a gzip; throws where the gzip is broken. */
export async function readHead(file: ExtractFile): Promise<Buffer> {
  if (!file.gzip) return readStart(file.path, headBytes);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of openText(file)) {
    chunks.push(chunk);
    if ((length += chunk.length) >= headBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, headBytes);
}

async function digestOf(path: string): Promise<Digest> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk);
  return { sha256: hash.digest('hex'), bytes: (await stat(path)).size };
}
