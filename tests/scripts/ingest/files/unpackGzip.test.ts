import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { unpackGzip } from '../../../../scripts/ingest/files/unpackGzip.ts';
import { readLimits } from '../../../../scripts/ingest/limits.ts';
import { scratchFolder, written } from '../scratch.ts';

const scratch = scratchFolder();
const limits = readLimits({});
const target = join(scratch, 'unpacked');
const unpacked = async (gzip: Buffer, within = limits) => {
  const { path, tally } = await unpackGzip(written(scratch, 'a.gz', gzip), target, within);
  return { text: readFileSync(path, 'utf8'), ...(await tally()) };
};

const two = [gzipSync('a,b\n1,'), gzipSync('2\n3,4\n')] as const;

describe('a gzip', () => {
  it('of several parts is one text', async () => {
    const gzip = Buffer.concat(two);
    expect(await unpacked(gzip)).toMatchObject({ text: 'a,b\n1,2\n3,4\n', rows: 3, bytes: 12 });
  });

  it('is rejected wherever it is cut, except at the end of a part', async () => {
    const gzip = Buffer.concat(two);
    const whole: [number, string][] = [];
    for (let length = 0; length < gzip.length; length++) {
      await unpacked(gzip.subarray(0, length)).then(
        ({ text }) => whole.push([length, text]),
        (error) => expect(error.message).toBe('unexpected end of file'),
      );
    }
    expect(whole).toEqual([[two[0].length, 'a,b\n1,']]);
  });

  it.each([
    ['nothing but zeros', Buffer.alloc(512), '512 bytes follow its end'],
    ['zeros and another part', Buffer.concat([Buffer.alloc(8), two[1]]), 'bytes follow its end'],
    ['anything else', Buffer.from('and so on'), 'incorrect header check'],
    ['the beginning of a part', Buffer.from([0x1f, 0x8b]), 'unexpected end of file'],
  ])('is refused where %s follows its end', async (_, tail, message) => {
    await expect(unpacked(Buffer.concat([two[0], tail]))).rejects.toThrow(message);
  });

  it.each([
    ['checksum', 8, 'incorrect data check'],
    ['length', 4, 'incorrect length check'],
  ])('is rejected if its %s is wrong', async (_, fromEnd, message) => {
    const gzip = Buffer.from(two[1]);
    gzip[gzip.length - fromEnd]! ^= 1;
    await expect(unpacked(gzip)).rejects.toThrow(message);
  });

  it('is rejected as soon as it unpacks to too much', async () => {
    const bomb = gzipSync(Buffer.alloc(2 ** 20, 'a,b\n'));
    await expect(unpacked(bomb, { ...limits, unpackedBytes: 1000 })).rejects.toThrow(
      'unpacks to too much: over 1,000 bytes (the setting UPTAKE_MAX_UNPACKED)',
    );
    await expect(unpacked(bomb, { ...limits, rows: 10 })).rejects.toThrow(
      'too many rows: over 10 rows (the setting UPTAKE_MAX_ROWS)',
    );
  });
});
