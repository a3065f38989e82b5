import { createHash } from 'node:crypto';
import type { ReleaseAbout } from '../../data/definitions/manifest.ts';
import type { ReleaseKind } from '../../data/definitions/releaseFolder.ts';
import { isOpen } from '../../data/life/calendar.ts';
import { currentAt, isWithdrawn, publicKey } from '../../data/life/life.ts';
import { type Listed, listingOf } from '../../data/life/listing.ts';
import { type Previewed, previewedBy } from '../../data/life/preview.ts';
import { HttpError, notFound, unknown } from '../errors.ts';
import { type Catalogue, readCatalogue } from './catalogue.ts';
import { chosen, laterFirst } from './releases/chosen.ts';
import { damage, type Entry } from './releases/folder.ts';
import { type Health, healthOf } from './releases/health.ts';
import { OpenedReleases } from './releases/opened.ts';
import { type OpenedRelease, openRelease, Unservable } from './releases/openRelease.ts';
import type { Place } from './releases/place.ts';
import { placeOf } from './releases/placeOf.ts';
import { Shelf } from './releases/shelf.ts';
import { type Standing, standingOf } from './releases/standing.ts';
import { Statements } from './releases/statements.ts';
import { Turns } from './releases/turns.ts';

/** An open release: its file, what it says about itself, and the lists that every question needs. */
export interface Release extends OpenedRelease {
  id: string;
  /** The size of its file. */
  bytes: number;
  /** The same wherever the same file is served, and different for any other. */
  identity: string;
  catalogue: Catalogue;
  /** What goes with any of its answers at present. */
  standing(): Standing;
  /** The release that was current when it was made; null if none of its kind may be served. */
  former(): Promise<Former | null>;
  /** The same release on the boundaries of its practice lookup; null if it has none. */
  likeForLike: (() => Promise<Release>) | null;
}

/** The release before another. It need not be open. */
export interface Former {
  identity: string;
  /** Opens it; null if its file turns out to be damaged, which must not stop the later release. */
  open(): Promise<Release | null>;
}

export interface ReleasesOptions {
  /** The only kind of figures that may be served; null for either. */
  only?: ReleaseKind | null;
  /** How many releases stay open besides the current one and those being read. */
  mostIdle?: number;
  /** The time by which releases are published, in ms since 1970. */
  now?: () => number;
  /** A draft to show as if published, to those who sign it off or may preview it; never to readers. */
  showing?: string | null;
}

/**
 * The releases of a folder or database: which one is current, and any of them by id. It looks for changes twice a
 * second, so a server follows them without a restart.
 */
export class Releases {
  private readonly place: Place;
  private readonly shelf: Shelf;
  private readonly opened: OpenedReleases<Release>;
  private served: string | null = null;
  private seen = '';
  private chosenAt = -1;
  /** Releases that were published at their time while this server was watching. */
  readonly turns: Turns;

  /** The time by which releases are published, in ms since 1970. */
  readonly now: () => number;
  /** Statements by whoever runs this copy about its statistics. */
  readonly statements: Statements;

  constructor(location: string, options: ReleasesOptions = {}) {
    const { only = null, mostIdle = 4, now = Date.now, showing = null } = options;
    this.now = now;
    this.place = placeOf(location, now);
    this.statements = new Statements(this.place);
    this.shelf = new Shelf(this.place, only, now, showing);
    this.turns = new Turns(this.place, now);
    this.opened = new OpenedReleases(
      (entry) => this.open(entry),
      (id) => id === this.served || this.turns.isNear(id, this.shelf.whole.life),
      mostIdle,
    );
    this.turns.saw(this.shelf.whole.life);
    this.choose();
  }

  /**
   * What each release that can be served says about itself, newest month first. Those with a manifest are not opened.
   */
  async list(): Promise<ReleaseAbout[]> {
    await this.place.ready();
    this.look();
    await this.shelf.describe(this.shelf.view.entries.values());
    this.choose();
    return [...this.shelf.servable().values()];
  }

  /** The size of a release's file, and its SHA-256 if that was kept when it was published. */
  fileOf(id: string): { bytes: number; sha256: string | null } {
    const entry = this.shelf.view.entries.get(id);
    return { bytes: entry?.bytes ?? 0, sha256: entry?.manifest?.sha256 ?? null };
  }

  /** The id of the current release; throws 503 with the reason if there is none. */
  currentReleaseId(): string {
    this.look();
    if (this.served !== null) return this.served;
    const why = this.health().problems;
    throw new HttpError(503, why.length ? why.join('; ') : 'no release has been made yet');
  }

  /** The id of the release that was current at a time, in ms since 1970; null if none was published. */
  releaseIdAt(time: number): string | null {
    this.look();
    return currentAt(this.shelf.whole.life, time);
  }

  /**
   * Changes when the current release or the list of releases does. Answers about them are valid as long as it stays the
   * same.
   */
  edition(): string {
    this.look();
    return this.seen;
  }

  /**
   * The current release, or the one asked for. Throws 404 with the nearest id if it does not exist, 503 if it cannot be
   * served.
   */
  async get(id?: string): Promise<Release> {
    await this.place.ready();
    this.look();
    if (id !== undefined && id !== 'current') return this.named(id);
    for (;;) {
      await this.settle();
      const current = this.currentReleaseId();
      const lost = this.lost(current);
      if (lost) return lost;
      try {
        return await this.opened.get(this.shelf.view.entries.get(current)!);
      } catch (error) {
        // By now the fault is recorded, so the next attempt chooses another release, if there is one.
        if (!(error instanceof Unservable)) throw error;
      }
    }
  }

  /** Every past and announced release, latest first. */
  listing(): Listed[] {
    this.look();
    return listingOf(this.shelf.whole.life, this.now());
  }

  /** The draft that the bearer of a token with this SHA-256 may see now; null if none. */
  previewed(token: string): Previewed | null {
    this.look();
    const { life, ledgerProblem } = this.shelf.whole;
    return ledgerProblem ? null : previewedBy(life.releases.values(), token, this.now());
  }

  /** When unpublished releases are due, in ms since 1970. */
  toCome(): number[] {
    const { calendar, turnsAt } = this.shelf.whole.life;
    const announced = calendar.filter(isOpen).map(({ due }) => due);
    return turnsAt === null ? announced : [...announced, turnsAt];
  }

  /** For operators: why no releases can be read now, with their address; null if some can. */
  unreachable(): string | null {
    return this.place.unreachable;
  }

  /** Which release is current, and everything that is wrong in the folder. */
  health(): Health {
    this.look();
    const health = healthOf(this.shelf.view, this.served, (entry) => this.shelf.troubleOf(entry));
    const problem = this.statements.problem();
    return problem ? { ...health, problems: [...health.problems, problem] } : health;
  }

  /**
   * From now on opens each new release and makes it ready as soon as it is current, so that no reader waits for that. A
   * failure is left to show again when a reader asks. Calls `tell` whenever the problems change.
   */
  follow(makeReady: (release: Release) => Promise<unknown>, tell: (health: Health) => void): void {
    let latest: Release | null = null;
    let told = '';
    const look = async () => {
      const { named, entries } = this.shelf.view;
      const entry = entries.get(named ?? '');
      if (entry) await this.shelf.tryAgain(entry);
      const release = await this.get().catch(() => null);
      const health = this.health();
      if (told !== (told = health.problems.join())) tell(health);
      if (!release || release === latest) return;
      latest = release;
      await makeReady(release);
    };
    this.turns.follow(
      () => this.shelf.whole.life,
      () => void look().catch(() => {}),
      // Drafts due soon are made ready too, so that no reader waits when they are published.
      async (id) => {
        const entry = this.shelf.whole.entries.get(id);
        if (entry) await makeReady(await this.opened.get(entry));
      },
    );
  }

  async close(): Promise<void> {
    this.turns.stop();
    await this.opened.close();
    await this.place.close();
  }

  private look(): void {
    if (!this.shelf.refresh()) return;
    this.turns.saw(this.shelf.whole.life);
    this.opened.follow(this.shelf.whole);
    this.choose();
  }

  /** Makes sure that the best release is chosen, opening files only if it cannot be told without. */
  private async settle(): Promise<void> {
    const { named, entries } = this.shelf.view;
    const entry = entries.get(named ?? '');
    if (entry) await this.shelf.describe([entry]);
    this.choose();
    if (this.served !== named) await this.list();
  }

  private choose(): void {
    if (this.chosenAt === this.shelf.changes) return;
    this.chosenAt = this.shelf.changes;
    const { view } = this.shelf;
    const servable = this.shelf.servable();
    const lost = this.served === null ? null : this.lost(this.served);
    if (lost) servable.set(lost.id, lost.about);
    const state = [...servable.keys()].map((id) => this.identityOf(id));
    for (const id of servable.keys()) if (isWithdrawn(view.life, id)) servable.delete(id);
    const aboutOf = (id: string) => servable.get(id) ?? this.shelf.aboutOf(id);
    this.served = chosen({ view, servable, aboutOf, served: this.served });
    const told = [publicKey(view.life, this.now()), this.statements.stamp()];
    const seen = [this.served, ...state, ...told].join('\n');
    this.seen = createHash('sha256').update(seen).digest('base64url').slice(0, 16);
  }

  /** The current release, if its file is gone but still open. */
  private lost(id: string): Release | null {
    const { entries, removed } = this.shelf.view;
    const isGone = !entries.get(id)?.stamp && !removed.has(id);
    return isGone && id === this.served ? this.opened.held(id) : null;
  }

  private identityOf(id: string): string {
    const entry = this.shelf.view.entries.get(id);
    const { made_at } = this.shelf.aboutOf(id) ?? {};
    return entry?.manifest?.sha256 ?? `${id} ${made_at} ${entry?.bytes}`;
  }

  private async named(id: string): Promise<Release> {
    const { entries, removed } = this.shelf.view;
    const lost = this.lost(id);
    if (lost) return lost;
    const about = { parameter: 'release', value: id };
    const day = removed.get(id)?.slice(0, 10);
    if (day) throw notFound(`release ${id} was removed on ${day}`, about);
    const entry = entries.get(id);
    if (!entry) {
      await this.list();
      throw notFound(unknown('release', id, this.shelf.servable().keys()), about);
    }
    await this.shelf.describe([entry]);
    await this.shelf.tryAgain(entry);
    const trouble = this.shelf.troubleOf(entry);
    if (trouble) throw new Unservable(trouble);
    return this.opened.get(entry);
  }

  /** The id of the current release, if it was made after another of its kind. */
  private laterThan(about: ReleaseAbout): string | null {
    if (this.served === null || this.served === about.release) return null;
    const current = this.shelf.aboutOf(this.served);
    const isLater = current?.kind === about.kind && laterFirst(current, about) < 0;
    return isLater ? current.release : null;
  }

  private async formerOf({ previous, kind }: ReleaseAbout): Promise<Former | null> {
    this.look();
    const entry = this.shelf.view.entries.get(previous ?? '');
    if (!entry) return null;
    await this.shelf.describe([entry]);
    if (this.shelf.aboutOf(entry.id)?.kind !== kind || this.shelf.troubleOf(entry)) return null;
    const open = () =>
      this.named(entry.id).catch((error: unknown) => {
        if (error instanceof HttpError && error.status === 503) return null;
        throw error;
      });
    return { identity: this.identityOf(entry.id), open };
  }

  private async open(entry: Entry): Promise<Release> {
    try {
      const opened = await openRelease(entry, this.shelf.isVerified(entry), (...asked) =>
        this.place.open(...asked),
      );
      this.shelf.note(entry, opened);
      opened.database.whenUnreadable(() => {
        this.opened.drop(entry.id);
        this.shelf.doubt(entry);
      });
      return await this.released(entry, opened);
    } catch (error) {
      if (error instanceof Unservable) this.shelf.note(entry, error);
      throw error;
    }
  }

  private async released({ id, bytes }: Entry, opened: OpenedRelease): Promise<Release> {
    const catalogue = await readCatalogue(opened.database).catch((error) => {
      opened.database.close();
      if (error instanceof HttpError) throw error;
      throw new Unservable(damage(id, 'its file cannot be read as a release'), error);
    });
    const identity = this.identityOf(id);
    const standing = () => {
      const later = this.laterThan(opened.about);
      return standingOf(id, this.shelf.whole.life, this.now(), later);
    };
    const former = () => this.formerOf(opened.about);
    const own = { id, bytes, identity, catalogue, standing, former };
    const release: Release = { ...opened, ...own, likeForLike: null };
    if (catalogue.lookup) {
      let reading: Promise<Release> | null = null;
      release.likeForLike = () => (reading ??= onLookup(release));
    }
    return release;
  }
}

/** A release whose tables are those of its schema `lookup`, so every question is answered like for like. */
async function onLookup(release: Release): Promise<Release> {
  const database = release.database.inSchema('lookup');
  return { ...release, database, catalogue: await readCatalogue(database, 'lookup') };
}
