import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { currentFile } from '../../../data/definitions/releaseFolder.ts';
import type { Deed } from '../../../data/life/events.ts';
import { ReleaseFolder, readSmallFile } from './folder.ts';
import { replaceFile } from './folderFiles.ts';
import { addToLedger, type Doing } from './ledger.ts';
import { takenOver } from './takenOver.ts';

/**
 * Records events in a folder's ledger, then which release is current. The caller must have the folder's lock. A folder
 * without a ledger gets one that begins with the existing releases, unless it has lost it.
 */
export function writeDown(folder: string, deeds: readonly Deed[], doing: Doing): void {
  addToLedger(folder, deeds, doing, () => {
    const { entries, named, ledgerProblem } = new ReleaseFolder(folder).look();
    if (ledgerProblem) throw new Error(ledgerProblem);
    return takenOver(entries.values(), named, doing.now.getTime());
  });
  noteCurrent(folder, doing.now);
}

/** Makes the file `current` of a folder with a ledger name the release that is current at a time. */
export function noteCurrent(folder: string, now: Date): void {
  const { named } = new ReleaseFolder(folder, () => now.getTime()).look();
  if (named === null) rmSync(join(folder, currentFile), { force: true });
  else if (readSmallFile(join(folder, currentFile)) !== named) {
    replaceFile(folder, currentFile, named);
  }
}
