import type { Config } from '../config.ts';

/** For how long an answer stays as it is: for ever, as that of a named release does, or as the current release does. */
export type Lasting = 'ever' | 'release';

/** What leads nowhere may lead somewhere soon, and what was announced may come at any moment: in seconds. */
const briefest = 5;
/** A release that was announced may come late by so many seconds. */
const late = 3600;

const forSeconds = (seconds: number): string =>
  `public, max-age=${seconds}, stale-while-revalidate=${seconds}`;

/** What caches are told of a problem: an address that leads nowhere is kept for a moment, and no other at all. */
export const keepingOfProblem = (status: number): string =>
  status === 404 ? `public, max-age=${briefest}` : 'no-store';

/**
 * What caches are told of answers: to keep that of a named release for ever, and that of the current release for as
 * long as it surely stays.
 */
export class Keeping {
  constructor(
    private readonly set: Pick<Config, 'fresh' | 'next'>,
    private readonly now: () => number = Date.now,
  ) {}

  /** The header Cache-Control of an answer with a status. */
  of(status: number, lasting: Lasting = 'release'): string {
    if (status >= 400) return keepingOfProblem(status);
    if (lasting === 'ever') return 'public, max-age=31536000, immutable';
    return this.set.fresh === 0 ? 'no-cache' : forSeconds(this.seconds());
  }

  private seconds(): number {
    const { fresh, next } = this.set;
    if (next === null) return fresh;
    const until = Math.floor((next - this.now()) / 1000);
    if (until < -late) return fresh;
    return Math.min(fresh, Math.max(until, briefest));
  }
}

/** How long the answer to a question lasts, by the release that it names. */
export const lastingOf = (release: string | null | undefined): Lasting =>
  release && release !== 'current' ? 'ever' : 'release';
