import type { Config } from '../config.ts';

/** For how long an answer stays as it is: as that of a named release does, or as the current release does. */
export type Lasting = 'named' | 'release';

/** What leads nowhere may lead somewhere soon, and what was announced may come at any moment: in seconds. */
const briefest = 5;
/** A release that was announced may come late by so many seconds. */
const late = 3600;
/** What is said of a named release changes only where a notice is given of it: within so many seconds. */
const aDay = 86_400;

const forSeconds = (fresh: number, stale: number): string =>
  `public, max-age=${fresh}${stale > 0 ? `, stale-while-revalidate=${stale}` : ''}`;

/** What is known of releases to come. */
interface Coming {
  /** When releases are to come that are not out, in ms since 1970. */
  toCome(): readonly number[];
  /** Changes with the releases that there are. */
  edition(): string;
}

/**
 * What caches are told of answers: to keep that of a named release for a day, and that of the current release for as
 * long as it surely stays. Nothing is kept beyond the moment at which a release is to come.
 */
export class Keeping {
  constructor(
    private readonly set: Pick<Config, 'fresh' | 'next'>,
    private readonly releases: Coming = { toCome: () => [], edition: () => '' },
    private readonly now: () => number = Date.now,
  ) {}

  /**
   * The header Cache-Control of an answer with a status; an address that leads nowhere is kept for a moment, and no other
   * problem at all. What was made of an earlier edition of the releases, just before one came, is not kept either.
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

  /** Whole seconds until the next release is to come. */
  private secondsLeft(): number {
    const coming = this.times().filter((time) => time > this.now());
    return Math.floor((Math.min(...coming) - this.now()) / 1000);
  }

  /** Whether a release was to have come just now, and may be here at any moment. */
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

/** How long the answer to a question lasts, by the release that it names. */
export const lastingOf = (release: string | null | undefined): Lasting =>
  release && release !== 'current' ? 'named' : 'release';
