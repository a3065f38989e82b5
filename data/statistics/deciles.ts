/** Values of which some may be missing. Missing values are left out, never counted as zero. */
export type MaybeValues = readonly (number | null)[];

/** The known values in ascending order. */
export function sorted(values: MaybeValues): Float64Array {
  return Float64Array.from(
    values.filter((value): value is number => value !== null && Number.isFinite(value)),
  ).sort();
}

/** The number of the ascending values below the value. */
export const countBelow = (ascending: Float64Array, value: number): number =>
  countWhile(ascending, (one) => one < value);

/** The number of the ascending values not above the value. */
export const countUpTo = (ascending: Float64Array, value: number): number =>
  countWhile(ascending, (one) => one <= value);

/** The number of values at the start for which `holds` is true; it must be false for all later ones. */
function countWhile(ascending: Float64Array, holds: (value: number) => boolean): number {
  let from = 0;
  let to = ascending.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holds(ascending[middle]!)) from = middle + 1;
    else to = middle;
  }
  return from;
}

/**
 * The quantile `q` (0 to 1) of ascending values, by linear interpolation between the two nearest; null if there are
 * none. Source: R. J. Hyndman and Y. Fan, The American Statistician 50 (1996), 361-365, definition 7, which is also
 * SQL's percentile_cont.
 */
export function quantileOfSorted(ascending: Float64Array, q: number): number | null {
  if (!(q >= 0 && q <= 1)) throw new RangeError(`quantile outside 0 to 1: ${q}`);
  if (ascending.length === 0) return null;
  const at = q * (ascending.length - 1);
  const below = Math.floor(at);
  const low = ascending[below]!;
  const high = ascending[Math.min(below + 1, ascending.length - 1)]!;
  return low + (high - low) * (at - below);
}

/** The quantile `q` (0 to 1) of the known values, in their unit; null if there are none. */
export function quantile(values: MaybeValues, q: number): number | null {
  return quantileOfSorted(sorted(values), q);
}

export type Deciles = Record<
  'p10' | 'p20' | 'p30' | 'p40' | 'p50' | 'p60' | 'p70' | 'p80' | 'p90',
  number
>;

/** The nine deciles of the known values, in their unit; null if none is known. */
export function deciles(values: MaybeValues): Deciles | null {
  const ascending = sorted(values);
  if (ascending.length === 0) return null;
  const at = (q: number) => quantileOfSorted(ascending, q)!;
  return {
    p10: at(0.1),
    p20: at(0.2),
    p30: at(0.3),
    p40: at(0.4),
    p50: at(0.5),
    p60: at(0.6),
    p70: at(0.7),
    p80: at(0.8),
    p90: at(0.9),
  };
}

/** Lower quartile, median and upper quartile of the known values; null if none is known. */
export function quartiles(values: MaybeValues): Record<'p25' | 'p50' | 'p75', number> | null {
  const ascending = sorted(values);
  if (ascending.length === 0) return null;
  const at = (q: number) => quantileOfSorted(ascending, q)!;
  return { p25: at(0.25), p50: at(0.5), p75: at(0.75) };
}

/**
 * The percentile of a value: the percentage (0 to 100) of the other ascending values that are below it. For one of the
 * values this is SQL's percent_rank times 100. Null if it is missing or there are no others.
 */
export function percentRank(ascending: Float64Array, value: number | null): number | null {
  if (value === null || !Number.isFinite(value)) return null;
  const below = countBelow(ascending, value);
  const others = ascending.length - (ascending[below] === value ? 1 : 0);
  return others === 0 ? null : (100 * below) / others;
}
