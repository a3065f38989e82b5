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
  ].includes(folder);

/** The releases of a folder, for the tests of a file. */
export function releasesIn(folder: string): Releases {
  const releases = shared.get(folder) ?? new Releases(folder);
  if (isShared(folder)) shared.set(folder, releases);
  else afterAll(() => releases.close());
  return releases;
}
