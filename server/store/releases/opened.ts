import type { Entry, FolderView } from './folder.ts';
import type { OpenedRelease } from './openRelease.ts';

interface Opened<T> {
  stamp: string | null;
  opening: Promise<T>;
  /** Null while it is being opened. */
  release: T | null;
}

/**
 * Open releases. Above a given number, those that nothing reads are dropped, least recently used first. A dropped
 * release closes once nothing reads it any more.
 */
export class OpenedReleases<T extends OpenedRelease> {
  /** Least recently used first. */
  private readonly all = new Map<string, Opened<T>>();

  constructor(
    private readonly open: (entry: Entry) => Promise<T>,
    /** Whether a release must stay open. */
    private readonly keeps: (id: string) => boolean,
    private readonly mostIdle: number,
  ) {}

  /** The release of an entry; opens it if it is not open, or if its file has changed. */
  get(entry: Entry): Promise<T> {
    let opened = this.all.get(entry.id);
    if (opened && opened.stamp !== entry.stamp) {
      this.drop(entry.id);
      opened = undefined;
    }
    if (opened) this.all.delete(entry.id);
    else opened = this.opened(entry);
    this.all.set(entry.id, opened);
    return opened.opening;
  }

  /** A release if it is open. */
  held(id: string): T | null {
    return this.all.get(id)?.release ?? null;
  }

  /** Drops a release; current readers finish undisturbed. */
  drop(id: string): void {
    const opened = this.all.get(id);
    this.all.delete(id);
    opened?.opening.then(
      ({ database }) => database.retire(),
      () => {},
    );
  }

  /** Drops releases that were removed, replaced or changed. One that must stay open survives the loss of its file. */
  follow({ entries, removed }: FolderView): void {
    for (const [id, { stamp }] of [...this.all]) {
      const now = entries.get(id)?.stamp ?? null;
      const isLost = now === null && this.keeps(id) && !removed.has(id);
      if (now !== stamp && !isLost) this.drop(id);
    }
  }

  async close(): Promise<void> {
    for (const { opening } of this.all.values()) {
      const release = await opening.catch(() => null);
      release?.database.close();
    }
    this.all.clear();
  }

  private opened(entry: Entry): Opened<T> {
    const opened: Opened<T> = { stamp: entry.stamp, opening: this.open(entry), release: null };
    opened.opening.then(
      (release) => {
        opened.release = release;
        this.shrink();
      },
      () => {
        if (this.all.get(entry.id) === opened) this.all.delete(entry.id);
      },
    );
    return opened;
  }

  /** Drops releases that nothing reads, except the latest few and those that must stay open. */
  private shrink(): void {
    const idle = [...this.all].filter(
      ([id, { release }]) => !this.keeps(id) && release && !release.database.isRead,
    );
    for (const [id] of idle.slice(0, Math.max(0, idle.length - this.mostIdle))) this.drop(id);
  }
}
