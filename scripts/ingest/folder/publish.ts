import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Manifest, manifestText } from '../../../data/definitions/manifest.ts';
import {
  buildingPrefix,
  draftPrefix,
  filesFolder,
  isMadeOf,
  isReleaseId,
  journalFile,
  manifestFile,
  releaseFile,
} from '../../../data/definitions/releaseFolder.ts';
import type { Deed } from '../../../data/life/events.ts';
import type { Life } from '../../../data/life/life.ts';
import { idIn, ReleaseFolder, readSmallFile } from '../../../server/store/releases/folder.ts';
import {
  replaceFile,
  syncFolder,
  writeSynced,
} from '../../../server/store/releases/folderFiles.ts';
import type { Doing } from '../../../server/store/releases/ledger.ts';
import { noteCurrent, writeDown } from '../../../server/store/releases/writeDown.ts';
import { scheduling, warnings } from './scheduling.ts';
import { whatNow } from './whatNow.ts';

/** The id of the current release of a folder, or null if there is none. */
export function currentRelease(folder: string): string | null {
  const { named } = new ReleaseFolder(folder).look();
  return named !== null && isReleaseId(named) ? named : null;
}

/** The next free id for a last month: `2018-09.1`, then `2018-09.2`. Ids of removed releases are not free. */
export function nextReleaseId(folder: string, lastPeriod: string): string {
  const taken = readdirSync(folder)
    .map(idIn)
    .filter((id) => id?.startsWith(`${lastPeriod}.`))
    .map((id) => Number(id!.slice(lastPeriod.length + 1)));
  return `${lastPeriod}.${Math.max(0, ...taken) + 1}`;
}

/** Ledger events of a release that is published as soon as it is built. */
export const atOnce = ({ release, sha256 }: Manifest): Deed[] => [
  { event: 'built', release, sha256 },
  { event: 'published', release, sha256, due: null, late: null },
];

/** Ledger events of a release that waits for a time, if one is given, and for approvals. */
const asDraft = (life: Life, manifest: Manifest, at: number | null, now: Date): Deed[] => [
  { event: 'built', release: manifest.release, sha256: manifest.sha256 },
  ...(at === null ? [] : scheduling(life, manifest, at, now).deeds),
];

/**
 * Moves a built release and its manifest into place and records the events. A journal names it meanwhile, so that if
 * this process ends on the way, `recover` recognises the files as incomplete.
 */
export function putInPlace(
  folder: string,
  built: string,
  manifest: Manifest,
  deeds: readonly Deed[],
  doing: Doing,
): void {
  const { release } = manifest;
  writeSynced(built, 'r+', () => {});
  replaceFile(folder, journalFile, release);
  renameSync(built, join(folder, releaseFile(release)));
  replaceFile(folder, manifestFile(release), manifestText({ ...manifest, ledger: true }));
  writeDown(folder, deeds, doing);
  rmSync(join(folder, journalFile));
}

/**
 * Moves a built release into place: published at once, or as a draft if it has a time or needs approval. Returns what a
 * draft waits for, as a sentence; null if it is published.
 */
export function publishOrKeep(
  folder: string,
  built: string,
  manifest: Manifest,
  { by, at }: { by: string | null; at: number | null },
): string | null {
  const doing = { by, now: new Date() };
  const { life } = new ReleaseFolder(folder).look();
  if (at === null && life.approvals === 0) {
    putInPlace(folder, built, manifest, atOnce(manifest), doing);
    return null;
  }
  const deeds = asDraft(life, manifest, at, doing.now);
  putInPlace(folder, built, { ...manifest, draft: true }, deeds, doing);
  const waits = whatNow(new ReleaseFolder(folder).look().life, manifest.release);
  return [waits, ...(at === null ? [] : warnings(at, doing.now))].join(' ');
}

/**
 * Removes a release for good. A record of its id and the day replaces its manifest, so that the id is never used again,
 * and so that `recover` removes the file if this process ends on the way.
 */
export function removeFiles(folder: string, id: string, doing: Doing): void {
  const removed_at = `${doing.now.toISOString().slice(0, 19)}Z`;
  const sha256 = new ReleaseFolder(folder).look().entries.get(id)?.manifest?.sha256 ?? null;
  replaceFile(folder, manifestFile(id), manifestText({ release: id, removed_at }));
  removeWhole(folder, id);
  syncFolder(folder);
  writeDown(folder, [{ event: 'removed', release: id, sha256 }], doing);
}

/** Removes the file of a release and the files made from it. */
function removeWhole(folder: string, id: string): void {
  rmSync(join(folder, releaseFile(id)), { force: true });
  const made = join(folder, filesFolder);
  if (!existsSync(made)) return;
  for (const name of readdirSync(made)) {
    if (isMadeOf(name, id)) rmSync(join(made, name), { force: true });
  }
}

/** Removes what a killed process left behind. The caller must have the folder's lock. */
export function recover(folder: string): void {
  const unfinished = readSmallFile(join(folder, journalFile));
  const { life } = new ReleaseFolder(folder).look();
  if (unfinished !== null && isReleaseId(unfinished) && !life.releases.has(unfinished)) {
    rmSync(join(folder, manifestFile(unfinished)), { force: true });
    rmSync(join(folder, releaseFile(unfinished)), { force: true });
  }
  rmSync(join(folder, journalFile), { force: true });
  noteCurrent(folder, new Date());
  for (const id of new ReleaseFolder(folder).look().removed.keys()) {
    removeWhole(folder, id);
  }
  for (const name of readdirSync(folder)) {
    if (name.startsWith(buildingPrefix) || name.startsWith(draftPrefix)) {
      rmSync(join(folder, name), { recursive: true, force: true });
    }
  }
}
