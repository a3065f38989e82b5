import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { filesFolder } from '../../../data/definitions/releaseFolder.ts';
import { MadeFiles } from '../../../server/http/madeFiles.ts';

const folder = mkdtempSync(join(tmpdir(), 'uptake-made-'));
const beside = join(folder, filesFolder);
const left = new AbortController().signal;
beforeEach(() => mkdirSync(beside, { recursive: true }));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('of files that an earlier process made, the oldest are deleted where there is no room', async () => {
  const hours = { 'b.csv': 3, 'a.csv': 1, 'c.csv': 2, '.draft-old': 2, '.draft-new': 0 };
  for (const [name, age] of Object.entries(hours)) {
    writeFileSync(join(beside, name), 'x'.repeat(100));
    const then = Date.now() / 1000 - age * 3600;
    utimesSync(join(beside, name), then, then);
  }
  const files = new MadeFiles(folder, 250);
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

const some = async function* () {
  yield 'x';
};

it('files are made in a private folder where the folder of releases has no room', async () => {
  const files = new MadeFiles(folder, undefined, () => 40_960);
  expect(await files.get('a.csv', left, some)!.whole).toBe(1);
  expect(await files.get('b.csv', left, some)!.whole).toBe(1);
  expect(readdirSync(beside)).toEqual([]);
  expect(files.get('a.csv', left, some)).toBeNull();
  expect(files.pathOf('b.csv')).toContain(join(tmpdir(), `gp-online-uptake-${hostname()}-`));
});

it('files are made there too once one did not fit', async () => {
  const files = new MadeFiles(folder);
  const full = async function* () {
    yield 'x';
    throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
  };
  await expect(files.get('a.csv', left, full)!.whole).rejects.toThrow('no space');
  expect(await files.get('a.csv', left, some)!.whole).toBe(1);
  expect(readdirSync(beside)).toEqual([]);
});

it('private folders of processes that were killed are deleted at the start, and no others', () => {
  const prefix = join(tmpdir(), `gp-online-uptake-${hostname()}-`);
  const over = spawnSync(process.execPath, ['--version']).pid;
  const hourAgo = Date.now() / 1000 - 3600;
  const folders = [
    { name: `${prefix}${over}-killed`, stays: false },
    { name: `${prefix}${process.pid}-before`, stays: false },
    { name: `${prefix}${process.pid}-now`, stays: true },
    { name: `${prefix}${process.ppid}-living`, stays: true },
    { name: `${prefix}other-${over}-abc`, stays: true },
  ];
  for (const { name } of folders) {
    mkdirSync(name);
    writeFileSync(join(name, 'made.zip'), 'x');
  }
  utimesSync(folders[1]!.name, hourAgo, hourAgo);
  new MadeFiles(folder);
  const left = folders.map(({ name }) => existsSync(name));
  for (const { name } of folders) rmSync(name, { recursive: true, force: true });
  expect(left).toEqual(folders.map(({ stays }) => stays));
});
