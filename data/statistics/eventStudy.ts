import { quantile, quantileOfSorted } from './deciles.ts';
import { studentQuantile } from './student.ts';
import type { Interval } from './wilson.ts';

/** The value of each unit in each month, by position; null where there is none. */
export type Series = readonly (number | null)[];

/** How the changes of the units that nothing happened to are made one: their mean, or their middle one. */
export type Centre = 'mean' | 'median';

const mean = (values: Iterable<number> & { length: number }) => {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
};

/** How units that nothing happened to changed between two months, and how many they are; null where none has both values. */
export function changeOfOthers(
  others: readonly Series[],
  from: number,
  to: number,
  centre: Centre,
): { change: number; units: number } | null {
  // Thousands of units are gone through for many pairs of months: no list is made of each.
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

/** A unit that something happened to, and the month before it, by position. */
export interface Event {
  values: Series;
  base: number;
}

/** How far a unit changed from the month before its event, beyond what others did; null where it or they have no value. */
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
  /** 95% for the mean, by Student's t with units as clusters; null with fewer than two or none that differ. */
  interval: Interval | null;
}

/**
 * What differences come to together; null without any. Each unit counts once, so that the interval is clustered by
 * unit. Source: B. Callaway and P. Sant'Anna, Journal of Econometrics 225 (2021), 200-230, for units whose events lie
 * in different months against those without one.
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
