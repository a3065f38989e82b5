import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { manifestText } from '../../../data/definitions/manifest.ts';
import { ledgerFile } from '../../../data/definitions/releaseFolder.ts';
import { makeManifest } from '../../../scripts/ingest/folder/makeManifest.ts';
import { listReleases } from '../../../scripts/ingest/folder/releaseList.ts';
import type { Database } from '../../../server/store/database.ts';
import type { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { OpenFile } from '../../../server/store/openFile.ts';
import { type Release, Releases } from '../../../server/store/releases.ts';
import { copyRelease } from '../../support/copies.ts';

const folder = mkdtempSync(join(tmpdir(), 'uptake-many-'));
const ids = Array.from({ length: 6 }, (_, i) => `2015-03.${i + 1}`);

beforeAll(async () => {
  cpSync(inject('oneService'), folder, { recursive: true });
  for (const id of ids.slice(1)) await copyRelease(folder, ids[0]!, id);
  // Ninety-four more releases that are never opened: manifests, and files that only have the right size.
  const manifest = await makeManifest(join(folder, `${ids[0]}.duckdb`));
  rmSync(join(folder, ledgerFile));
  // As it was before there were ledgers.
  writeFileSync(join(folder, `${ids[0]}.json`), manifestText(manifest));
  for (let i = 7; i <= 100; i++) {
    const release = `2015-03.${i}`;
    writeFileSync(join(folder, `${release}.duckdb`), 'x'.repeat(100));
    writeFileSync(
      join(folder, `${release}.json`),
      manifestText({ ...manifest, release, bytes: 100 }),
    );
  }
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

/** The files that are opened from now on, and those that are still open. */
function watched() {
  const opened: string[] = [];
  const open = new Set<OpenFile>();
  const usual = OpenFile.open.bind(OpenFile);
  vi.spyOn(OpenFile, 'open').mockImplementation(async (path, settings) => {
    opened.push(path);
    const file = await usual(path, settings);
    open.add(file);
    return file;
  });
  const close = OpenFile.prototype.close;
  vi.spyOn(OpenFile.prototype, 'close').mockImplementation(function (this: OpenFile) {
    open.delete(this);
    close.call(this);
  });
  return { opened, open };
}

describe('a hundred releases', () => {
  it('are listed without opening any', async () => {
    const { opened } = watched();
    const releases = new Releases(folder);
    const listed = await releases.list();
    expect(listed).toHaveLength(100);
    expect(listed.slice(0, 2).map(({ release }) => release)).toEqual(['2015-03.100', '2015-03.99']);
    expect(listed.at(-1)).toMatchObject({ release: '2015-03.1', months: 1, kind: 'illustrative' });
    expect(await listReleases(folder)).toHaveLength(100);
    expect(opened).toEqual([]);
    await releases.close();
  });
});

describe('releases asked for one after the other', () => {
  it('are closed again, except the current one and the latest', async () => {
    const { opened, open } = watched();
    const releases = new Releases(folder, { mostIdle: 2 });
    const current = await releases.get();
    expect(current.id).toBe('2015-03.1');
    for (const id of ids) await releases.get(id);
    await expect.poll(() => open.size).toBe(3);
    expect(opened).toHaveLength(6);
    for (const id of ['2015-03.1', '2015-03.6', '2015-03.5']) await releases.get(id);
    expect(opened).toHaveLength(6);
    await releases.get('2015-03.2');
    expect(opened).toHaveLength(7);
    await releases.close();
    expect(open.size).toBeLessThan(2);
  });

  it('stay open for those who read them, and open again for those who come back', async () => {
    const { opened, open } = watched();
    const releases = new Releases(folder, { mostIdle: 1 });
    const slow = await releases.get('2015-03.2');
    const { chunks, rest } = reading(slow.database);
    await chunks;
    const idle = await releases.get('2015-03.3');
    for (const id of ['2015-03.4', '2015-03.5', '2015-03.6']) await releases.get(id);
    expect([...open].map(({ path }) => path)).toContain(pathOf(slow));
    expect([...open].map(({ path }) => path)).not.toContain(pathOf(idle));
    expect(await rest()).toBe(300);
    // A closed release still serves requests that use it, and its file is closed after them.
    const before = opened.length;
    expect((await idle.database.all({ text: 'select 1 as one', values: [] })).length).toBe(1);
    expect(opened).toHaveLength(before);
    await releases.close();
  });

  it('answer at once in whatever order, however few may stay open', async () => {
    const releases = new Releases(folder, { mostIdle: 0 });
    const answers = await Promise.all(
      Array.from({ length: 18 }, async (_, i) => {
        const { about, database } = await releases.get(ids[i % ids.length]);
        await new Promise((later) => setTimeout(later, i % 7));
        const [row] = await database.all<{ id: string }>({
          text: 'select id from release',
          values: [],
        });
        return row!.id === about.release;
      }),
    );
    expect(answers).toEqual(Array(18).fill(true));
    await releases.close();
  });
});

const pathOf = ({ database }: Release) => (database as DuckDatabase).path;

/** A query that is read up to its first rows, and then to its end. */
function reading(database: Database) {
  const rows = database.chunks({ text: 'select * from range(300)', values: [] });
  let read = 0;
  const chunks = rows.next().then(({ value }) => (read += value?.length ?? 0));
  return {
    chunks,
    async rest() {
      for await (const more of rows) read += more.length;
      return read;
    },
  };
}
