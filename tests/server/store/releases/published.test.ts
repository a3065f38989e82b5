import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { ledgerFile, manifestFile } from '../../../../data/definitions/releaseFolder.ts';
import { makeManifest } from '../../../../scripts/ingest/folder/makeManifest.ts';
import { ReleaseFolder } from '../../../../server/store/releases/folder.ts';
import { writeDown } from '../../../../server/store/releases/writeDown.ts';
import { Releases } from '../../../../server/store/releases.ts';
import { draftCopy } from '../../../support/copies.ts';

const [out, draft] = ['2015-03.1', '2015-03.2'] as const;
const due = Date.parse('2019-05-30T08:30:00Z');
const doing = { by: 'Ann', now: new Date('2019-05-20T08:30:00Z') };

const model = mkdtempSync(join(tmpdir(), 'uptake-drafts-'));
beforeAll(async () => {
  cpSync(inject('illustrative'), model, { recursive: true });
  await draftCopy(model, out, draft, new Date(due), doing);
  return () => rmSync(model, { recursive: true });
});

let folder: string;
let releases: Releases;
let now = due - 1;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'uptake-drafts-'));
  cpSync(model, folder, { recursive: true });
  now = due - 1;
  releases = new Releases(folder, { now: () => now });
});
afterEach(async () => {
  await releases.close();
  rmSync(folder, { recursive: true });
});

const listed = async () => (await releases.list()).map(({ release }) => release);

describe('a draft', () => {
  it('is invisible to readers until its time, and then visible at once', async () => {
    const edition = releases.edition();
    expect([releases.currentReleaseId(), await listed()]).toEqual([out, [out]]);
    const asked = await releases.get(draft).catch((error: Error) => error.message);
    expect(asked).toBe(
      await releases
        .get('2015-03.3')
        .catch((error: Error) => error.message.replace('2015-03.3', draft)),
    );
    expect(releases.fileOf(draft)).toEqual({ bytes: 0, sha256: null });
    expect(releases.health()).toEqual({ release: out, problems: [] });
    now = due;
    expect([releases.currentReleaseId(), await listed()]).toEqual([draft, [draft, out]]);
    expect(releases.edition()).not.toBe(edition);
    expect((await releases.get()).id).toBe(draft);
    expect(releases.turns.last()).toEqual({ release: draft, late: 0 });
  });

  it("if damaged is not in the folder's health before its time", () => {
    writeFileSync(join(folder, manifestFile(draft)), '{');
    expect(new ReleaseFolder(folder, () => now).look().entries.get(draft)!.trouble).not.toBeNull();
    expect(new Releases(folder, { now: () => now }).health().problems).toEqual([]);
  });

  it('whose file was changed since it was scheduled is not published', async () => {
    const path = join(folder, manifestFile(draft));
    const manifest = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(path, JSON.stringify({ ...manifest, sha256: 'b'.repeat(64) }));
    now = due + 3_600_000;
    const later = new Releases(folder, { now: () => now });
    expect([later.currentReleaseId(), later.health().problems]).toEqual([out, []]);
  });

  it('that was removed never existed for readers', async () => {
    const removal = { release: draft, removed_at: '2019-05-25T08:30:00Z' };
    writeFileSync(join(folder, manifestFile(draft)), JSON.stringify(removal));
    const later = new Releases(folder, { now: () => now });
    await expect(later.get(draft)).rejects.toThrow(`unknown release: ${draft}`);
  });

  it('does not become visible if the ledger is lost, or was edited before it', async () => {
    now = due - 1;
    const path = join(folder, ledgerFile);
    const ledger = readFileSync(path, 'utf8');
    writeFileSync(path, ledger.replace('published', 'publisher'));
    const edited = new Releases(folder, { now: () => due + 1 });
    expect(await edited.list().then((all) => all.map(({ release }) => release))).toEqual([out]);
    expect(edited.health()).toEqual({
      release: out,
      problems: ['line 2 of ledger.jsonl cannot be relied on: it was changed since it was written'],
    });
    rmSync(path);
    const lost = new Releases(folder, { now: () => now });
    expect([lost.currentReleaseId(), await lost.list()]).toMatchObject([out, [{ release: out }]]);
  });
});

describe('a release put into a folder with a ledger by hand', () => {
  it('is invisible until it is added', async () => {
    const other = '2015-03.3';
    cpSync(join(folder, `${out}.duckdb`), join(folder, `${other}.duckdb`));
    const manifest = await makeManifest(join(folder, `${other}.duckdb`));
    writeFileSync(
      join(folder, manifestFile(other)),
      JSON.stringify({ ...manifest, release: other }),
    );
    expect(await listed()).toEqual([out]);
    writeDown(folder, [{ event: 'used', release: other, sha256: null }], doing);
    expect(new Releases(folder, { now: () => now }).health().release).not.toBeNull();
    expect(new ReleaseFolder(folder, () => now).look().named).toBe(other);
  });
});
