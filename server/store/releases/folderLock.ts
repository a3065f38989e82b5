import { rmSync, type Stats, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { lockFile } from '../../../data/definitions/releaseFolder.ts';
import { DuckDatabase } from '../duckDatabase.ts';

/** Folders locked by this process. The operating system cannot tell the parts of one process apart. */
const heldHere = new Set<string>();

/** The exclusive right to change a folder of releases. */
export interface FolderLock {
  release(): void;
}

/** How long to wait for the lock, in ms. A server that records what it published holds it only for a moment. */
const patience = 2000;
const askAgain = 50;

/** A lock file without a whole database is still being made if it is younger than this, in ms; else its maker ended. */
const inTheMaking = 3000;

/**
 * Takes the folder's lock, or throws naming the process that has it if that does not release it within a moment. The
 * lock is a database file held open, so the operating system releases it however its holder ends. A file whose maker
 * ended before it was whole is replaced. It is attached to `holder`, an open database that is closed right after the lock is
 * released, which saves starting another one for it; without `holder` it has one of its own.
 */
export async function lockFolder(folder: string, holder?: DuckDatabase): Promise<FolderLock> {
  const began = performance.now();
  for (let unmade: string | null = null; ; await wait(askAgain)) {
    try {
      return await lockNow(folder, holder, unmade);
    } catch (error) {
      unmade = error instanceof Unmade ? error.file : null;
      const longest =
        error instanceof Held ? patience : error instanceof Unmade ? 2 * inTheMaking : 0;
      if (performance.now() > began + longest) throw error;
    }
  }
}

/** The lock file holds no whole database. */
class Unmade extends Error {
  constructor(
    message: string,
    readonly file: string | null,
    cause: unknown,
  ) {
    super(message, { cause });
  }
}

/** Another process has the lock. */
class Held extends Error {
  constructor(folder: string, pid: string) {
    super(
      `another process is changing the releases in ${folder}, try again when it has ended: process ${pid}`,
    );
  }
}

async function lockNow(
  folder: string,
  holder: DuckDatabase | undefined,
  unmade: string | null,
): Promise<FolderLock> {
  const path = join(resolve(folder), lockFile);
  if (heldHere.has(path)) throw new Held(folder, String(process.pid));
  heldHere.add(path);
  const database = holder ?? (await DuckDatabase.openToWrite(':memory:', { threads: '1' }));
  const close = () => {
    if (!holder) database.close();
    heldHere.delete(path);
  };
  try {
    removeUnmade(path, unmade);
    await takeLock(database, path, folder);
    return {
      release() {
        rmSync(path, { force: true });
        close();
      },
    };
  } catch (error) {
    close();
    throw error;
  }
}

/**
 * The holder removes the file before releasing it, so the file just opened may have been removed. The lock counts only
 * if the path named the same file before and after opening it.
 */
async function takeLock(database: DuckDatabase, path: string, folder: string): Promise<void> {
  for (;;) {
    const before = identity(path);
    await attach(database, path, folder);
    if (before !== null && before === identity(path)) return;
    await database.detach('lock');
  }
}

/**
 * Removes a file that was found to hold no whole database, if it is still the same and nobody has written to it for so
 * long that it cannot be one in the making.
 */
function removeUnmade(path: string, found: string | null): void {
  if (found === null || found !== identity(path)) return;
  if (Date.now() - statSync(path).mtimeMs > inTheMaking) rmSync(path, { force: true });
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
    if (/not a valid DuckDB|enough bytes|corrupt/i.test(message)) {
      throw new Unmade(message, identity(path), error);
    }
    if (!/lock on file/i.test(message)) throw new Error(message, { cause: error });
    throw new Held(folder, /PID (\d+)/.exec(message)?.[1] ?? 'unknown');
  }
}
