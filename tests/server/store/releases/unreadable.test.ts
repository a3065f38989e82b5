import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import {
  currentFile,
  ledgerFile,
  manifestFile,
  releaseFile,
} from '../../../../data/definitions/releaseFolder.ts';
import { useRelease, verifyReleases } from '../../../../scripts/ingest/folder/releaseList.ts';
import { logLines } from '../../../../scripts/releases/log.ts';
import { ReleaseFolder } from '../../../../server/store/releases/folder.ts';
import { FolderPlace } from '../../../../server/store/releases/folderPlace.ts';
import { openRelease } from '../../../../server/store/releases/openRelease.ts';
import { writeDown } from '../../../../server/store/releases/writeDown.ts';
import { draftCopy } from '../../../support/copies.ts';

const [first, late] = ['2015-03.1', '2015-03.2'] as const;
const now = Date.parse('2026-06-01T08:30:00Z');
const doing = { by: 'Ann', now: new Date(now) };
const lost = 'ledger.jsonl is lost, in which releases of this folder were recorded';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'uptake-unreadable-'));
  cpSync(inject('illustrative'), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const path = (name: string) => join(folder, name);
const look = () => new ReleaseFolder(folder, () => now).look();

/** Makes the ledger a folder, which nobody can read as a file. */
function hideLedger(): void {
  rmSync(path(ledgerFile));
  mkdirSync(path(ledgerFile));
}

describe.each([
  ['lost', () => rmSync(path(ledgerFile)), lost],
  ['cut to nothing', () => writeFileSync(path(ledgerFile), ''), lost],
  ['unreadable', hideLedger, 'ledger.jsonl cannot be read: illegal operation on a directory'],
])('a ledger that is %s', (_, lose, why) => {
  it('still holds for a server that has read it, with what is due later', async () => {
    await draftCopy(folder, first, late, new Date(now + 1000), doing);
    const about = { measure: null, area: null, period: null };
    const said = { event: 'noticed' as const, kind: 'correction' as const, text: 'Wrong.' };
    writeDown(folder, [{ ...said, ...about, release: first, sha256: null }], doing);
    let time = now;
    const running = new ReleaseFolder(folder, () => time);
    expect(running.look()).toMatchObject({ named: first, ledgerProblem: null });
    lose();
    time += 2000;
    const { named, life, ledgerProblem } = running.look();
    expect([named, ledgerProblem]).toEqual([late, why]);
    expect(life.releases.get(first)!.notices).toHaveLength(1);
  });

  it('is reported by a server that starts without it, which shows no draft', async () => {
    await draftCopy(folder, first, late, new Date(now + 1000), doing);
    lose();
    const started = new ReleaseFolder(folder, () => now + 2000);
    const { named, life, ledgerProblem } = started.look();
    expect([named, ledgerProblem]).toEqual([first, why]);
    expect(life.releases.get(late)).toBeUndefined();
  });

  it('fails `verify`, and is never begun anew', async () => {
    lose();
    const { lines, areWhole } = await verifyReleases(folder);
    expect([lines[0], areWhole]).toEqual([`! ${why}`, false]);
    await expect(useRelease(folder, first)).rejects.toThrow(
      `${why} (put it right, or restore it from the backup: until then nothing can be changed)`,
    );
    const deed = { event: 'used' as const, release: first, sha256: null };
    const place = new FolderPlace(folder, () => now);
    await expect(place.writeDown(() => [deed], doing)).rejects.toThrow(why);
    expect(look().hasLedger).toBe(false);
  });
});

it('the log says that there is a ledger no more, or why it cannot be read', () => {
  rmSync(path(ledgerFile));
  expect(logLines(folder)).toEqual([`! ${lost}`]);
  mkdirSync(path(ledgerFile));
  expect(() => logLines(folder)).toThrow('ledger.jsonl cannot be read');
});

describe('a folder whose releases were made before there were ledgers', () => {
  it('begins one with the first change', async () => {
    const manifest = JSON.parse(readFileSync(path(manifestFile(first)), 'utf8'));
    writeFileSync(path(manifestFile(first)), JSON.stringify({ ...manifest, ledger: undefined }));
    rmSync(path(ledgerFile));
    expect(look()).toMatchObject({ named: first, ledgerProblem: null, hasLedger: false });
    await useRelease(folder, first);
    expect(look()).toMatchObject({ named: first, ledgerProblem: null, hasLedger: true });
  });
});

describe.runIf(process.getuid?.() === 0)('what the server has no permission for is named', () => {
  /** Does something as a user without rights. */
  async function asNobody<T>(act: () => T | Promise<T>): Promise<T> {
    process.seteuid!(65_534);
    try {
      return await act();
    } finally {
      process.seteuid!(0);
    }
  }
  beforeEach(() => chmodSync(folder, 0o755));

  it.each([
    ['the folder', '', 'the folder of releases cannot be read: permission denied'],
    ['`current`, without a ledger', currentFile, 'current cannot be read: permission denied'],
  ])('%s', async (_, name, why) => {
    rmSync(path(ledgerFile));
    chmodSync(path(name), 0o600);
    expect((await asNobody(look)).away).toBe(why);
    const place = new FolderPlace(folder, () => now);
    expect(await asNobody(() => place.unreachable)).toBe(`${why}: ${folder} (UPTAKE_DATA)`);
  });

  it('the ledger', async () => {
    chmodSync(path(ledgerFile), 0o600);
    const why = 'ledger.jsonl cannot be read: permission denied';
    expect((await asNobody(look)).ledgerProblem).toBe(why);
  });

  it.each([
    ['the manifest', manifestFile(first), 'its manifest cannot be read: permission denied'],
    ['the file', releaseFile(first), 'its file cannot be read: permission denied'],
  ])('%s of a release', async (_, name, why) => {
    chmodSync(path(name), 0o600);
    const opened = asNobody(async () => openRelease(look().entries.get(first)!));
    await expect(opened).rejects.toThrow(`release ${first} cannot be served: ${why}`);
  });
});

it('an empty folder, and one that is not there, are named with their path and setting', async () => {
  rmSync(folder, { recursive: true });
  const place = new FolderPlace(folder, () => now);
  const where = `${folder} (UPTAKE_DATA)`;
  expect(place.unreachable).toBe(`the folder of releases is not there: ${where}`);
  const lines = [`! the folder of releases is not there: ${folder}`];
  expect(await verifyReleases(folder)).toEqual({ lines, areWhole: false });
  mkdirSync(folder);
  expect(place.unreachable).toBe(`no release has been made yet: ${where}`);
});
