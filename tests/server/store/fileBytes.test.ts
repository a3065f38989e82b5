import { mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fileBytes } from '../../../server/store/fileBytes.ts';
import { gathered } from '../../support/bytes.ts';

const folder = mkdtempSync(join(tmpdir(), 'uptake-bytes-'));
afterAll(() => rmSync(folder, { recursive: true }));

const content = Buffer.from(Array.from({ length: 600_000 }, (_, i) => i % 251));
const made = (name: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

describe('fileBytes', () => {
  it('gives the size and every byte', async () => {
    const { bytes, read } = await fileBytes(made('whole'), 'the file');
    expect(bytes).toBe(600_000);
    expect((await gathered(read())).equals(content)).toBe(true);
  });

  it('gives a part of it, and its time', async () => {
    const path = made('part');
    const { modified, read } = await fileBytes(path, 'the file');
    expect(modified).toEqual(statSync(path).mtime);
    expect(
      (await gathered(read(100_000, 400_001))).equals(content.subarray(100_000, 400_001)),
    ).toBe(true);
  });

  it('rejects a missing file with a reason', async () => {
    await expect(fileBytes(join(folder, 'none'), 'the file of it')).rejects.toMatchObject({
      status: 503,
      message: 'the file of it cannot be read: it is no longer there',
    });
  });

  it('rejects one removed before its first byte, and an unreadable one', async () => {
    const path = made('removed');
    const pieces = (await fileBytes(path, 'the file')).read();
    rmSync(path);
    await expect(pieces.next()).rejects.toMatchObject({ status: 503 });
    const ofFolder = await fileBytes(folder, 'the file');
    await expect(ofFolder.read().next()).rejects.toThrow(/EISDIR/);
  });

  it.each([
    ['cut', 300_000, 'the file was cut while it was sent: 300000 of 600000 bytes'],
    ['longer', 700_000, 'the file was changed while it was sent: 700000 bytes'],
  ])('fails if the file is %s before all of it was read', async (name, size, message) => {
    const path = made(name);
    const pieces = (await fileBytes(path, 'the file')).read();
    await pieces.next();
    truncateSync(path, size);
    await expect(gathered(pieces)).rejects.toThrow(message);
  });

  it('gives all bytes of a file removed while it is read', async () => {
    const path = made('going');
    const pieces = (await fileBytes(path, 'the file')).read();
    const { value } = await pieces.next();
    rmSync(path);
    const rest = await gathered(pieces);
    expect(Buffer.concat([value!, rest]).equals(content)).toBe(true);
  });
});
