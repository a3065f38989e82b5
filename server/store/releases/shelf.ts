import type { ReleaseAbout } from '../../../data/definitions/manifest.ts';
import type { ReleaseKind } from '../../../data/definitions/releaseFolder.ts';
import { damage, type Entry, type FolderView, type Trouble } from './folder.ts';
import { type OpenedRelease, openRelease, Unservable } from './openRelease.ts';
import type { Place } from './place.ts';
import { publishedIn } from './published.ts';

/** What was found in a file, for as long as it does not change. */
interface Found {
  stamp: string | null;
  /** Whether it has the checksum that was kept when it was published. */
  isVerified: boolean;
  /** What it says of itself; unknown where it could not be opened. */
  about: ReleaseAbout | null;
  trouble: Trouble | null;
  at: number;
}

/** How long the folder is taken to be as it was, in ms. */
const lookEvery = 500;
/** How long a release that could not be opened is left alone, in ms; not all trouble lasts. */
const tryAgainAfter = 10_000;

/** The releases of a place with what is known of each: from its manifest, or found when it was opened. */
export class Shelf {
  private readonly found = new Map<string, Found>();
  private lookedAt = Number.NEGATIVE_INFINITY;
  private placeChanges = 0;
  /** What the folder holds, drafts and all: nothing of them may be told to readers. */
  whole: FolderView;
  /** What readers may know of it. */
  view: FolderView;
  /** Grows whenever something else may be known than before. */
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

  /** Looks at the folder again, unless it was looked at just now and nothing was due since; returns whether it did. */
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

  /** What a release says of itself, where that is known. */
  aboutOf(id: string): ReleaseAbout | undefined {
    const entry = this.view.entries.get(id);
    return entry && (entry.manifest ?? this.foundIn(entry)?.about ?? undefined);
  }

  /** What is known of each release that can be served, newest month first. */
  servable(): Map<string, ReleaseAbout> {
    const all = new Map<string, ReleaseAbout>();
    for (const [id, entry] of this.view.entries) {
      const about = this.aboutOf(id);
      if (about && !this.troubleOf(entry)) all.set(id, about);
    }
    return all;
  }

  /** Whether a release has its checksum, as was found when it was opened before. */
  isVerified(entry: Entry): boolean {
    return this.foundIn(entry)?.isVerified ?? false;
  }

  /** Keeps what came of opening a release. */
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

  /** Has a release that could not be read checked when it is next opened, or left alone where it cannot be checked. */
  doubt(entry: Entry): void {
    if (entry.manifest) this.found.delete(entry.id);
    else this.note(entry, new Unservable(damage(entry.id, 'its file cannot be read')));
  }

  /** Finds out what releases say of themselves where nothing outside their files does, by opening each for a moment. */
  async describe(entries: Iterable<Entry>): Promise<void> {
    for (const entry of entries) {
      if (!entry.manifest && !entry.trouble && !this.foundIn(entry)) await this.tryOut(entry);
    }
  }

  /** Looks again at a release that could not be opened, once in a while. */
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
    };
  }
}
