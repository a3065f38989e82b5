import type { Deed, LedgerEvent } from '../../../data/life/events.ts';

/** An event at a time such as 2019-05-30 08:30 in UTC, by somebody. */
export const at = (time: string, deed: Deed, by: string | null = null): LedgerEvent => ({
  at: `${time.replace(' ', 'T')}:00.000Z`,
  by,
  ...deed,
});

export const ms = (time: string): number => Date.parse(`${time.replace(' ', 'T')}Z`);

/** The SHA-256 that a release has in these tests. */
export const sum = (letter: string): string => letter.repeat(64);

export const built = (release: string, sha256 = sum('a')): Deed => ({
  event: 'built',
  release,
  sha256,
});

export const scheduled = (release: string, due: string, sha256 = sum('a')): Deed => ({
  event: 'scheduled',
  release,
  sha256,
  due: `${due.replace(' ', 'T')}:00.000Z`,
});

export const approved = (release: string, sha256 = sum('a')): Deed => ({
  event: 'approved',
  release,
  sha256,
});

export const published = (release: string): Deed => ({
  event: 'published',
  release,
  sha256: sum('a'),
  due: null,
  late: null,
});
