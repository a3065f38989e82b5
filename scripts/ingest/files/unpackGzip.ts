import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Limits } from '../limits.ts';
import type { TextFile } from './textTally.ts';
import { unpackingTo } from './unpacking.ts';

/**
 * Unpacks a gzip of one or several parts into the file `target`. Throws if it is incomplete, if a checksum or length
 * does not match, if anything follows its end, or if a limit is exceeded.
 */
export async function unpackGzip(path: string, target: string, limits: Limits): Promise<TextFile> {
  const { size } = await stat(path);
  const gunzip = createGunzip({ chunkSize: 1 << 18 });
  const { counting, target: file, text } = unpackingTo(target, limits);
  await pipeline(createReadStream(path, { highWaterMark: 1 << 18 }), gunzip, counting, file);
  const surplus = size - gunzip.bytesWritten;
  if (surplus !== 0) throw new Error(`${surplus} bytes follow its end`);
  return text;
}
