import type { Entry, FolderView } from './folder.ts';
import type { OpenedRelease } from './openRelease.ts';

interface Opened<T> {
  stamp: string | null;
  opening: Promise<T>;
  /** Null while it is being opened. */
  release: T | null;
}

/**
 * Releases as they are opened. Those that nobody reads are let go of, the longest unasked first, once there are more
 * than so many; a release that is let go of is closed when nobody reads it any more.
 */
export class OpenedReleases<T extends OpenedRelease> {
  /** In the order in which they were last asked for. */
  private readonly all = new Map<string, Opened<T>>();

  constructor(
    private readonly open: (entry: Entry) => Promise<T>,
    /** Whether one is kept open in any case. */
    private readonly keeps: (id: string) => boolean,
    private readonly mostIdle: number,
  ) {}

  /** The release of an entry, opened where it is not, and again where its file has changed. */
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

  /** A release that is open. */
  held(id: string): T | null {
    return this.all.get(id)?.release ?? null;
  }

  /** Lets go of a release; whoever reads it goes on. */
  drop(id: string): void {
    const opened = this.all.get(id);
    this.all.delete(id);
    opened?.opening.then(
      ({ database }) => database.retire(),
      () => {},
    );
  }

  /** Lets go of those that were removed, replaced or changed; of those to keep only where another is in their place. */
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

  /** Lets go of those that nobody reads, but for the latest few and those to keep. */
  private shrink(): void {
    const idle = [...this.all].filter(
      ([id, { release }]) => !this.keeps(id) && release && !release.database.isRead,
    );
    for (const [id] of idle.slice(0, Math.max(0, idle.length - this.mostIdle))) this.drop(id);
  }
}
