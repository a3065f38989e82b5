import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { statementsFile } from '../../../data/definitions/releaseFolder.ts';
import type { Deed } from '../../../data/life/events.ts';
import type { Database } from '../database.ts';
import { outsideOf } from '../stamp.ts';
import { type Entry, type FolderView, ReleaseFolder } from './folder.ts';
import { lockFolder } from './folderLock.ts';
import type { Doing } from './ledger.ts';
import { openFile } from './openRelease.ts';
import type { Place, StatementsFile } from './place.ts';
import { writeDown } from './writeDown.ts';

/** Releases in a folder, each in a file of its own. */
export class FolderPlace implements Place {
  readonly changes = 0;
  private readonly folder: ReleaseFolder;

  constructor(path: string, now: () => number) {
    this.folder = new ReleaseFolder(path, now);
  }

  async ready(): Promise<void> {}

  look(): FolderView {
    return this.folder.look();
  }

  get unreachable(): string | null {
    const { away, entries } = this.folder.look();
    const why = away ?? (entries.size === 0 ? 'no release has been made yet' : null);
    return why && `${why}: ${resolve(this.folder.path)} (UPTAKE_DATA)`;
  }

  statements(): StatementsFile | null {
    const path = join(this.folder.path, statementsFile);
    const stamp = outsideOf(path)?.stamp;
    return stamp ? { stamp, read: () => readFileSync(path, 'utf8') } : null;
  }

  open(entry: Entry, isVerified: boolean): Promise<Database> {
    return openFile(entry, isVerified);
  }

  async writeDown(deedsIn: (view: FolderView) => readonly Deed[], doing: Doing): Promise<void> {
    const lock = await lockFolder(this.folder.path);
    try {
      const deeds = deedsIn(this.folder.look());
      if (deeds.length > 0) writeDown(this.folder.path, deeds, doing);
    } finally {
      lock.release();
    }
  }

  async close(): Promise<void> {}
}
