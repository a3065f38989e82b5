import { quantileOfSorted, sorted } from './deciles.ts';
import { fewestMonths, type ProjectionMethod, pastErrors, project } from './projection.ts';
import type { Interval } from './wilson.ts';

/** The errors that a method would have made at several places, and what part of them lies between two of them. */
export interface EmpiricalErrors {
  /** How many errors were known. */
  known: number;
  /** Between these lie 95% of them, in the unit. */
  at95: Interval;
  /** Between these lie 80% of them. */
  at80: Interval;
}

/** Fewer errors than this have no 2.5th and 97.5th percentile worth the name. */
export const fewestErrors = 40;

/** The errors of series `ahead` months on, pooled; null with too few. Series end in the same month, without gaps. */
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

/** How many of the values that came lay within the intervals that were known when they were projected. */
export interface Coverage {
  /** From how many months they were projected. */
  monthsUsed: number;
  errorsKnown: number;
  tested: number;
  inside95: number;
  inside80: number;
}

const isWithin = (error: number, { lower, upper }: Interval) => error >= lower && error <= upper;

/**
 * How intervals made of past errors did: for each month from which there were errors to make one of and whose
 * value `ahead` months on is known by now. `series` are those that errors are pooled over, all ending in the same month;
 * `tested` those whose values are held against the intervals. Source: L. J. Tashman, International Journal of
 * Forecasting 16 (2000), 437-450.
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
    // Shorter series began later: what is cut off is the same months at the end of each.
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
