import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { filesFolder } from '../../../data/definitions/releaseFolder.ts';
import { MadeFiles } from '../../../server/http/madeFiles.ts';

const folder = mkdtempSync(join(tmpdir(), 'uptake-made-'));
const beside = join(folder, filesFolder);
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('of files that an earlier process made, the oldest are deleted where there is no room', async () => {
  mkdirSync(beside, { recursive: true });
  const hours = { 'b.csv': 3, 'a.csv': 1, 'c.csv': 2, '.draft-old': 2, '.draft-new': 0 };
  for (const [name, age] of Object.entries(hours)) {
    writeFileSync(join(beside, name), 'x'.repeat(100));
    const then = Date.now() / 1000 - age * 3600;
    utimesSync(join(beside, name), then, then);
  }
  const files = new MadeFiles(folder, 250);
  const left = new AbortController().signal;
  const none = async function* () {};
  expect(files.get('a.csv', left, none)).toBeNull();
  expect(readdirSync(beside).sort()).toEqual(['.draft-new', 'a.csv', 'c.csv']);
  // It was read last, so the other one goes.
  await files.get('d.csv', left, async function* () {
    yield 'y'.repeat(100);
  })!.whole;
  await expect.poll(() => existsSync(join(beside, 'c.csv'))).toBe(false);
  expect(readdirSync(beside).sort()).toEqual(['.draft-new', 'a.csv', 'd.csv']);
});
