import type { Release } from '../store/releases.ts';
import { peerGroups } from './peerGroups.ts';
import { placeSearch } from './search/placeSearch.ts';

/** Makes what the first to ask a release would else wait for: its search, and the peers of its latest month. */
export async function makeReady(release: Release): Promise<void> {
  await placeSearch(release);
  await peerGroups(release, release.about.last_period);
}
