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

/** One input of the distance, by the candidates' positions, in units of distance. */
interface Axis {
  input: PeerInput;
  values: readonly (number | null)[];
}

/** The candidates that have every input of a set, in the order of list size, and their values in that order. */
interface Search {
  inputs: PeerInput[];
  order: readonly number[];
  /** Where in the order each candidate stands. */
  at: Int32Array;
  columns: Float64Array[];
  /** The column of list sizes, or none where they do not differ. */
  sizes: Float64Array | undefined;
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
    const unit = input === 'rurality' ? 1 : deviation;
    return [{ input, values: values.map((value) => (value === null ? null : value / unit)) }];
  });
  const searches = new Map<string, Search>();

  function searchFor(own: number): Search {
    const used = axes.filter(({ values }) => values[own] !== null);
    const key = used.map(({ input }) => input).join();
    let search = searches.get(key);
    if (!search) searches.set(key, (search = searchOver(used, sizes)));
    return search;
  }

  return (code, k = 10) => {
    const own = positions.get(code);
    if (own === undefined) throw new RangeError(`practice not among the candidates: ${code}`);
    if (sizes[own] === null) return { peers: [], inputs: [] };
    const search = searchFor(own);
    return { peers: nearest(own, candidates, search, k), inputs: search.inputs };
  };
}

function searchOver(axes: readonly Axis[], sizes: readonly (number | null)[]): Search {
  const order = sizes
    .flatMap((size, i) =>
      size === null || axes.some(({ values }) => values[i] === null) ? [] : [i],
    )
    .sort((a, b) => sizes[a]! - sizes[b]!);
  const at = new Int32Array(sizes.length);
  order.forEach((i, place) => {
    at[i] = place;
  });
  const inputs = axes.map(({ input }) => input);
  const columns = axes.map(({ values }) => Float64Array.from(order, (i) => values[i]!));
  return { inputs, order, at, columns, sizes: columns[inputs.indexOf('list_size')] };
}

/** The nearest to one candidate, going out from it by list size until that alone lies too far. */
function nearest(
  own: number,
  candidates: readonly PeerCandidate[],
  { order, at, columns, sizes }: Search,
  k: number,
): Peer[] {
  const found: Peer[] = [];
  const here = at[own]!;
  let farthest = Number.POSITIVE_INFINITY;
  let [below, above] = [here - 1, here + 1];
  let toBelow = squaredBySize(sizes, order.length, here, below);
  let toAbove = squaredBySize(sizes, order.length, here, above);
  while (Math.min(toBelow, toAbove) < farthest) {
    let place: number;
    if (toBelow <= toAbove) {
      place = below--;
      toBelow = squaredBySize(sizes, order.length, here, below);
    } else {
      place = above++;
      toAbove = squaredBySize(sizes, order.length, here, above);
    }
    let squares = 0;
    for (let i = 0; i < columns.length; i++) squares += squared(columns[i]!, here, place);
    if (squares >= farthest) continue;
    insert(found, candidates[order[place]!]!.code, squares);
    if (found.length > k) found.pop();
    if (found.length === k) farthest = (found.at(-1)!.distance + 2 / decimals) ** 2;
  }
  return found;
}

const squared = (column: Float64Array, here: number, place: number): number =>
  (column[place]! - column[here]!) ** 2;

/** The least that a place in the order of size lies apart, squared; without end beyond the last. */
function squaredBySize(
  sizes: Float64Array | undefined,
  length: number,
  here: number,
  place: number,
): number {
  if (place < 0 || place >= length) return Number.POSITIVE_INFINITY;
  return sizes ? squared(sizes, here, place) : 0;
}

/** Puts a peer among those before it, nearest first, equal distances in the order of their codes. */
function insert(found: Peer[], code: string, squares: number): void {
  const distance = Math.round(Math.sqrt(squares) * decimals) / decimals;
  let place = found.length;
  while (place > 0 && isNearer(distance, code, found[place - 1]!)) place -= 1;
  found.splice(place, 0, { code, distance });
}

const isNearer = (distance: number, code: string, other: Peer): boolean =>
  distance < other.distance || (distance === other.distance && code < other.code);
