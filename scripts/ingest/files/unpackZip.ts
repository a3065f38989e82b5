import { statfs } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { PassThrough, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { type Limits, refusalOf } from '../limits.ts';
import { fileProblem, type Problem } from '../problem.ts';
import { zipNature } from './nature.ts';
import type { TextFile } from './textTally.ts';
import { unpackingTo } from './unpacking.ts';

const mostMembers = 500;

/** What is unpacked, and what would hold more to unpack. */
const readable = /\.(csv|geojson)\s*$/i;
const packed = /\.(zip|gz|tgz|7z|rar|bz2|xz|zst)$/i;

/**
 * Unpacks the CSVs and boundaries of a zip, from any folders, into files `prefix-0.csv`, `prefix-1.csv` and so on.
 * Names of members are shown, but never used as paths. Members that are broken, too large, encrypted, workbooks or
 * packed themselves are problems; the names of all others go to `unread`.
 */
export async function unpackZip(
  path: string,
  zipName: string,
  prefix: string,
  limits: Limits,
  problems: Problem[],
  unread: string[] = [],
): Promise<(TextFile & { name: string })[]> {
  const unpacked: (TextFile & { name: string })[] = [];
  let member = zipName;
  try {
    const zip = await openPromise(path, { lazyEntries: true, autoClose: false });
    try {
      const all = await entriesOf(zip);
      const entries = all.filter(({ fileName }) => readable.test(fileName));
      const names = shownNames(entries);
      if (entries.length) sortOut(all, zipName, problems, unread);
      const refusal = entries.length
        ? whyNot(entries, limits, await freeBytes(dirname(prefix)))
        : zipNature(all.map(({ fileName }) => fileName));
      if (refusal) problems.push(fileProblem(zipName, refusal));
      for (const [index, entry] of refusal ? [] : entries.entries()) {
        member = `${zipName}/${names[index]}`;
        const text = await unpackMember(zip, entry, `${prefix}-${index}.csv`, limits);
        unpacked.push({ name: member, ...text });
      }
    } finally {
      zip.close();
    }
  } catch (error) {
    problems.push(fileProblem(member, `cannot unpack the zip: ${(error as Error).message}`));
  }
  return unpacked;
}

/** Reports packed members, which may hold what was meant to be read, and notes the names of others not unpacked. */
function sortOut(
  all: readonly Entry[],
  zipName: string,
  problems: Problem[],
  unread: string[],
): void {
  for (const { fileName } of all.filter(({ fileName }) => !readable.test(fileName))) {
    const name = `${zipName}/${fileName}`;
    if (packed.test(fileName)) problems.push(fileProblem(name, packedWithin));
    else unread.push(name);
  }
}

const packedWithin =
  'packed within the zip, and so not read: unpack it and give its files, or leave it out';

/** The files of a zip, without folders and the extra files of macOS and Windows. */
async function entriesOf(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) if (!isClutter(entry.fileName)) entries.push(entry);
  return entries;
}

const isClutter = (name: string) =>
  /\/$|(^|\/)(__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i.test(name);

/** Names of members for display: without their folders, unless several have the same name. */
function shownNames(entries: readonly Entry[]): string[] {
  const names = entries.map(({ fileName }) => basename(fileName));
  return names.map((name, i) =>
    names.indexOf(name) === names.lastIndexOf(name) ? name : entries[i]!.fileName,
  );
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** Why a zip cannot be unpacked, decided before unpacking any of it; null if it can. */
function whyNot(entries: readonly Entry[], limits: Limits, free: number): string | null {
  const total = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  const strange = entries.find(({ compressionMethod }) => ![0, 8].includes(compressionMethod));
  if (entries.length > mostMembers) return `the zip contains too many files: ${entries.length}`;
  const refusal = refusalOf(limits, 'unpackedBytes', total);
  if (refusal) return `the zip ${refusal}`;
  if (total > free) return `no room on the disk to unpack the zip: ${total} bytes, free ${free}`;
  if (entries.some((entry) => entry.isEncrypted())) return 'the zip is encrypted: unpack it first';
  return strange
    ? `the zip is packed by a method that is not supported: ${strange.compressionMethod}`
    : null;
}

async function unpackMember(
  zip: ZipFile,
  entry: Entry,
  path: string,
  limits: Limits,
): Promise<TextFile> {
  const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false });
  let bytes = 0;
  let sum = 0;
  const checked = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      sum = crc32(chunk, sum);
      done(bytes > entry.uncompressedSize ? new Error('it is larger than it says') : null, chunk);
    },
  });
  const inflate =
    entry.compressionMethod === 8 ? createInflateRaw({ chunkSize: 1 << 18 }) : new PassThrough();
  const { counting, target, text } = unpackingTo(path, limits);
  await pipeline(packed, inflate, checked, counting, target);
  if (bytes !== entry.uncompressedSize || sum !== entry.crc32) {
    throw new Error('its checksum does not match');
  }
  return text;
}
