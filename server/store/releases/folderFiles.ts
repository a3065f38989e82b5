import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { draftPrefix } from '../../../data/definitions/releaseFolder.ts';

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
