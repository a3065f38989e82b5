import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { draftPrefix } from '../../../data/definitions/releaseFolder.ts';

/** Replaces a small file of a folder: whoever reads it finds the old text or the new one, whole. */
export function replaceFile(folder: string, name: string, text: string): void {
  const draft = join(folder, `${draftPrefix}${name.replace('.', '')}`);
  writeSynced(draft, 'w', (handle) => writeSync(handle, `${text}\n`));
  renameSync(draft, join(folder, name));
  syncFolder(folder);
}

/** Writes to a file and waits until that is on the disk itself. */
export function writeSynced(path: string, flags: string, write: (handle: number) => void): void {
  const handle = openSync(path, flags);
  try {
    write(handle);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Waits until a folder's list of names is on the disk itself, where the system can. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
