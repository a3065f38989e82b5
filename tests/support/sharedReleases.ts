import { afterAll, inject } from 'vitest';
import { Releases } from '../../server/store/releases.ts';
import { placeOf } from './madeByTests.ts';

/** Releases that many files ask and none changes, by folder. A worker opens them once and keeps them, as a server does. */
const shared = new Map<string, Releases>();

const isShared = (folder: string): boolean =>
  [
    inject('illustrative'),
    inject('oneService'),
    inject('referenced'),
    inject('published2018'),
    inject('referenced2018'),
    placeOf('publishedYear', inject('scratch')).folder,
    placeOf('restatedQuarter', inject('scratch')).folder,
  ].includes(folder);

/** The releases of a folder that many files ask, which stay open; null of any other folder. */
export function keptOpen(folder: string): Releases | null {
  if (!isShared(folder)) return null;
  const releases = shared.get(folder) ?? new Releases(folder);
  shared.set(folder, releases);
  return releases;
}

/** The releases of a folder, for the tests of a file. */
export function releasesIn(folder: string): Releases {
  const kept = keptOpen(folder);
  if (kept) return kept;
  const own = new Releases(folder);
  afterAll(() => own.close());
  return own;
}
