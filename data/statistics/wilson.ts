import { type Confidence, normalQuantile } from './normal.ts';

export interface Interval {
  lower: number;
  upper: number;
}

/**
 * Wilson's score interval of the proportion x / n, as a fraction, or times `scale` (100 for percent). Null if there is
 * no proportion: x below 0 or above n, no denominator, or a number missing. Source: E. B. Wilson, Journal of the
 * American Statistical Association 22 (1927), 209-212.
 */
export function wilsonInterval(
  x: number | null,
  n: number | null,
  confidence: Confidence = 0.95,
  scale = 1,
): Interval | null {
  if (x === null || n === null || !Number.isFinite(x) || !Number.isFinite(n)) return null;
  if (n <= 0 || x < 0 || x > n) return null;
  const z = normalQuantile[confidence];
  const centre = 2 * x + z * z;
  const reach = z * Math.sqrt(z * z + 4 * x * (1 - x / n));
  const width = 2 * (n + z * z);
  // The ends for none and all are exact; rounding would leave them slightly off.
  return {
    lower: x === 0 ? 0 : ((centre - reach) / width) * scale,
    upper: x === n ? scale : ((centre + reach) / width) * scale,
  };
}
