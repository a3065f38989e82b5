import type { Confidence } from './normal.ts';
import { studentQuantile } from './student.ts';
import type { Interval } from './wilson.ts';

/** Sums over clusters (practices): counts and denominators, their squares and products. */
export interface ClusterSums {
  clusters: number;
  numerator: number;
  denominator: number;
  numeratorSquared: number;
  product: number;
  denominatorSquared: number;
}

/**
 * The standard error of the pooled rate of clusters, as a fraction, when whole clusters rather than single people vary:
 * a ratio estimator, linearised. Null with fewer than two clusters, or if they do not differ. Source: W. G. Cochran,
 * Sampling Techniques (1977), 6.3-6.4 and 9A.
 */
export function clusteredError(sums: ClusterSums): number | null {
  const { clusters: k, numerator: x, denominator: n } = sums;
  if (k < 2 || !(n > 0)) return null;
  const p = x / n;
  const squares = sums.numeratorSquared - 2 * p * sums.product + p * p * sums.denominatorSquared;
  // A smaller difference of these sums is rounding error.
  if (squares <= 1e-12 * sums.numeratorSquared) return null;
  return Math.sqrt((k / (k - 1)) * squares) / n;
}

/**
 * The interval of the pooled rate of clusters by Student's t, times `scale` (100 for percent). It is symmetric, so it
 * is not cut off at none or all. Null without a standard error.
 */
export function clusteredInterval(
  sums: ClusterSums,
  confidence: Confidence = 0.95,
  scale = 1,
): Interval | null {
  const error = clusteredError(sums);
  if (error === null) return null;
  const value = sums.numerator / sums.denominator;
  const reach = studentQuantile(sums.clusters - 1, confidence) * error;
  return { lower: (value - reach) * scale, upper: (value + reach) * scale };
}
