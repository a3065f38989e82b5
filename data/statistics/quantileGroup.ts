import { countBelow, type MaybeValues, sorted } from './deciles.ts';

/**
 * The quantile group of one of the ascending values, 1 (lowest) to `groups`. Equal values share the group of the lowest
 * rank; null with fewer values than groups. Source: Public Health England, PHEindicatormethods, phe_quantile. Whole
 * numbers are multiplied before they are divided, so that rounding needs no correction.
 */
export function quantileGroup(
  ascending: Float64Array,
  value: number,
  groups: number,
): number | null {
  if (!Number.isInteger(groups) || groups < 1) {
    throw new RangeError(`number of quantile groups is not a whole number above 0: ${groups}`);
  }
  const count = ascending.length;
  if (count < groups) return null;
  const rank = countBelow(ascending, value) + 1;
  return groups + 1 - Math.ceil(((count + 1 - rank) * groups) / count);
}

/** The quantile group of each value (the highest is 1 with `invert`); null for a missing one. */
export function quantileGroups(
  values: MaybeValues,
  groups: number,
  invert = false,
): (number | null)[] {
  const turned = values.map((value) =>
    value === null || !Number.isFinite(value) ? null : invert ? -value : value,
  );
  const ascending = sorted(turned);
  return turned.map((value) => (value === null ? null : quantileGroup(ascending, value, groups)));
}
