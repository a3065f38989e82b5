import { unknownSupplier } from '../definitions/breakdowns.ts';

/** What is known of a practice besides its uptake, which takes no part in choosing its peers. */
export interface PeerCandidate {
  code: string;
  /** Of its computer system; null where it is not known. */
  supplier: string | null;
  registered: number | null;
  /** A deprivation score, on any scale that all candidates share. */
  deprivation: number | null;
  rural: boolean | null;
}

/** What a distance can be made of, in the order in which it is told. */
export const peerInputs = ['supplier', 'list_size', 'deprivation', 'rurality'] as const;
export type PeerInput = (typeof peerInputs)[number];

/** How many peers a practice has, wherever they are asked for. */
export const peersTaken = 30;

export interface Peer {
  code: string;
  /** Two is a difference of two standard deviations, of supplier, or of town and country. */
  distance: number;
}

export interface Peers {
  /** Nearest first; equal distances in the order of their codes. */
  peers: Peer[];
  /** What the distance was made of. */
  inputs: PeerInput[];
}

/** Another kind (supplier, town against country) counts as much as two standard deviations of a number. */
const otherKind = 2;
/** Distances are kept to nine decimals: what lies beyond is the rounding of sums in another order. */
const decimals = 1e9;

const readings: Record<
  Exclude<PeerInput, 'supplier'>,
  (candidate: PeerCandidate) => number | null
> = {
  list_size: ({ registered }) =>
    registered !== null && registered > 0 ? Math.log(registered) : null,
  deprivation: ({ deprivation }) => deprivation,
  rurality: ({ rural }) => (rural === null ? null : rural ? otherKind : 0),
};

/** Two returns of one supplier, such as "EMIS (I)", are of one system. */
const systemOf = (supplier: string): string => supplier.replace(/ ?\(I\)$/, '');

/** A number for each supplier that is known. */
function supplierNumbers(candidates: readonly PeerCandidate[]): (number | null)[] {
  const numbers = new Map<string, number>();
  return candidates.map(({ supplier }) => {
    if (supplier === null || supplier === unknownSupplier.code) return null;
    const system = systemOf(supplier);
    if (!numbers.has(system)) numbers.set(system, numbers.size);
    return numbers.get(system)!;
  });
}

/** What one input of the distance is of each candidate, on a scale of its own; a supplier has a number. */
export const valuesOf = (
  input: PeerInput,
  candidates: readonly PeerCandidate[],
): (number | null)[] =>
  input === 'supplier' ? supplierNumbers(candidates) : candidates.map(readings[input]);

/** The population standard deviation of the known values, and how many there are. */
function spread(values: readonly (number | null)[]): { deviation: number; known: number } {
  const known = values.filter((value) => value !== null);
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const squares = known.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { deviation: Math.sqrt(squares / known.length), known: known.length };
}

/** One input of the distance, by the candidates' positions, in units of distance; of a supplier its number. */
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
  /** The numbers of suppliers, or none where that is no input. */
  suppliers: Float64Array | undefined;
  /** The column of list sizes, or none where they do not differ. */
  sizes: Float64Array | undefined;
}

/**
 * A search for the `k` practices most like one of the candidates by Euclidean distance over log list size and
 * deprivation in standard deviations, supplier, and town or country. An input enters when the practice itself and at
 * least half of the candidates have it and it differs among them; candidates that lack an input in use are passed over.
 * No peers without a list size. Throws a RangeError for a code not among the candidates. Source of the weight of one
 * kind against another: A. Gelman, Statistics in Medicine 27 (2008), 2865-2873.
 */
export function peersAmong(
  candidates: readonly PeerCandidate[],
): (code: string, k?: number) => Peers {
  const positions = new Map(candidates.map(({ code }, i) => [code, i]));
  const sizes = candidates.map(readings.list_size);
  const axes = peerInputs.flatMap((input): Axis[] => {
    const values = valuesOf(input, candidates);
    const { deviation, known } = spread(values);
    if (known * 2 < candidates.length || !(deviation > 0)) return [];
    const unit = input === 'rurality' || input === 'supplier' ? 1 : deviation;
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

  return (code, k = peersTaken) => {
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
  const columnOf = ({ values }: Axis) => Float64Array.from(order, (i) => values[i]!);
  const named = (wanted: PeerInput) => axes.find(({ input }) => input === wanted);
  const [supplier, size] = [named('supplier'), named('list_size')];
  return {
    inputs,
    order,
    at,
    columns: axes.filter(({ input }) => input !== 'supplier').map(columnOf),
    suppliers: supplier && columnOf(supplier),
    sizes: size && columnOf(size),
  };
}

/** The nearest to one candidate, going out from it by list size until that alone lies too far. */
function nearest(
  own: number,
  candidates: readonly PeerCandidate[],
  { order, at, columns, suppliers, sizes }: Search,
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
    let squares = suppliers && suppliers[place] !== suppliers[here] ? otherKind ** 2 : 0;
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
