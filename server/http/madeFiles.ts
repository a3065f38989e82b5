import { randomUUID } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import { draftPrefix, filesFolder } from '../../data/definitions/releaseFolder.ts';
import { GrowingFile } from './growingFile.ts';

/** Bytes that made files may take; the least recently read are deleted first. */
const usualRoom = 2 * 2 ** 30;

/** A draft this old, in ms, was left by a process that was killed. */
const deserted = 60 * 60 * 1000;

type Make = (left: AbortSignal) => AsyncIterable<string | Uint8Array>;

/**
 * Files that keep long answers, so that later requests get them at once, and in parts. They are in the folder of
 * releases or, if that cannot be written to, in a private folder that is deleted with the process.
 */
export class MadeFiles {
  private readonly growing = new Map<string, GrowingFile>();
  private folder: string | undefined;
  private readonly made: LRUCache<string, number>;

  constructor(
    private readonly releases: string,
    room = usualRoom,
  ) {
    this.made = new LRUCache({
      maxSize: room,
      sizeCalculation: (bytes) => Math.max(1, bytes),
      dispose: (_, name, reason) => {
        if (reason === 'evict') rmSync(this.pathOf(name), { force: true });
      },
    });
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
    const draft = this.pathOf(`${draftPrefix}${randomUUID()}`);
    const growing = new GrowingFile(draft, this.pathOf(name), make);
    this.growing.set(name, growing);
    const end = () => {
      if (this.growing.get(name) === growing) this.growing.delete(name);
    };
    growing.whole.then((bytes) => {
      this.made.set(name, bytes);
      end();
    }, end);
    return growing;
  }

  private open(): string {
    const beside = join(this.releases, filesFolder);
    try {
      mkdirSync(beside, { recursive: existsSync(this.releases) });
      accessSync(beside, constants.W_OK);
    } catch {
      const own = mkdtempSync(join(tmpdir(), 'gp-online-uptake-'));
      process.once('exit', () => rmSync(own, { recursive: true, force: true }));
      return own;
    }
    const files = readdirSync(beside).map((name) => ({ name, ...about(join(beside, name)) }));
    for (const { name, bytes, age } of files.sort((a, b) => b.age - a.age)) {
      if (!name.startsWith(draftPrefix)) this.made.set(name, bytes);
      else if (age > deserted) rmSync(join(beside, name), { force: true });
    }
    return beside;
  }
}

/** Bytes of a file, and milliseconds since it was written. */
function about(path: string): { bytes: number; age: number } {
  const found = statSync(path, { throwIfNoEntry: false });
  return { bytes: found?.size ?? 0, age: Date.now() - (found?.mtimeMs ?? 0) };
}
