import type { Config } from '../config.ts';

/** How long an answer stays valid: as long as that of a named release, or as long as the current release. */
export type Lasting = 'named' | 'release';

/**
 * In seconds. An address that leads nowhere may soon lead somewhere, and an announced release may come at any moment.
 */
const briefest = 5;
/** How many seconds late an announced release may come. */
const late = 3600;
/** In seconds. Answers of a named release change only when a notice about it is given. */
const aDay = 86_400;

const forSeconds = (fresh: number, stale: number): string =>
  `public, max-age=${fresh}${stale > 0 ? `, stale-while-revalidate=${stale}` : ''}`;

/** What is known about releases to come. */
interface Coming {
  /** When unpublished releases are due, in ms since 1970. */
  toCome(): readonly number[];
  /** Changes with the list of releases. */
  edition(): string;
}

/**
 * What caches are told: to keep the answer of a named release for a day, and that of the current release as long as it
 * is sure to stay current. Nothing is kept beyond the time at which a release is due.
 */
export class Keeping {
  constructor(
    private readonly set: Pick<Config, 'fresh' | 'next'>,
    private readonly releases: Coming = { toCome: () => [], edition: () => '' },
    private readonly now: () => number = Date.now,
  ) {}

  /**
   * The Cache-Control header of an answer with a status. A 404 is kept for a moment, no other error at all. An answer
   * made from an earlier edition of the releases, just before a new one, is not kept either.
   */
  of(status: number, lasting: Lasting = 'release', edition = this.releases.edition()): string {
    if (edition !== this.releases.edition()) return status >= 400 ? 'no-store' : 'no-cache';
    const left = this.secondsLeft();
    if (status === 404) return left > 0 ? forSeconds(Math.min(briefest, left), 0) : 'no-store';
    if (status >= 400) return 'no-store';
    if (lasting === 'named') return left > 0 ? forSeconds(Math.min(aDay, left), 0) : 'no-cache';
    const fresh = Math.min(this.set.fresh, left, this.isLate() ? briefest : this.set.fresh);
    return fresh > 0 ? forSeconds(fresh, Math.min(fresh, left - fresh)) : 'no-cache';
  }

  /** Whole seconds until the next release is due. */
  private secondsLeft(): number {
    const coming = this.times().filter((time) => time > this.now());
    return Math.floor((Math.min(...coming) - this.now()) / 1000);
  }

  /** Whether a release was due just now, and may appear at any moment. */
  private isLate(): boolean {
    return this.times().some((time) => {
      const since = this.now() - time;
      return since >= 0 && since <= late * 1000;
    });
  }

  private times(): readonly number[] {
    const { next } = this.set;
    const toCome = this.releases.toCome();
    return next === null ? toCome : [next, ...toCome];
  }
}

/** How long an answer lasts, depending on whether its question names a release. */
export const lastingOf = (release: string | null | undefined): Lasting =>
  release && release !== 'current' ? 'named' : 'release';
