import { LRUCache } from 'lru-cache';
import type { Database } from './database.ts';

/**
 * Results computed once for a release and kept while it is open, since a release never changes: by key, up to a number
 * of keys, the least recently used dropped first. Failures are not kept.
 */
export class PerRelease<T> {
  // Keyed by database, because a release on the boundaries of its lookup has a database of its own.
  private readonly kept = new WeakMap<Database, LRUCache<string, Promise<T>>>();

  constructor(private readonly most = 1) {}

  /** The result kept under the key, made now if there is none. */
  get({ database }: { database: Database }, key: string, make: () => Promise<T>): Promise<T> {
    let ofRelease = this.kept.get(database);
    if (!ofRelease) this.kept.set(database, (ofRelease = new LRUCache({ max: this.most })));
    const known = ofRelease.get(key);
    if (known) return known;
    const made = make();
    ofRelease.set(key, made);
    made.catch(() => {
      // Meanwhile another result may have been put in its place.
      if (ofRelease.peek(key) === made) ofRelease.delete(key);
    });
    return made;
  }
}
