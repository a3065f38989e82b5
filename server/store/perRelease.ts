import { LRUCache } from 'lru-cache';
import type { Database } from './database.ts';

/**
 * What is worked out of a release once and kept for as long as the release is open, since a release never changes: by
 * a key, the latest asked for up to so many. What fails is not kept.
 */
export class PerRelease<T> {
  // A release on the boundaries of its lookup is read through a database of its own.
  private readonly kept = new WeakMap<Database, LRUCache<string, Promise<T>>>();

  constructor(private readonly most = 1) {}

  /** What was made under the key, or is made now. */
  get({ database }: { database: Database }, key: string, make: () => Promise<T>): Promise<T> {
    let ofRelease = this.kept.get(database);
    if (!ofRelease) this.kept.set(database, (ofRelease = new LRUCache({ max: this.most })));
    const known = ofRelease.get(key);
    if (known) return known;
    const made = make();
    ofRelease.set(key, made);
    made.catch(() => {
      // By then another may have been made in its place.
      if (ofRelease.peek(key) === made) ofRelease.delete(key);
    });
    return made;
  }
}
