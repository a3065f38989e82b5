import type { Life, ReleaseLife } from '../../../data/life/life.ts';
import type { FolderView } from './folder.ts';
import type { Place } from './place.ts';

/** How long before its time a release is made ready, in ms. */
const readyBefore = 10 * 60_000;
/** How often to look, in ms. */
const lookEvery = 1000;

/** A release that this server saw published at its time. */
export interface Turn {
  release: string;
  /** Ms after the set time. */
  late: number;
}

/** Releases with a set time: makes each ready before it, looks for it at that time, and records it afterwards. */
export class Turns {
  private readonly seen = new Map<string, Turn>();
  private readonly ready = new Set<string>();
  private looking: NodeJS.Timeout | undefined;
  private waiting: NodeJS.Timeout | undefined;

  constructor(
    private readonly place: Place,
    private readonly now: () => number,
  ) {}

  /** The last release published at its time; null if none. */
  last(): Turn | null {
    return [...this.seen.values()].at(-1) ?? null;
  }

  /** Notes what has been published by now. */
  saw({ releases }: Life): void {
    for (const one of releases.values()) {
      if (!isUntold(one) || this.seen.has(one.release)) continue;
      const late = Math.max(0, Math.round(this.now() - one.publishedAt));
      this.seen.set(one.release, { release: one.release, late });
    }
  }

  /** Whether a release is due so soon that it should be ready. */
  isNear(id: string, { releases, turnsAt }: Life): boolean {
    const one = releases.get(id);
    if (!one || turnsAt === null || one.publishedAt !== null || one.due === null) return false;
    return one.due - this.now() < readyBefore;
  }

  /** From now on looks every second, and exactly when something is due. Makes ready what comes soon. */
  follow(life: () => Life, look: () => void, makeReady: (id: string) => Promise<void>): void {
    const tick = () => {
      look();
      const { releases, turnsAt } = life();
      const wait = turnsAt === null ? Number.POSITIVE_INFINITY : turnsAt - this.now();
      clearTimeout(this.waiting);
      if (wait > 0 && wait <= lookEvery) this.waiting = setTimeout(tick, Math.ceil(wait)).unref();
      for (const id of releases.keys()) {
        if (this.ready.has(id) || !this.isNear(id, life())) continue;
        this.ready.add(id);
        // If it cannot be made ready, that is reported when it is published.
        makeReady(id).catch(() => {});
      }
      if ([...releases.values()].some(isUntold)) void this.tell().catch(() => {});
    };
    tick();
    this.looking = setInterval(tick, lookEvery).unref();
  }

  stop(): void {
    clearInterval(this.looking);
    clearTimeout(this.waiting);
  }

  /** Records what was published at its time, and how late: the first server that can does it, once. */
  private tell(): Promise<void> {
    const deedsIn = ({ life: { releases } }: FolderView) =>
      [...releases.values()].filter(isUntold).map((one) => ({
        event: 'published' as const,
        release: one.release,
        sha256: one.sha256,
        due: new Date(one.publishedAt).toISOString(),
        late: this.seen.get(one.release)?.late ?? null,
      }));
    return this.place.writeDown(deedsIn, { by: null, now: new Date(this.now()) });
  }
}

/** Whether a release was published by the clock alone and nobody has recorded that yet. */
const isUntold = (one: ReleaseLife): one is ReleaseLife & { publishedAt: number } =>
  one.publishedAt !== null && !one.isToldPublished && !one.isRemoved;
