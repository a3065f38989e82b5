import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { firstStep } from '../../scripts/firstRelease.ts';
import { ReleaseFolder } from '../../server/store/releases/folder.ts';

const scratch = mkdtempSync(join(tmpdir(), 'uptake-first-'));
afterAll(() => rmSync(scratch, { recursive: true }));

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(scratch, 'project-')), 'releases');
});
const own = (only: 'published' | 'illustrative' | null = null) =>
  firstStep({ folder, isNamed: false, only });

describe('a start without a current release', () => {
  it('makes the illustrative England if the project has no folder of releases yet', () => {
    expect(own()).toEqual({
      do: 'illustrate',
      say: 'There is no release yet: making the illustrative England…',
    });
    expect(own('illustrative').do).toBe('illustrate');
  });

  it('makes it again if that was interrupted before', () => {
    mkdirSync(join(folder, '.building-12'), { recursive: true });
    writeFileSync(join(folder, '.lock'), '');
    expect(own().do).toBe('illustrate');
    writeFileSync(join(folder, '2015-03.1.duckdb'), '');
    writeFileSync(join(folder, '.publishing'), '2015-03.1\n');
    expect(own().do).toBe('illustrate');
  });

  it('stops at an existing empty folder, which may be an unmounted disk', () => {
    mkdirSync(folder);
    expect(own()).toEqual({
      do: 'stop',
      say: `There is no release in ${folder}. If a disk belongs there, mount it. Make one of published files with \`npm run ingest -- FILE...\`, or an illustrative one with \`npm run illustrate\`.`,
    });
  });

  it('stops at a folder named by a setting, whether empty or missing', () => {
    const say = `There is no release in ${folder}, which UPTAKE_DATA names. If a disk belongs there, mount it. Make one of published files with \`npm run ingest -- FILE...\`, or an illustrative one with \`npm run illustrate\`.`;
    const named = () => firstStep({ folder, isNamed: true, only: null });
    expect(named()).toEqual({ do: 'stop', say });
    mkdirSync(folder);
    expect(named()).toEqual({ do: 'stop', say });
  });

  it('stops if illustrative figures are forbidden', () => {
    expect(own('published')).toEqual({
      do: 'stop',
      say: `There is no release in ${folder}. Make one of published files with \`npm run ingest -- FILE...\`; UPTAKE_KIND forbids an illustrative one.`,
    });
  });

  it('makes nothing beside releases, complete or not, or where there were some', () => {
    mkdirSync(folder);
    writeFileSync(join(folder, '2018-09.1.duckdb'), 'cut');
    writeFileSync(join(folder, '2018-03.1.duckdb'), '');
    expect(own()).toEqual({
      do: 'go on',
      say: `There is no file \`current\` in ${folder}, which holds 2018-09.1, 2018-03.1, so nothing was made. Choose the current release with \`npm run releases -- use ID\`.`,
    });
    for (const name of readdirSync(folder)) rmSync(join(folder, name));
    const removal = { release: '2018-09.1', removed_at: '2026-01-01T00:00:00Z' };
    writeFileSync(join(folder, '2018-09.1.json'), JSON.stringify(removal));
    expect(own().do).toBe('go on');
    expect(own().say).toContain('holds only releases that were removed');
  });

  it('finds existing releases', () => {
    expect([...new ReleaseFolder(inject('illustrative')).look().entries.keys()]).toEqual([
      '2015-03.1',
    ]);
  });

  it('ends with status 1 and a message, and leaves an unmounted folder as it is', () => {
    mkdirSync(folder);
    const root = fileURLToPath(new URL('../..', import.meta.url));
    const { status, stderr, stdout } = spawnSync(
      process.execPath,
      ['--import', './scripts/typescript.js', 'scripts/firstRelease.ts'],
      { cwd: root, env: { ...process.env, UPTAKE_DATA: folder }, encoding: 'utf8' },
    );
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(`There is no release in ${folder}, which UPTAKE_DATA names.`);
    expect(readdirSync(folder)).toEqual([]);
    expect(existsSync(join(folder, '..', 'illustrative'))).toBe(false);
  });
});
