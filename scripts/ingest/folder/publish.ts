import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import {
  buildingPrefix,
  currentFile,
  draftPrefix,
  isReleaseId,
  journalFile,
  releaseFile,
} from '../../../data/definitions/releaseFolder.ts';

/** The id of the current release of a folder, or null where there is none. */
export const currentRelease = (folder: string): string | null =>
  readSmallFile(join(folder, currentFile));

/** The next free id of a last month: `2018-09.1`, then `2018-09.2`. */
export function nextReleaseId(folder: string, lastPeriod: string): string {
  const taken = readdirSync(folder)
    .filter((name) => name.startsWith(`${lastPeriod}.`) && name.endsWith('.duckdb'))
    .map((name) => name.slice(0, -'.duckdb'.length))
    .filter(isReleaseId)
    .map((id) => Number(id.slice(lastPeriod.length + 1)));
  return `${lastPeriod}.${Math.max(0, ...taken) + 1}`;
}

/**
 * Puts a built release in its place and makes it current. A journal names it meanwhile, so that whatever ends
 * this process on the way, `recover` knows the file for one that never was released.
 */
export function publish(folder: string, built: string, id: string): void {
  syncFile(built);
  replaceFile(folder, journalFile, id);
  renameSync(built, join(folder, releaseFile(id)));
  syncFolder(folder);
  makeCurrent(folder, id);
  rmSync(join(folder, journalFile));
}

/** Makes a release of the folder the current one, at one stroke. */
export const makeCurrent = (folder: string, id: string): void =>
  replaceFile(folder, currentFile, id);

/** Removes what a process that was killed left behind; only for the holder of the folder's lock. */
export function recover(folder: string): void {
  const unfinished = readSmallFile(join(folder, journalFile));
  if (unfinished !== null && isReleaseId(unfinished) && unfinished !== currentRelease(folder)) {
    rmSync(join(folder, releaseFile(unfinished)), { force: true });
  }
  rmSync(join(folder, journalFile), { force: true });
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

/** The text of a small file, or null where there is none. */
export function readSmallFile(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return null;
  }
}
