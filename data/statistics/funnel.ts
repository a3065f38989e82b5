import { quantileOfSorted, sorted } from './deciles.ts';
import { normalQuantile } from './normal.ts';

const z95 = normalQuantile[0.95];
const z998 = normalQuantile[0.998];

export interface FunnelUnit {
  numerator: number | null;
  denominator: number | null;
}

/**
 * The parameters of a funnel's limits, as fractions; plain data, so that they can be sent to the browser and drawn
 * there.
 */
export interface FunnelModel {
  /** Whether tau2 is added to the limits. */
  adjusted: boolean;
  /** The pooled proportion of the included units. */
  target: number;
  /** How many times the spread exceeds chance (1 = chance alone), from the winsorised z-scores. */
  phi: number;
  /** Variance between units on the arcsine scale; 0 if chance explains the spread. */
  tau2: number;
  /** The number of included units. */
  units: number;
}

export type FunnelPosition = 'above_998' | 'above_95' | 'inside' | 'below_95' | 'below_998';

export interface FunnelLimits {
  lower95: number;
  upper95: number;
  lower998: number;
  upper998: number;
}

export interface FunnelOptions {
  /** Whether to add the variance between units to the limits (default), or show chance alone. */
  adjusted?: boolean;
  /** The share winsorised at each end before phi is computed, 0 to 0.5. */
  trim?: number;
}

/** Whether x of n is a proportion. */
function isProportion(x: number | null, n: number | null): boolean {
  return Number.isFinite(x) && Number.isFinite(n) && n! > 0 && x! >= 0 && x! <= n!;
}

const angle = (proportion: number) => Math.asin(Math.sqrt(proportion));

/**
 * Fits a funnel to units of x among n. Units without a proportion (missing, n = 0, x above n) are left out; null with
 * fewer than two. Overdispersion: arcsine z-scores, winsorised by a tenth at each end, give phi, and the method of
 * moments gives tau2. Source: D. J. Spiegelhalter, Statistics in Medicine 24 (2005), 1185-1202, and Quality and Safety
 * in Health Care 14 (2005), 347-351.
 */
export function fitFunnel(
  units: readonly FunnelUnit[],
  { adjusted = true, trim = 0.1 }: FunnelOptions = {},
): FunnelModel | null {
  const entered = units.filter((unit) => isProportion(unit.numerator, unit.denominator));
  if (entered.length < 2) return null;
  const x = entered.reduce((sum, unit) => sum + unit.numerator!, 0);
  const n = entered.reduce((sum, unit) => sum + unit.denominator!, 0);
  const target = x / n;
  const centre = angle(target);
  const scores = entered.map(
    (unit) =>
      (angle(unit.numerator! / unit.denominator!) - centre) * 2 * Math.sqrt(unit.denominator!),
  );
  const ascending = sorted(scores);
  const low = quantileOfSorted(ascending, trim)!;
  const high = quantileOfSorted(ascending, 1 - trim)!;
  const count = scores.length;
  const squares = scores.reduce((sum, z) => sum + Math.min(high, Math.max(low, z)) ** 2, 0);
  // The weight of a unit is 1 / s² = 4n.
  const weights = 4 * n;
  const weightSquares = entered.reduce((sum, unit) => sum + (4 * unit.denominator!) ** 2, 0);
  const tau2 = Math.max(0, (squares - (count - 1)) / (weights - weightSquares / weights));
  return { adjusted, target, phi: squares / count, tau2, units: count };
}

/** Limits before clamping: on the arcsine scale if adjusted, else as proportions. */
function rawLimits(model: FunnelModel, n: number): FunnelLimits {
  const middle = model.adjusted ? angle(model.target) : model.target;
  const error = model.adjusted
    ? Math.sqrt(1 / (4 * n) + model.tau2)
    : Math.sqrt((model.target * (1 - model.target)) / n);
  return {
    lower95: middle - z95 * error,
    upper95: middle + z95 * error,
    lower998: middle - z998 * error,
    upper998: middle + z998 * error,
  };
}

const drawnLimit = (limit: number, { adjusted }: FunnelModel): number =>
  adjusted
    ? Math.sin(Math.min(Math.PI / 2, Math.max(0, limit))) ** 2
    : Math.min(1, Math.max(0, limit));

/** The limits at a denominator n, clamped to 0..1 for drawing, times `scale` (100 for percent); null unless n > 0. */
export function funnelLimits(model: FunnelModel, n: number | null, scale = 1): FunnelLimits | null {
  if (n === null || !(n > 0) || !Number.isFinite(n)) return null;
  const raw = rawLimits(model, n);
  return {
    lower95: drawnLimit(raw.lower95, model) * scale,
    upper95: drawnLimit(raw.upper95, model) * scale,
    lower998: drawnLimit(raw.lower998, model) * scale,
    upper998: drawnLimit(raw.upper998, model) * scale,
  };
}

/** The position of x of n: strictly beyond a limit as computed, not as drawn; null if it is not a proportion. */
export function funnelPosition(
  model: FunnelModel,
  x: number | null,
  n: number | null,
): FunnelPosition | null {
  if (!isProportion(x, n)) return null;
  const { lower95, upper95, lower998, upper998 } = rawLimits(model, n!);
  const value = model.adjusted ? angle(x! / n!) : x! / n!;
  if (value > upper998) return 'above_998';
  if (value < lower998) return 'below_998';
  if (value > upper95) return 'above_95';
  if (value < lower95) return 'below_95';
  return 'inside';
}

export interface FunnelCurvePoint extends FunnelLimits {
  n: number;
}

/**
 * The limits as a curve of `points` denominators from `from` to `to` (both above 0), in geometric progression so that
 * the narrow end is as smooth as the wide one; limits times `scale`.
 */
export function funnelCurve(
  model: FunnelModel,
  from: number,
  to: number,
  points = 100,
  scale = 1,
): FunnelCurvePoint[] {
  if (!(from > 0 && to >= from && points >= 2)) {
    throw new RangeError(
      `funnel curve needs 0 < from <= to and 2 points: ${from}, ${to}, ${points}`,
    );
  }
  return Array.from({ length: points }, (_, index) => {
    const n = index === points - 1 ? to : from * (to / from) ** (index / (points - 1));
    return { n, ...funnelLimits(model, n, scale)! };
  });
}

export interface FunnelPlace {
  limits: FunnelLimits | null;
  position: FunnelPosition | null;
}

/** A unit's limits (times `scale`, 100 for percent) and position; both null without a model. */
export const placeInFunnel = (
  model: FunnelModel | null,
  { numerator, denominator }: FunnelUnit,
  scale = 1,
): FunnelPlace => ({
  limits: model && funnelLimits(model, denominator, scale),
  position: model && funnelPosition(model, numerator, denominator),
});
