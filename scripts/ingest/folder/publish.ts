import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Manifest, manifestText } from '../../../data/definitions/manifest.ts';
import {
  buildingPrefix,
  currentFile,
  draftPrefix,
  filesFolder,
  isMadeOf,
  isReleaseId,
  journalFile,
  manifestFile,
  releaseFile,
} from '../../../data/definitions/releaseFolder.ts';
import { idIn, ReleaseFolder, readSmallFile } from '../../../server/store/releases/folder.ts';

/** The id that the file `current` of a folder names, or null where there is none. */
export function currentRelease(folder: string): string | null {
  const named = readSmallFile(join(folder, currentFile));
  return named !== null && isReleaseId(named) ? named : null;
}

/** The next free id of a last month: `2018-09.1`, then `2018-09.2`. That of a removed release is not free. */
export function nextReleaseId(folder: string, lastPeriod: string): string {
  const taken = readdirSync(folder)
    .map(idIn)
    .filter((id) => id?.startsWith(`${lastPeriod}.`))
    .map((id) => Number(id!.slice(lastPeriod.length + 1)));
  return `${lastPeriod}.${Math.max(0, ...taken) + 1}`;
}

/**
 * Puts a built release and its manifest in their place and makes it current. A journal names it meanwhile, so that
 * whatever ends this process on the way, `recover` knows the files for those of one that never was released.
 */
export function publish(folder: string, built: string, manifest: Manifest): void {
  const { release } = manifest;
  syncFile(built);
  replaceFile(folder, journalFile, release);
  renameSync(built, join(folder, releaseFile(release)));
  replaceFile(folder, manifestFile(release), manifestText(manifest));
  makeCurrent(folder, release);
  rmSync(join(folder, journalFile));
}

/** Makes a release of the folder the current one, at one stroke. */
export const makeCurrent = (folder: string, id: string): void =>
  replaceFile(folder, currentFile, id);

/**
 * Removes a release for good. Its id and the day stay in place of its manifest, so that no other release is ever
 * given that id, and whatever ends this process on the way, `recover` removes the file.
 */
export function removeFiles(folder: string, id: string, now: Date): void {
  const removed_at = `${now.toISOString().slice(0, 19)}Z`;
  replaceFile(folder, manifestFile(id), manifestText({ release: id, removed_at }));
  removeWhole(folder, id);
  syncFolder(folder);
}

/** Removes the file of a release and those made of it. */
function removeWhole(folder: string, id: string): void {
  rmSync(join(folder, releaseFile(id)), { force: true });
  const made = join(folder, filesFolder);
  if (!existsSync(made)) return;
  for (const name of readdirSync(made)) {
    if (isMadeOf(name, id)) rmSync(join(made, name), { force: true });
  }
}

/** Removes what a process that was killed left behind; only for the holder of the folder's lock. */
export function recover(folder: string): void {
  const unfinished = readSmallFile(join(folder, journalFile));
  if (unfinished !== null && isReleaseId(unfinished) && unfinished !== currentRelease(folder)) {
    rmSync(join(folder, manifestFile(unfinished)), { force: true });
    rmSync(join(folder, releaseFile(unfinished)), { force: true });
  }
  rmSync(join(folder, journalFile), { force: true });
  for (const id of new ReleaseFolder(folder).look().removed.keys()) {
    removeWhole(folder, id);
  }
  for (const name of readdirSync(folder)) {
    if (name.startsWith(buildingPrefix) || name.startsWith(draftPrefix)) {
      rmSync(join(folder, name), { recursive: true, force: true });
    }
  }
}

/** Replaces a small file of the folder: whoever reads it finds the old text or the new one, whole. */
function replaceFile(folder: string, name: string, text: string): void {
  const draft = join(folder, `${draftPrefix}${name.replace('.', '')}`);
  const handle = openSync(draft, 'w');
  try {
    writeSync(handle, `${text}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, join(folder, name));
  syncFolder(folder);
}

/** Waits until a file is on the disk itself. */
function syncFile(path: string): void {
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Waits until a folder's list of names is on the disk itself, where the system can. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
