import { rmSync, type Stats, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { lockFile } from '../../../data/definitions/releaseFolder.ts';
import { Database } from '../../../server/store/database.ts';

/** Folders that this process holds: to the operating system its parts are one holder. */
const heldHere = new Set<string>();

/** The right of one process at a time to change a folder of releases. */
export interface FolderLock {
  release(): void;
}

/**
 * Takes the folder's lock, or throws naming the process that holds it. The lock is a database file held open, so
 * the operating system itself lets it go however its holder ends, and no lock is ever stale.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = join(resolve(folder), lockFile);
  if (heldHere.has(path)) throw new Error(heldBy(folder, String(process.pid)));
  heldHere.add(path);
  try {
    const database = await takeLock(path, folder);
    return {
      release() {
        rmSync(path, { force: true });
        database.close();
        heldHere.delete(path);
      },
    };
  } catch (error) {
    heldHere.delete(path);
    throw error;
  }
}

/**
 * Whoever leaves removes the file while still holding it. So a file opened here may be one that was just removed:
 * only if the path named the same file before and after opening is the lock held on what others will open.
 */
async function takeLock(path: string, folder: string): Promise<Database> {
  const database = await Database.openToWrite(':memory:', { threads: '1' });
  try {
    for (;;) {
      const before = identity(path);
      await attach(database, path, folder);
      if (before !== null && before === identity(path)) return database;
      await database.detach('lock');
    }
  } catch (error) {
    database.close();
    throw error;
  }
}

const identity = (path: string): string | null => {
  const found: Stats | undefined = statSync(path, { throwIfNoEntry: false });
  return found ? `${found.ino} ${found.birthtimeMs}` : null;
};

async function attach(database: Database, path: string, folder: string): Promise<void> {
  try {
    await database.attach(path, 'lock', 'write');
  } catch (error) {
    const { message } = (error as Error).cause as Error;
    if (!/lock on file/i.test(message)) throw new Error(message, { cause: error });
    throw new Error(heldBy(folder, /PID (\d+)/.exec(message)?.[1] ?? 'unknown'));
  }
}

const heldBy = (folder: string, pid: string) =>
  `another process is changing the releases in ${folder}, try again when it has ended: process ${pid}`;
