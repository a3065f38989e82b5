import { countBelow, type MaybeValues, sorted } from './deciles.ts';

/**
 * The quantile group of each value, 1 (lowest, or highest with `invert`) to `groups`; equal values share
 * the group of the lowest rank; null for a missing value and for all when there are fewer values than
 * groups. Source: Public Health England, PHEindicatormethods, phe_quantile; whole numbers are multiplied
 * before they are divided, so that no rounding needs mending afterwards.
 */
export function quantileGroups(
  values: MaybeValues,
  groups: number,
  invert = false,
): (number | null)[] {
  if (!Number.isInteger(groups) || groups < 1) {
    throw new RangeError(`number of quantile groups is not a whole number above 0: ${groups}`);
  }
  const turned = values.map((value) =>
    value === null || !Number.isFinite(value) ? null : invert ? -value : value,
  );
  const ascending = sorted(turned);
  const count = ascending.length;
  return turned.map((value) => {
    if (value === null || count < groups) return null;
    const rank = countBelow(ascending, value) + 1;
    return groups + 1 - Math.ceil(((count + 1 - rank) * groups) / count);
  });
}
