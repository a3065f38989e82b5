import { rmSync, type Stats, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { lockFile } from '../../../data/definitions/releaseFolder.ts';
import { DuckDatabase } from '../duckDatabase.ts';

/** Folders that this process holds: to the operating system its parts are one holder. */
const heldHere = new Set<string>();

/** The right of one process at a time to change a folder of releases. */
export interface FolderLock {
  release(): void;
}

/** A server that writes down what it published holds a folder for a moment, in ms: so long is it worth waiting. */
const patience = 500;
const askAgain = 50;

/**
 * Takes the folder's lock, or throws naming the process that holds it, unless that lets go within a moment. The lock is
 * a database file held open, so the operating system itself lets it go however its holder ends, and none is ever stale.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  for (const until = performance.now() + patience; ; await wait(askAgain)) {
    try {
      return await lockNow(folder);
    } catch (error) {
      if (!(error instanceof Held) || performance.now() > until) throw error;
    }
  }
}

/** That another holds the lock. */
class Held extends Error {
  constructor(folder: string, pid: string) {
    super(
      `another process is changing the releases in ${folder}, try again when it has ended: process ${pid}`,
    );
  }
}

async function lockNow(folder: string): Promise<FolderLock> {
  const path = join(resolve(folder), lockFile);
  if (heldHere.has(path)) throw new Held(folder, String(process.pid));
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
async function takeLock(path: string, folder: string): Promise<DuckDatabase> {
  const database = await DuckDatabase.openToWrite(':memory:', { threads: '1' });
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

async function attach(database: DuckDatabase, path: string, folder: string): Promise<void> {
  try {
    await database.attach(path, 'lock', 'write');
  } catch (error) {
    const { message } = (error as Error).cause as Error;
    if (!/lock on file/i.test(message)) throw new Error(message, { cause: error });
    throw new Held(folder, /PID (\d+)/.exec(message)?.[1] ?? 'unknown');
  }
}
