import { quantile } from '../../data/statistics/deciles.ts';
import { type Peers, peersAmong } from '../../data/statistics/peers.ts';
import type { Database } from '../store/database.ts';
import { PerRelease } from '../store/perRelease.ts';
import { type PeerCandidateRow, peerCandidatesQuery } from '../store/queries/peerCandidates.ts';
import type { Release } from '../store/releases.ts';
import { traitsIn } from '../store/traits.ts';

/** The practices of a month, and for each of them those most like it. */
export interface PeerGroups {
  practices: ReadonlyMap<string, PeerCandidateRow>;
  /** The `k` practices most like one, ten without it; throws a RangeError for one not in the month. */
  of: (code: string, k?: number) => Peers;
}

/** Months whose practices are kept at hand, so that every practice's peers are found in milliseconds. */
const monthsKept = 12;
const kept = new PerRelease<PeerGroups>(monthsKept);

/** The peer groups of a month of a release, chosen by what the release holds, never by uptake. */
export const peerGroups = (release: Release, period: string): Promise<PeerGroups> =>
  kept.get(release, period, () => readPeerGroups(release.database, period));

async function readPeerGroups(database: Database, period: string): Promise<PeerGroups> {
  const held = await traitsIn(database);
  const rows = await database.all<PeerCandidateRow>(peerCandidatesQuery(period, held));
  return { practices: new Map(rows.map((row) => [row.code, row])), of: peersAmong(rows) };
}

/** The median of what the peers of a practice reach, in the unit of the values; null where none has a value. */
export const medianOf = (
  { peers }: Peers,
  valueAt: (code: string) => number | null,
): number | null =>
  quantile(
    peers.map(({ code }) => valueAt(code)),
    0.5,
  );
