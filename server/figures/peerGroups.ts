import type { Measure } from '../../data/definitions/measures.ts';
import { quantile } from '../../data/statistics/deciles.ts';
import { shareExplained } from '../../data/statistics/explained.ts';
import { type PeerInput, type Peers, peersAmong, valuesOf } from '../../data/statistics/peers.ts';
import type { Database } from '../store/database.ts';
import { PerRelease } from '../store/perRelease.ts';
import { type PeerCandidateRow, peerCandidatesQuery } from '../store/queries/peerCandidates.ts';
import type { Release } from '../store/releases.ts';
import { traitsIn } from '../store/traits.ts';
import { practiceFigures } from './practiceFigures.ts';

/** The practices of a month, and for each of them those most like it. */
export interface PeerGroups {
  practices: ReadonlyMap<string, PeerCandidateRow>;
  /** The 30 practices most like one; throws a RangeError if it is not in the month. */
  of: (code: string) => Peers;
}

/** Months whose practices are kept, so that finding a practice's peers takes milliseconds. */
const monthsKept = 12;
const kept = new PerRelease<PeerGroups>(monthsKept);

/** The peer groups of a month. They are chosen by what the release says about practices, never by uptake. */
export const peerGroups = (release: Release, period: string): Promise<PeerGroups> =>
  kept.get(release, period, () => readPeerGroups(release.database, period));

async function readPeerGroups(database: Database, period: string): Promise<PeerGroups> {
  const held = await traitsIn(database);
  const rows = await database.all<PeerCandidateRow>(peerCandidatesQuery(period, held));
  const among = peersAmong(rows);
  return { practices: new Map(rows.map((row) => [row.code, row])), of: (code) => among(code) };
}

/** The median of the values of a practice's peers, in their unit; null if none has a value. */
export const medianOf = (
  { peers }: Peers,
  valueAt: (code: string) => number | null,
): number | null =>
  quantile(
    peers.map(({ code }) => valueAt(code)),
    0.5,
  );

const explainedKept = new PerRelease<number | null>(48);

/**
 * How much of the variance of a measure between practices in a month is explained by the characteristics that peers are
 * chosen by (R², 0 to 1), over the practices that have all of them; null if it cannot be computed.
 */
export const explainedBy = (
  release: Release,
  measure: Measure,
  period: string,
  inputs: readonly PeerInput[],
): Promise<number | null> =>
  explainedKept.get(release, [measure.id, period, ...inputs].join(' '), async () => {
    const [{ practices }, figures] = await Promise.all([
      peerGroups(release, period),
      practiceFigures(release, measure, period),
    ]);
    const rows = [...practices.values()];
    const read = inputs.map((input) => ({ input, values: valuesOf(input, rows) }));
    const values = rows.map(({ code }) => figures.get(code)?.value ?? null);
    const entered = rows.flatMap((_, i) =>
      values[i] === null || read.some((one) => one.values[i] === null) ? [] : [i],
    );
    const taken = (column: readonly (number | null)[]) => entered.map((i) => column[i]!);
    const supplier = read.find(({ input }) => input === 'supplier');
    return shareExplained(taken(values), {
      groups: supplier ? taken(supplier.values) : null,
      columns: read.filter((one) => one !== supplier).map((one) => taken(one.values)),
    });
  });
