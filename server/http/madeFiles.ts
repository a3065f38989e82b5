import { randomUUID } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import { draftPrefix, filesFolder } from '../../data/definitions/releaseFolder.ts';
import { GrowingFile } from './growingFile.ts';

/** Bytes that made files may take; the least recently read are deleted first. */
const usualRoom = 2 * 2 ** 30;

/** Bytes that the folder of releases must have left for a file to be made there. */
const leastRoom = 256 * 2 ** 20;

/** With which the names of private folders begin on this machine, before the id of the process. */
const ownPrefix = `gp-online-uptake-${hostname()}-`;

/** A draft this old, in ms, was left by a process that was killed. */
const deserted = 60 * 60 * 1000;

type Make = (left: AbortSignal) => AsyncIterable<string | Uint8Array>;

/**
 * Files that keep long answers, so that later requests get them at once, and in parts. They are in the folder of
 * releases or, if that cannot be written to or has no room, in a private folder that is deleted with the process.
 */
export class MadeFiles {
  private readonly growing = new Map<string, GrowingFile>();
  private folder: string | undefined;
  private own: string | undefined;
  private readonly made: LRUCache<string, number>;

  constructor(
    private readonly releases: string,
    room = usualRoom,
    private readonly free = freeIn,
  ) {
    this.made = new LRUCache({
      maxSize: room,
      sizeCalculation: (bytes) => Math.max(1, bytes),
      dispose: (_, name, reason) => {
        if (reason === 'evict') rmSync(this.pathOf(name), { force: true });
      },
    });
    clearDeserted();
  }

  /** The file while it is being made, which this starts if necessary; null once it exists. */
  get(name: string, gone: AbortSignal, make: Make): GrowingFile | null {
    if (this.isThere(name)) return null;
    const under = this.growing.get(name);
    const growing = under && !under.isBrokenOff ? under : this.begin(name, make);
    growing.join(gone);
    return growing;
  }

  /**
   * The path of a file. Its folder is created, and its contents counted, with the first file, and again if the folder
   * was deleted.
   */
  pathOf(name: string): string {
    if (this.folder === undefined || !existsSync(this.folder)) this.folder = this.open();
    return join(this.folder, name);
  }

  private isThere(name: string): boolean {
    const bytes = statSync(this.pathOf(name), { throwIfNoEntry: false })?.size;
    if (bytes === undefined) this.made.delete(name);
    else if (this.made.get(name) === undefined) this.made.set(name, bytes);
    return bytes !== undefined;
  }

  private begin(name: string, make: Make): GrowingFile {
    this.pathOf(name);
    if (this.folder !== this.own && this.free(this.folder!) < leastRoom) this.moveOut();
    const draft = this.pathOf(`${draftPrefix}${randomUUID()}`);
    const growing = new GrowingFile(draft, this.pathOf(name), make);
    this.growing.set(name, growing);
    const end = () => {
      if (this.growing.get(name) === growing) this.growing.delete(name);
    };
    growing.whole.then(
      (bytes) => {
        this.made.set(name, bytes);
        end();
      },
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOSPC' && this.folder !== this.own) this.moveOut();
        end();
      },
    );
    return growing;
  }

  /** From now on makes files in the private folder. Those beside the releases stay, for other servers. */
  private moveOut(): void {
    this.made.clear();
    this.folder = this.ownFolder();
  }

  private ownFolder(): string {
    const own = mkdtempSync(join(tmpdir(), `${ownPrefix}${process.pid}-`));
    process.once('exit', () => rmSync(own, { recursive: true, force: true }));
    this.own = own;
    return own;
  }

  private open(): string {
    const beside = join(this.releases, filesFolder);
    try {
      mkdirSync(beside, { recursive: existsSync(this.releases) });
      accessSync(beside, constants.W_OK);
    } catch {
      return this.ownFolder();
    }
    const files = readdirSync(beside).map((name) => ({ name, ...about(join(beside, name)) }));
    for (const { name, bytes, age } of files.sort((a, b) => b.age - a.age)) {
      if (!name.startsWith(draftPrefix)) this.made.set(name, bytes);
      else if (age > deserted) rmSync(join(beside, name), { force: true });
    }
    return beside;
  }
}

/** The bytes that are left where a folder is. */
function freeIn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** Deletes private folders of processes of this user on this machine that were killed, as far as it can. */
function clearDeserted(): void {
  try {
    for (const name of readdirSync(tmpdir())) {
      if (!name.startsWith(ownPrefix)) continue;
      const path = join(tmpdir(), name);
      const pid = /^(\d+)-\w+$/.exec(name.slice(ownPrefix.length))?.[1];
      if (pid && isDeserted(path, Number(pid))) rmSync(path, { recursive: true, force: true });
    }
  } catch {
    // What is left takes room, but keeps nobody from serving.
  }
}

/** Whether a private folder is this user's and its process has ended, even if this one has the same id by now. */
function isDeserted(path: string, pid: number): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory() || found.uid !== process.getuid?.()) return false;
  if (pid === process.pid) return found.mtimeMs < Date.now() - process.uptime() * 1000;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** Bytes of a file, and milliseconds since it was written. */
function about(path: string): { bytes: number; age: number } {
  const found = statSync(path, { throwIfNoEntry: false });
  return { bytes: found?.size ?? 0, age: Date.now() - (found?.mtimeMs ?? 0) };
}
