import type { ReleaseAbout } from '../../../data/definitions/manifest.ts';
import type { ReleaseKind } from '../../../data/definitions/releaseFolder.ts';
import { damage, type Entry, type FolderView, type Trouble } from './folder.ts';
import { type OpenedRelease, openRelease, Unservable } from './openRelease.ts';
import type { Place } from './place.ts';
import { publishedIn } from './published.ts';

/** What was found in a file; valid until the file changes. */
interface Found {
  stamp: string | null;
  /** Whether it matches the checksum kept when it was published. */
  isVerified: boolean;
  /** What it says about itself; null if it could not be opened. */
  about: ReleaseAbout | null;
  trouble: Trouble | null;
  at: number;
}

/** How long a look at the folder stays valid, in ms. */
const lookEvery = 500;
/** How long to wait before retrying a release that could not be opened, in ms; some faults pass. */
const tryAgainAfter = 10_000;

/** The releases of a place with what is known about each, from its manifest or from opening it. */
export class Shelf {
  private readonly found = new Map<string, Found>();
  private lookedAt = Number.NEGATIVE_INFINITY;
  private placeChanges = 0;
  /** The folder's contents including drafts, which readers must never learn of. */
  whole: FolderView;
  /** What readers may know of it. */
  view: FolderView;
  /** Increases whenever something new may be known. */
  changes = 0;

  constructor(
    private readonly place: Place,
    private readonly only: ReleaseKind | null,
    private readonly now: () => number,
    private readonly showing: string | null,
  ) {
    this.whole = place.look();
    this.view = publishedIn(this.whole, showing);
  }

  /** Looks at the folder again, unless it did so just now and nothing was due since. Returns whether it did. */
  refresh(): boolean {
    const now = performance.now();
    const { turnsAt } = this.whole.life;
    const isDue = turnsAt !== null && turnsAt <= this.now();
    const { changes } = this.place;
    const isKnown = now - this.lookedAt < lookEvery && changes === this.placeChanges;
    if (isKnown && !isDue) return false;
    this.lookedAt = now;
    this.placeChanges = changes;
    this.changes++;
    this.whole = this.place.look();
    this.view = publishedIn(this.whole, this.showing);
    for (const id of this.found.keys()) if (!this.whole.entries.has(id)) this.found.delete(id);
    return true;
  }

  /** Why a release cannot be served; null as far as is known. */
  troubleOf(entry: Entry): Trouble | null {
    return entry.trouble ?? this.foundIn(entry)?.trouble ?? this.forbidden(entry);
  }

  /** What a release says about itself, if known. */
  aboutOf(id: string): ReleaseAbout | undefined {
    const entry = this.view.entries.get(id);
    return entry && (entry.manifest ?? this.foundIn(entry)?.about ?? undefined);
  }

  /** What is known about each release that can be served, newest month first. */
  servable(): Map<string, ReleaseAbout> {
    const all = new Map<string, ReleaseAbout>();
    for (const [id, entry] of this.view.entries) {
      const about = this.aboutOf(id);
      if (about && !this.troubleOf(entry)) all.set(id, about);
    }
    return all;
  }

  /** Whether a release's checksum was verified when it was opened before. */
  isVerified(entry: Entry): boolean {
    return this.foundIn(entry)?.isVerified ?? false;
  }

  /** Keeps the result of opening a release. */
  note(entry: Entry, result: OpenedRelease | Unservable): void {
    const failed = result instanceof Unservable;
    this.changes++;
    this.found.set(entry.id, {
      stamp: entry.stamp,
      isVerified: !failed,
      about: failed ? null : result.about,
      trouble: failed ? result.trouble : null,
      at: performance.now(),
    });
  }

  /** Marks a release that could not be read, to be verified when next opened, or left alone if it has no checksum. */
  doubt(entry: Entry): void {
    if (entry.manifest) this.found.delete(entry.id);
    else this.note(entry, new Unservable(damage(entry.id, 'its file cannot be read')));
  }

  /** Opens releases without a manifest for a moment, to find out what they say about themselves. */
  async describe(entries: Iterable<Entry>): Promise<void> {
    for (const entry of entries) {
      if (!entry.manifest && !entry.trouble && !this.foundIn(entry)) await this.tryOut(entry);
    }
  }

  /** Retries a release that could not be opened, at intervals. */
  async tryAgain(entry: Entry): Promise<void> {
    const found = this.foundIn(entry);
    if (found?.trouble && performance.now() - found.at > tryAgainAfter) await this.tryOut(entry);
  }

  private async tryOut(entry: Entry): Promise<void> {
    const result = await openRelease(entry, false, (...asked) => this.place.open(...asked)).catch(
      (error: unknown) => {
        if (error instanceof Unservable) return error;
        throw error;
      },
    );
    if (!(result instanceof Unservable)) result.database.close();
    this.note(entry, result);
  }

  private foundIn({ id, stamp }: Entry): Found | undefined {
    const found = this.found.get(id);
    return found?.stamp === stamp ? found : undefined;
  }

  private forbidden({ id }: Entry): Trouble | null {
    const kind = this.aboutOf(id)?.kind;
    if (!this.only || !kind || kind === this.only) return null;
    return {
      message: `release ${id} is ${kind}, and only ${this.only} figures may be served here (UPTAKE_KIND)`,
      damaged: false,
      meant: true,
    };
  }
}
