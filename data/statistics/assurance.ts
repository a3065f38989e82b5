import type { Polarity } from '../definitions/measures.ts';
import type { Interval } from './wilson.ts';

export type Assurance = 'consistent_pass' | 'consistent_fail' | 'inconsistent';

/**
 * Whether a stable process will meet a target, all in the figure's unit: yes or no if the target is outside the XmR
 * limits, now and then if it is within them; null without limits or polarity. Source: NHS England, Making Data Count,
 * assurance of the XmR chart.
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
