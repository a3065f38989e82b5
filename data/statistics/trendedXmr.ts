import type { MaybeValues } from './deciles.ts';
import { limitFactor, movingRanges } from './xmr.ts';

/** A steady climb or fall, and how far values usually are from it, in their unit. */
export interface TrendedLimits {
  /** The rise of the central line per position. */
  slope: number;
  /** The central line, at each position of the series. */
  centre: number[];
  /** The distance of the limits from it, above and below. */
  reach: number;
  meanMovingRange: number;
}

const average = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * The limits of a series that climbs or falls steadily, in its unit: a line through the means of its two halves, plus
 * and minus 2.66 times the mean moving range of the values, keeping all ranges. With an odd number of values, the
 * middle one is in neither half, and the distance between the halves' centres allows for it. Null with fewer than four
 * values or any missing. Source: D. J. Wheeler, Making Sense of Data (2003), chapter 12.
 */
export function trendedLimits(values: MaybeValues): TrendedLimits | null {
  const known = values.filter((value) => value !== null);
  if (known.length < 4 || known.length < values.length) return null;
  const half = Math.floor(known.length / 2);
  const first = average(known.slice(0, half));
  const last = average(known.slice(-half));
  const slope = (last - first) / (known.length - half);
  const middle = (half - 1) / 2;
  const meanMovingRange = average(movingRanges(known));
  return {
    slope,
    centre: known.map((_, at) => first + (at - middle) * slope),
    reach: limitFactor * meanMovingRange,
    meanMovingRange,
  };
}
