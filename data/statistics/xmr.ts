import type { MaybeValues } from './deciles.ts';
import { type Signal, signals, type Way } from './xmrSignals.ts';

/**
 * Factors from the mean moving range of pairs to three standard deviations, and to a range that chance does not
 * produce.
 */
export const limitFactor = 2.66;
const screenFactor = 3.267;

export interface XmrLimits {
  mean: number;
  lower: number;
  upper: number;
  meanMovingRange: number;
}

const average = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The change from the previous point to each; null at the first, and if either is missing. */
export const changesOf = (values: MaybeValues): (number | null)[] =>
  values.map((value, index) => {
    const before = index > 0 ? values[index - 1]! : null;
    return value === null || before === null ? null : value - before;
  });

/** The moving ranges between neighbouring points that are both known. */
export function movingRanges(values: MaybeValues): number[] {
  return values.flatMap((value, index) => {
    const before = index > 0 ? values[index - 1]! : null;
    return value === null || before === null ? [] : [Math.abs(value - before)];
  });
}

/**
 * The natural process limits of one stretch of points in their unit: mean plus and minus 2.66 times the mean moving
 * range, after dropping ranges of 3.267 times their mean or more (`screened`). Null without two known points in a row.
 * Source: D. J. Wheeler, Understanding Variation (1993); L. P. Provost and S. K. Murray, The Health Care Data Guide
 * (2011).
 */
export function xmrLimits(values: MaybeValues, screened = true): XmrLimits | null {
  const ranges = movingRanges(values);
  if (ranges.length === 0) return null;
  const first = average(ranges);
  const kept = screened ? ranges.filter((range) => range < screenFactor * first) : ranges;
  // If every range is 0, none is below a multiple of their mean, and the mean range is 0.
  const meanMovingRange = kept.length > 0 ? average(kept) : 0;
  const mean = average(values.filter((value) => value !== null));
  const reach = limitFactor * meanMovingRange;
  return { mean, lower: mean - reach, upper: mean + reach, meanMovingRange };
}

export interface XmrSegment {
  /** Index of its first point, and of the point after its last. */
  from: number;
  to: number;
  /** The number of known points in it. */
  points: number;
  limits: XmrLimits | null;
}

export interface XmrPoint {
  value: number | null;
  limits: XmrLimits | null;
  signal: Signal | null;
}

export interface XmrChart {
  segments: XmrSegment[];
  points: XmrPoint[];
}

export interface XmrOptions {
  /** Indices of points at which the limits start afresh. */
  restarts?: readonly number[];
  screened?: boolean;
}

/** The side of `line` that a value is on; a difference below `hair` is rounding error. */
const sideOf = (value: number, line: number, hair: number): Way =>
  Math.abs(value - line) <= hair ? 0 : (Math.sign(value - line) as Way);

/** The known points of a segment, in runs without gaps. */
function runsOf(values: MaybeValues): number[][] {
  const runs: number[][] = [[]];
  for (const value of values) {
    if (value === null) runs.push([]);
    else runs.at(-1)!.push(value);
  }
  return runs.filter((run) => run.length > 0);
}

/** The signals of consecutive points against the limits of their segment. */
function segmentSignals(values: readonly number[], limits: XmrLimits): (Signal | null)[] {
  const { mean, lower, upper } = limits;
  const hair = 1e-9 * Math.max(...values.map(Math.abs));
  const outside = values.map(
    (value): Way => (sideOf(value, upper, hair) > 0 ? 1 : sideOf(value, lower, hair) < 0 ? -1 : 0),
  );
  const nearLine = (2 / 3) * (upper - mean);
  return signals({
    values,
    outside,
    sides: values.map((value) => sideOf(value, mean, hair)),
    near: values.map(
      (value, index) => outside[index] === 0 && Math.abs(value - mean) > nearLine + hair,
    ),
  });
}

/**
 * An XmR chart of points in time order, in their unit: limits for each segment between restarts, and the signal of each
 * point within its segment. A missing point has no moving range on either side, and ends runs: the points around it are
 * not neighbours. Throws a RangeError for a restart that is not the index of a point.
 */
export function xmrChart(
  values: MaybeValues,
  { restarts = [], screened = true }: XmrOptions = {},
): XmrChart {
  const wrong = restarts.find(
    (index) => !Number.isInteger(index) || index < 0 || index >= values.length,
  );
  if (wrong !== undefined) throw new RangeError(`restart outside the series: ${wrong}`);
  const starts = [...new Set([0, ...restarts])].sort((a, b) => a - b);
  const segments = starts.map((from, index): XmrSegment => {
    const to = starts[index + 1] ?? values.length;
    const inside = values.slice(from, to);
    const points = inside.filter((value) => value !== null).length;
    return { from, to, points, limits: xmrLimits(inside, screened) };
  });
  const points = segments.flatMap(({ from, to, limits }) => {
    const inside = values.slice(from, to);
    const found = limits ? runsOf(inside).flatMap((run) => segmentSignals(run, limits)) : [];
    let next = 0;
    return inside.map((value): XmrPoint => {
      const signal = value === null ? null : (found[next++] ?? null);
      return { value, limits, signal };
    });
  });
  return { segments, points };
}
