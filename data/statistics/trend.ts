import { normalQuantile } from './normal.ts';
import type { Interval } from './wilson.ts';

/** One point in time order with its 95% interval, in one unit. */
export interface TrendPoint {
  value: number | null;
  interval: Interval | null;
}

export type TrendDirection = 'increasing' | 'decreasing' | 'no_change' | 'cannot_be_calculated';

export interface Trend {
  direction: TrendDirection;
  /** Change per step of the series (a month), in the figure's unit. */
  slope: number | null;
  standardError: number | null;
  chiSquared: number | null;
  /** Whether it moved by more than the intervals explain, but leaving out one of the points reverses the fit. */
  unsteady: boolean;
  /** Indices of the first and last of the points used. */
  from: number | null;
  to: number | null;
}

/** The number of figures that a trend is based on. */
const pointsNeeded = 5;
/** The 99.8% quantile of the chi-squared distribution with one degree of freedom: 9.5495. */
const threshold = normalQuantile[0.998] ** 2;
/** The width of a 95% interval in standard errors. */
const widthInErrors = 3.92;

interface Weighted {
  at: number;
  value: number;
  weight: number;
}

/** The weighted line through the points, all or without one of them. */
function fitLine(
  points: readonly Weighted[],
  without = -1,
): { slope: number; standardError: number } {
  let total = 0;
  let meanAt = 0;
  for (let i = 0; i < points.length; i += 1) {
    if (i === without) continue;
    const { at, weight } = points[i]!;
    total += weight;
    meanAt += weight * at;
  }
  meanAt /= total;
  let spread = 0;
  let product = 0;
  for (let i = 0; i < points.length; i += 1) {
    if (i === without) continue;
    const { at, value, weight } = points[i]!;
    spread += weight * (at - meanAt) ** 2;
    product += weight * (at - meanAt) * value;
  }
  return { slope: product / spread, standardError: Math.sqrt(1 / spread) };
}

/**
 * The recent trend of a series, oldest point first. A line through the last five known points, weighted by 1 / SE² with
 * SE = interval width / 3.92, is a trend if (slope / SE)² exceeds 9.5495 and no fit without one of the five reverses
 * its sign. A missing point keeps its place in time. It cannot be calculated with fewer than five known points, or if
 * one of them has no interval or one without width. Source: Office for Health Improvement and Disparities, Fingertips,
 * recent trends.
 */
export function recentTrend(points: readonly TrendPoint[]): Trend {
  const weighted: Weighted[] = [];
  let known = 0;
  for (let at = points.length - 1; at >= 0 && known < pointsNeeded; at -= 1) {
    const { value, interval } = points[at]!;
    if (value === null) continue;
    known += 1;
    const error = interval ? (interval.upper - interval.lower) / widthInErrors : 0;
    if (error > 0) weighted.unshift({ at, value, weight: 1 / error ** 2 });
  }
  if (weighted.length < pointsNeeded) {
    const nothing = { slope: null, standardError: null, chiSquared: null, from: null, to: null };
    return { direction: 'cannot_be_calculated', unsteady: false, ...nothing };
  }
  const { slope, standardError } = fitLine(weighted);
  const chiSquared = (slope / standardError) ** 2;
  const steady = weighted.every(
    (_, left) => Math.sign(fitLine(weighted, left).slope) === Math.sign(slope),
  );
  const moving = chiSquared > threshold;
  return {
    direction: moving && steady ? (slope > 0 ? 'increasing' : 'decreasing') : 'no_change',
    unsteady: moving && !steady,
    slope,
    standardError,
    chiSquared,
    from: weighted[0]!.at,
    to: weighted.at(-1)!.at,
  };
}
