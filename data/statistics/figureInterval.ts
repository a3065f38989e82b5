import type { PlaceLevel } from '../definitions/levels.ts';
import { measureOf } from '../definitions/measures.ts';
import { type Interval, wilsonInterval } from './wilson.ts';

interface Counts {
  level: PlaceLevel;
  measure: string;
  numerator: number | null;
  denominator: number | null;
}

/**
 * The Wilson interval of a share, in its unit. None for what is not part of a whole, such as a rate of transactions
 * (which are not people), for a count that exceeds its whole, or for what one practice decides for all of its patients.
 */
export function intervalOf(
  { level, measure, numerator, denominator }: Counts,
  confidence: 0.95 | 0.998,
): Interval | null {
  const { form, scale, allOrNone } = measureOf(measure);
  if (form !== 'share' || (allOrNone && level === 'practice')) return null;
  return wilsonInterval(numerator, denominator, confidence, scale);
}
