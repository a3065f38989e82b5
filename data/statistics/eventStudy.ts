import { quantile, quantileOfSorted } from './deciles.ts';
import { studentQuantile } from './student.ts';
import type { Interval } from './wilson.ts';

/** The value of a unit in each month, by position; null if there is none. */
export type Series = readonly (number | null)[];

/** How the changes of units without an event are summarised: by mean or median. */
export type Centre = 'mean' | 'median';

const mean = (values: Iterable<number> & { length: number }) => {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
};

/** The change of units without an event between two months, and their number; null if none has both values. */
export function changeOfOthers(
  others: readonly Series[],
  from: number,
  to: number,
  centre: Centre,
): { change: number; units: number } | null {
  // One array for all, because this runs over thousands of units for many pairs of months.
  const all = new Float64Array(others.length);
  let units = 0;
  for (const values of others) {
    const [before, after] = [values[from] ?? null, values[to] ?? null];
    if (before !== null && after !== null) all[units++] = after - before;
  }
  if (units === 0) return null;
  const changes = all.subarray(0, units);
  return {
    change: centre === 'mean' ? mean(changes) : quantileOfSorted(changes.sort(), 0.5)!,
    units,
  };
}

/** A unit with an event, and the month before it, by position. */
export interface Event {
  values: Series;
  base: number;
}

/** How much a unit changed since the month before its event, beyond the others; null if it or they have no value. */
export function differenceFromOthers(
  { values, base }: Event,
  to: number,
  others: { change: number } | null,
): number | null {
  const [before, after] = [values[base] ?? null, values[to] ?? null];
  if (before === null || after === null || others === null) return null;
  return after - before - others.change;
}

/** The differences of several units in one month after their events. */
export interface EventMonth {
  units: number;
  mean: number;
  median: number;
  lowerQuartile: number;
  upperQuartile: number;
  /**
   * 95% interval of the mean, by Student's t with units as clusters; null with fewer than two units or if none differ.
   */
  interval: Interval | null;
}

/**
 * Summarises differences; null without any. Each unit counts once, so the interval is clustered by unit. Source: B.
 * Callaway and P. Sant'Anna, Journal of Econometrics 225 (2021), 200-230, for units with events in different months
 * compared with units without any.
 */
export function eventMonth(differences: readonly number[]): EventMonth | null {
  if (differences.length === 0) return null;
  const middle = mean(differences);
  const k = differences.length;
  const squares = differences.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  const error = k < 2 ? 0 : Math.sqrt(squares / (k - 1) / k);
  const reach = error > 0 ? studentQuantile(k - 1) * error : null;
  return {
    units: k,
    mean: middle,
    median: quantile(differences, 0.5)!,
    lowerQuartile: quantile(differences, 0.25)!,
    upperQuartile: quantile(differences, 0.75)!,
    interval: reach === null ? null : { lower: middle - reach, upper: middle + reach },
  };
}
