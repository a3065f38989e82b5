import { createWriteStream } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { PassThrough, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { fileProblem, type Problem } from './problem.ts';

/** Most that the CSVs of one zip may hold together: far more than ten years of extracts. */
const mostBytes = 20 * 2 ** 30;
const mostMembers = 500;

/**
 * Unpacks the CSVs of a zip into files `prefix-0.csv`, `prefix-1.csv` and so on; names of members are shown,
 * never used as paths. What is broken, too large or encrypted is a problem.
 */
export async function unpackZip(
  path: string,
  zipName: string,
  prefix: string,
  problems: Problem[],
): Promise<{ name: string; path: string }[]> {
  const unpacked: { name: string; path: string }[] = [];
  let member = zipName;
  try {
    const zip = await openPromise(path, { lazyEntries: true });
    const room = Math.min(mostBytes, await freeBytes(dirname(prefix)));
    let total = 0;
    for await (const entry of zip.eachEntry()) {
      if (!isCsv(entry.fileName)) continue;
      member = `${zipName}/${basename(entry.fileName)}`;
      total += entry.uncompressedSize;
      const refusal = refusalOf(entry, total, room, unpacked.length);
      if (refusal) {
        problems.push(fileProblem(member, refusal));
        return unpacked;
      }
      const target = `${prefix}-${unpacked.length}.csv`;
      await unpackMember(zip, entry, target);
      unpacked.push({ name: member, path: target });
    }
    if (unpacked.length === 0) {
      problems.push(fileProblem(zipName, 'the zip holds no .csv file'));
    }
  } catch (error) {
    problems.push(fileProblem(member, `cannot unpack the zip: ${(error as Error).message}`));
  }
  return unpacked;
}

const isCsv = (name: string) => /\.csv$/i.test(name) && !/(^|\/)(__MACOSX\/|\._)/.test(name);

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

function refusalOf(entry: Entry, total: number, room: number, before: number): string | null {
  if (entry.isEncrypted()) return 'the zip is encrypted: unpack it first';
  if (before >= mostMembers) return `the zip holds too many .csv files: more than ${mostMembers}`;
  if (total > room) return `the zip is too large to unpack here: ${total} bytes, room for ${room}`;
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
    return `the zip is packed by a method that is not supported: ${entry.compressionMethod}`;
  }
  return null;
}

async function unpackMember(zip: ZipFile, entry: Entry, target: string): Promise<void> {
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
  await pipeline(packed, inflate, checked, createWriteStream(target));
  if (bytes !== entry.uncompressedSize || sum !== entry.crc32) {
    throw new Error('its checksum does not match');
  }
}
