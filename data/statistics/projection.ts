import { quantile } from './deciles.ts';

/** Methods of projecting a series from its known months alone. */
export const projectionMethods = ['last_value', 'median_change', 'drift', 'damped_trend'] as const;
export type ProjectionMethod = (typeof projectionMethods)[number];

/** Fixed, so that nothing is tuned to the series it is tested on: level, trend and damping. */
const holt = { alpha: 0.8, beta: 0.3, phi: 0.9 };

/** The differences of neighbouring values. */
const differences = (values: readonly number[]): number[] =>
  values.slice(1).map((value, i) => value - values[i]!);

/** Holt's method with a damped trend, starting from the first value and the first difference. */
function dampedTrend(values: readonly number[], ahead: number): number {
  const { alpha, beta, phi } = holt;
  let level = values[0]!;
  let trend = values[1]! - values[0]!;
  for (const value of values.slice(1)) {
    const expected = level + phi * trend;
    const next = alpha * value + (1 - alpha) * expected;
    trend = beta * (next - level) + (1 - beta) * phi * trend;
    level = next;
  }
  let reach = 0;
  for (let step = 1; step <= ahead; step++) reach += phi ** step;
  return level + reach * trend;
}

/**
 * A value `ahead` months after the last of a series without gaps, in its unit. Throws a RangeError with fewer than two
 * values. Sources: R. J. Hyndman and G. Athanasopoulos, Forecasting: Principles and Practice (2021), 5.2, for the last
 * value and drift; E. S. Gardner and E. McKenzie, Management Science 31 (1985), 1237-1246, for the damped trend.
 */
export function project(
  values: readonly number[],
  ahead: number,
  method: ProjectionMethod,
): number {
  if (values.length < 2) throw new RangeError(`too few months to project: ${values.length}`);
  const last = values.at(-1)!;
  if (method === 'last_value') return last;
  if (method === 'drift') return last + (ahead * (last - values[0]!)) / (values.length - 1);
  if (method === 'median_change') return last + ahead * quantile(differences(values), 0.5)!;
  return dampedTrend(values, ahead);
}

/** The error of a projection, actual less projected, and the number of months it was made from. */
export interface ProjectionError {
  monthsUsed: number;
  error: number;
}

/** The fewest months that a projection is tested on. */
export const fewestMonths = 6;

/**
 * The errors a method would have made `ahead` months on, from each month of a series that has at least six before it.
 * Source: L. J. Tashman, International Journal of Forecasting 16 (2000), 437-450 (rolling origins).
 */
export function pastErrors(
  values: readonly number[],
  ahead: number,
  method: ProjectionMethod,
): ProjectionError[] {
  const errors: ProjectionError[] = [];
  for (let used = fewestMonths; used + ahead <= values.length; used++) {
    const error = values[used + ahead - 1]! - project(values.slice(0, used), ahead, method);
    errors.push({ monthsUsed: used, error });
  }
  return errors;
}
