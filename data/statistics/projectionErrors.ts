import { quantileOfSorted, sorted } from './deciles.ts';
import { fewestMonths, type ProjectionMethod, pastErrors, project } from './projection.ts';
import type { Interval } from './wilson.ts';

/** The errors that a method would have made at several places, summarised by percentiles. */
export interface EmpiricalErrors {
  /** The number of errors. */
  known: number;
  /** The range of the middle 95% of them, in the unit. */
  at95: Interval;
  /** The range of the middle 80% of them. */
  at80: Interval;
}

/** With fewer errors than this the 2.5th and 97.5th percentiles mean little. */
export const fewestErrors = 40;

/** The errors of series `ahead` months on, pooled; null with too few. Series end in the same month and have no gaps. */
export function empiricalErrors(
  series: readonly (readonly number[])[],
  ahead: number,
  method: ProjectionMethod,
): EmpiricalErrors | null {
  const errors = sorted(
    series.flatMap((values) => pastErrors(values, ahead, method).map(({ error }) => error)),
  );
  if (errors.length < fewestErrors) return null;
  const between = (low: number): Interval => ({
    lower: quantileOfSorted(errors, low)!,
    upper: quantileOfSorted(errors, 1 - low)!,
  });
  return { known: errors.length, at95: between(0.025), at80: between(0.1) };
}

/** How many actual values were within the intervals known when they were projected. */
export interface Coverage {
  /** The number of months they were projected from. */
  monthsUsed: number;
  errorsKnown: number;
  tested: number;
  inside95: number;
  inside80: number;
}

/** How many values ranges could be tested on, and how many were within them. */
export type Held = Pick<Coverage, 'tested' | 'inside95' | 'inside80'>;

/** All months together; null for none. */
export function heldOf(coverage: readonly Coverage[]): Held | null {
  if (!coverage.length) return null;
  const total = (part: keyof Held) => coverage.reduce((sum, one) => sum + one[part], 0);
  return { tested: total('tested'), inside95: total('inside95'), inside80: total('inside80') };
}

const isWithin = (error: number, { lower, upper }: Interval) => error >= lower && error <= upper;

/**
 * How well intervals based on past errors did, for each month that had enough errors before it and whose value `ahead`
 * months on is now known. `series` are those over which errors are pooled, all ending in the same month; `tested` are
 * those whose values are compared with the intervals. Source: L. J. Tashman, International Journal of Forecasting 16
 * (2000), 437-450.
 */
export function coverageOf(
  series: readonly (readonly number[])[],
  tested: readonly (readonly number[])[],
  ahead: number,
  method: ProjectionMethod,
): Coverage[] {
  const months = Math.max(0, ...series.map((values) => values.length));
  const found: Coverage[] = [];
  for (let used = fewestMonths + ahead; used + ahead <= months; used++) {
    // Shorter series began later, so the same number of months is cut from the end of each.
    const cut = months - used;
    const errors = empiricalErrors(
      series.map((values) => values.slice(0, Math.max(0, values.length - cut))),
      ahead,
      method,
    );
    if (!errors) continue;
    const came = tested.flatMap((values) => {
      const then = values.slice(0, Math.max(0, values.length - cut));
      const actual = values[then.length + ahead - 1];
      return then.length < fewestMonths || actual === undefined
        ? []
        : [actual - project(then, ahead, method)];
    });
    found.push({
      monthsUsed: used,
      errorsKnown: errors.known,
      tested: came.length,
      inside95: came.filter((error) => isWithin(error, errors.at95)).length,
      inside80: came.filter((error) => isWithin(error, errors.at80)).length,
    });
  }
  return found;
}
