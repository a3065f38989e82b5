import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildingPrefix } from '../../../data/definitions/releaseFolder.ts';
import type { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { ReleaseFolder } from '../../../server/store/releases/folder.ts';
import { lockFolder } from '../../../server/store/releases/folderLock.ts';
import { recover } from './publish.ts';

/** The folder of releases, locked by this process, and a folder inside it to work in. */
export interface Workplace {
  folder: string;
  work: string;
  /** Removes the working folder, releases the lock, and removes the folder of releases if it was created in vain. */
  leave(): void;
}

/**
 * Creates the folder of releases if necessary, locks it (see `lockFolder` for the `holder`), and removes what a killed
 * process left. Throws if the folder cannot be written or another process has the lock.
 */
export async function enterWorkplace(
  dataFolder: string,
  holder?: DuckDatabase,
): Promise<Workplace> {
  const folder = resolve(dataFolder);
  if (folder.includes('?')) {
    throw new Error(`the folder of releases has a question mark in its path: ${folder}`);
  }
  const made = existsSync(folder) ? undefined : makeFolder(folder);
  const lock = await lockFolder(folder, holder).catch((error) => {
    removeEmpty(folder, made);
    throw new Error(`cannot use the folder of releases: ${(error as Error).message}`, {
      cause: error,
    });
  });
  const work = join(folder, `${buildingPrefix}${process.pid}`);
  const leave = () => {
    rmSync(work, { recursive: true, force: true });
    lock.release();
    removeEmpty(folder, made);
  };
  try {
    const { ledgerProblem } = new ReleaseFolder(folder).look();
    if (ledgerProblem) {
      throw new Error(
        `${ledgerProblem} (put it right, or restore it from the backup: until then nothing can be changed)`,
      );
    }
    recover(folder);
    mkdirSync(work);
  } catch (error) {
    leave();
    throw error;
  }
  return { folder, work, leave };
}

/** Creates a folder and its parents; returns the topmost one created. */
function makeFolder(folder: string): string | undefined {
  try {
    return mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new Error(`cannot make the folder of releases: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/** Removes a folder that is still empty, and the parents that were created with it. */
function removeEmpty(folder: string, made: string | undefined): void {
  if (!made) return;
  for (let at = folder; at.startsWith(made); at = resolve(at, '..')) {
    if (readdirSync(at).length > 0) return;
    rmdirSync(at);
  }
}
