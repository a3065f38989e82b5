/** What is known of a practice besides its uptake, which takes no part in choosing its peers. */
export interface PeerCandidate {
  code: string;
  registered: number | null;
  /** A deprivation score, on any scale that all candidates share. */
  deprivation: number | null;
  rural: boolean | null;
}

export type PeerInput = 'list_size' | 'deprivation' | 'rurality';

export interface Peer {
  code: string;
  /** Two is a difference of two standard deviations, or of town and country. */
  distance: number;
}

export interface Peers {
  /** Nearest first; equal distances in the order of their codes. */
  peers: Peer[];
  /** What the distance was made of. */
  inputs: PeerInput[];
}

/** Town against country counts as much as two standard deviations of a number. */
const rurality = 2;
/** Distances are kept to nine decimals: what lies beyond is the rounding of sums in another order. */
const decimals = 1e9;

const readings: Record<PeerInput, (candidate: PeerCandidate) => number | null> = {
  list_size: ({ registered }) =>
    registered !== null && registered > 0 ? Math.log(registered) : null,
  deprivation: ({ deprivation }) => deprivation,
  rurality: ({ rural }) => (rural === null ? null : rural ? rurality : 0),
};

/** The population standard deviation of the known values, and how many there are. */
function spread(values: readonly (number | null)[]): { deviation: number; known: number } {
  const known = values.filter((value) => value !== null);
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const squares = known.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { deviation: Math.sqrt(squares / known.length), known: known.length };
}

/**
 * The `k` practices most like one of them by Euclidean distance over log list size and deprivation in
 * standard deviations, and town or country. An input enters when the practice itself and at least half
 * of the candidates have it and it differs among them; candidates that lack an input in use are passed
 * over. No peers without a list size. Throws a RangeError for a code not among the candidates. Source of
 * the weight of town against country: A. Gelman, Statistics in Medicine 27 (2008), 2865-2873.
 */
export function nearestPeers(code: string, candidates: readonly PeerCandidate[], k = 10): Peers {
  const practice = candidates.find((candidate) => candidate.code === code);
  if (!practice) throw new RangeError(`practice not among the candidates: ${code}`);
  const used = (Object.keys(readings) as PeerInput[]).flatMap((input) => {
    const values = candidates.map(readings[input]);
    const own = readings[input](practice);
    const { deviation, known } = spread(values);
    if (own === null || known * 2 < candidates.length || !(deviation > 0)) return [];
    return [{ input, values, own, unit: input === 'rurality' ? 1 : deviation }];
  });
  if (readings.list_size(practice) === null) return { peers: [], inputs: [] };

  const distances = candidates.flatMap((candidate, index): Peer[] => {
    if (candidate.code === code || readings.list_size(candidate) === null) return [];
    let squares = 0;
    for (const { values, own, unit } of used) {
      const value = values[index]!;
      if (value === null) return [];
      squares += ((value - own) / unit) ** 2;
    }
    const distance = Math.round(Math.sqrt(squares) * decimals) / decimals;
    return [{ code: candidate.code, distance }];
  });
  distances.sort((a, b) => a.distance - b.distance || (a.code < b.code ? -1 : 1));
  return { peers: distances.slice(0, k), inputs: used.map(({ input }) => input) };
}
