import type { Polarity } from '../definitions/measures.ts';
import type { Interval } from './wilson.ts';

export type Assurance = 'consistent_pass' | 'consistent_fail' | 'inconsistent';

/**
 * Whether a stable process will meet a target, all in the figure's unit: it will, or will not, when the
 * target lies outside the XmR limits, and now and then when it lies within; null where there are no
 * limits or no polarity. Source: NHS England, Making Data Count, assurance of the XmR chart.
 */
export function assurance(
  limits: Interval | null,
  target: number | null,
  polarity: Polarity,
): Assurance | null {
  if (limits === null || target === null || polarity === 'none') return null;
  if (target >= limits.lower && target <= limits.upper) return 'inconsistent';
  return target < limits.lower === (polarity === 'higher is better')
    ? 'consistent_pass'
    : 'consistent_fail';
}
