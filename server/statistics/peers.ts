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

/** One input of the distance, by the candidates' positions, and what one unit of distance is of it. */
interface Axis {
  input: PeerInput;
  values: readonly (number | null)[];
  unit: number;
}

/** The candidates that have every input of a set, by list size, which rules most of them out unseen. */
interface Search {
  axes: readonly Axis[];
  order: Int32Array;
  /** Where in the order each candidate stands. */
  at: Int32Array;
}

/**
 * A search for the `k` practices most like one of the candidates by Euclidean distance over log list size
 * and deprivation in standard deviations, and town or country. An input enters when the practice itself and
 * at least half of the candidates have it and it differs among them; candidates that lack an input in use
 * are passed over. No peers without a list size. Throws a RangeError for a code not among the candidates.
 * Source of the weight of town against country: A. Gelman, Statistics in Medicine 27 (2008), 2865-2873.
 */
export function peersAmong(
  candidates: readonly PeerCandidate[],
): (code: string, k?: number) => Peers {
  const positions = new Map(candidates.map(({ code }, i) => [code, i]));
  const sizes = candidates.map(readings.list_size);
  const axes = (Object.keys(readings) as PeerInput[]).flatMap((input): Axis[] => {
    const values = candidates.map(readings[input]);
    const { deviation, known } = spread(values);
    if (known * 2 < candidates.length || !(deviation > 0)) return [];
    return [{ input, values, unit: input === 'rurality' ? 1 : deviation }];
  });
  const searches = new Map<string, Search>();

  function searchFor(own: number): Search {
    const used = axes.filter(({ values }) => values[own] !== null);
    const key = used.map(({ input }) => input).join();
    let search = searches.get(key);
    if (!search) {
      const order = Int32Array.from(
        candidates.flatMap((_, i) =>
          sizes[i] === null || used.some(({ values }) => values[i] === null) ? [] : [i],
        ),
      ).sort((a, b) => sizes[a]! - sizes[b]!);
      const at = new Int32Array(candidates.length);
      order.forEach((i, place) => {
        at[i] = place;
      });
      searches.set(key, (search = { axes: used, order, at }));
    }
    return search;
  }

  return (code, k = 10) => {
    const own = positions.get(code);
    if (own === undefined) throw new RangeError(`practice not among the candidates: ${code}`);
    if (sizes[own] === null) return { peers: [], inputs: [] };
    const search = searchFor(own);
    const inputs = search.axes.map(({ input }) => input);
    return { peers: nearest(own, candidates, search, k), inputs };
  };
}

/** The nearest to one candidate, going out from it by list size until that alone lies too far. */
function nearest(
  own: number,
  candidates: readonly PeerCandidate[],
  { axes, order, at }: Search,
  k: number,
): Peer[] {
  const found: Peer[] = [];
  const apart = (other: number, of: readonly Axis[]) => {
    let squares = 0;
    for (const { values, unit } of of) squares += ((values[other]! - values[own]!) / unit) ** 2;
    return Math.round(Math.sqrt(squares) * decimals) / decimals;
  };
  const bySize = axes.filter(({ input }) => input === 'list_size');
  const within = (distance: number) =>
    found.length < k || distance <= (found.at(-1)?.distance ?? -1);
  const consider = (other: number): boolean => {
    if (!within(apart(other, bySize))) return false;
    const peer = { code: candidates[other]!.code, distance: apart(other, axes) };
    if (!within(peer.distance)) return true;
    let place = found.length;
    while (place > 0 && isNearer(peer, found[place - 1]!)) place -= 1;
    found.splice(place, 0, peer);
    if (found.length > k) found.pop();
    return true;
  };
  for (let i = at[own]! - 1; i >= 0 && consider(order[i]!); i -= 1);
  for (let i = at[own]! + 1; i < order.length && consider(order[i]!); i += 1);
  return found;
}

const isNearer = (a: Peer, b: Peer): boolean =>
  a.distance < b.distance || (a.distance === b.distance && a.code < b.code);
