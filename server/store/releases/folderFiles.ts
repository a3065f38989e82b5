import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import { draftPrefix } from '../../../data/definitions/releaseFolder.ts';

/** Why a file or folder cannot be used, in the system's words: never its whole path, which readers must not learn. */
export const reasonOf = ({ message }: Error): string =>
  /^[A-Z]\w+: ([^,]+), /.exec(message)?.[1] ?? message;

/** The text of a small file, or null if it does not exist. Throws if it cannot be read. */
export function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new Error(`${basename(path)} cannot be read: ${reasonOf(error as Error)}`, {
      cause: error,
    });
  }
}

/** Replaces a small file of a folder atomically: readers find the whole old text or the whole new one. */
export function replaceFile(folder: string, name: string, text: string): void {
  const draft = join(folder, `${draftPrefix}${name.replace('.', '')}`);
  writeSynced(draft, 'w', (handle) => writeSync(handle, `${text}\n`));
  renameSync(draft, join(folder, name));
  syncFolder(folder);
}

/** Writes to a file and waits until it is on disk. */
export function writeSynced(path: string, flags: string, write: (handle: number) => void): void {
  const handle = openSync(path, flags);
  try {
    write(handle);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Waits until a folder's directory entries are on disk, if the system can do that. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
