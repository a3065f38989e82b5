import { unknownSupplier } from '../definitions/breakdowns.ts';

/** What is known about a practice besides its uptake, which plays no part in choosing its peers. */
export interface PeerCandidate {
  code: string;
  /** The supplier of its computer system; null if not known. */
  supplier: string | null;
  registered: number | null;
  /** A deprivation score, on a scale that all candidates share. */
  deprivation: number | null;
  rural: boolean | null;
}

/** What a distance can be made of, in the order in which it is described. */
export const peerInputs = ['supplier', 'list_size', 'deprivation', 'rurality'] as const;
export type PeerInput = (typeof peerInputs)[number];

/** The number of peers of a practice, wherever they are asked for. */
export const peersTaken = 30;

export interface Peer {
  code: string;
  /** A difference of 2 is two standard deviations, or another supplier, or town against country. */
  distance: number;
}

export interface Peers {
  /** Nearest first; equal distances in order of code. */
  peers: Peer[];
  /** The characteristics that the distance was computed from. */
  inputs: PeerInput[];
}

/** Another kind (supplier, town against country) counts as much as two standard deviations of a number. */
const otherKind = 2;
/** Distances are rounded to nine decimals, because further digits depend on the order of summation. */
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

/** Two returns of one supplier, such as "EMIS (I)", come from one system. */
const systemOf = (supplier: string): string => supplier.replace(/ ?\(I\)$/, '');

/** A number for each known supplier. */
function supplierNumbers(candidates: readonly PeerCandidate[]): (number | null)[] {
  const numbers = new Map<string, number>();
  return candidates.map(({ supplier }) => {
    if (supplier === null || supplier === unknownSupplier.code) return null;
    const system = systemOf(supplier);
    if (!numbers.has(system)) numbers.set(system, numbers.size);
    return numbers.get(system)!;
  });
}

/** The value of one characteristic for each candidate, on its own scale; suppliers are numbered. */
export const valuesOf = (
  input: PeerInput,
  candidates: readonly PeerCandidate[],
): (number | null)[] =>
  input === 'supplier' ? supplierNumbers(candidates) : candidates.map(readings[input]);

/** The population standard deviation of the known values, and their number. */
function spread(values: readonly (number | null)[]): { deviation: number; known: number } {
  const known = values.filter((value) => value !== null);
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const squares = known.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { deviation: Math.sqrt(squares / known.length), known: known.length };
}

/** One characteristic of all candidates by position, in units of distance; for suppliers their numbers. */
interface Axis {
  input: PeerInput;
  values: readonly (number | null)[];
}

/** The candidates that have all characteristics of a set, in order of list size, with their values in that order. */
interface Search {
  inputs: PeerInput[];
  order: readonly number[];
  /** Each candidate's position in that order. */
  at: Int32Array;
  columns: Float64Array[];
  /** The numbers of suppliers, or undefined if they are not used. */
  suppliers: Float64Array | undefined;
  /** The column of list sizes, or undefined if they do not differ. */
  sizes: Float64Array | undefined;
}

/**
 * Makes a search for the `k` practices most like one of the candidates, by Euclidean distance over log list size and
 * deprivation in standard deviations, supplier, and town or country. A characteristic is used if the practice itself
 * and at least half of the candidates have it and it differs among them; candidates that lack one in use are skipped.
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

/** The nearest to one candidate, searching outwards by list size until that alone is too far. */
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

/** The least squared distance of a position in the order of size; infinite beyond the ends. */
function squaredBySize(
  sizes: Float64Array | undefined,
  length: number,
  here: number,
  place: number,
): number {
  if (place < 0 || place >= length) return Number.POSITIVE_INFINITY;
  return sizes ? squared(sizes, here, place) : 0;
}

/** Inserts a peer, nearest first, equal distances in order of code. */
function insert(found: Peer[], code: string, squares: number): void {
  const distance = Math.round(Math.sqrt(squares) * decimals) / decimals;
  let place = found.length;
  while (place > 0 && isNearer(distance, code, found[place - 1]!)) place -= 1;
  found.splice(place, 0, { code, distance });
}

const isNearer = (distance: number, code: string, other: Peer): boolean =>
  distance < other.distance || (distance === other.distance && code < other.code);
