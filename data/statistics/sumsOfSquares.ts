/** How much the values of units differ, and how much of that each way of grouping them accounts for. */
export interface VarianceShares {
  mean: number;
  /** In squared units of the values. */
  total: number;
  /** Of each grouping, the variance between its groups and its share of the total, in percent. */
  groupings: { groups: number; variance: number; share: number }[];
}

/** The group of each unit, by position from 0; each grouping has as many as there are units. */
export type Grouping = Int32Array;

/** Positions for the groups of given names, in the order in which they first occur. */
export function groupingOf(names: readonly (string | null)[]): Grouping {
  const positions = new Map<string | null, number>();
  return Int32Array.from(names, (name) => {
    let position = positions.get(name);
    if (position === undefined) positions.set(name, (position = positions.size));
    return position;
  });
}

/** The weighted mean of each unit's group. */
function groupMeans(values: Float64Array, weights: Float64Array, grouping: Grouping) {
  const groups = grouping.reduce((most, group) => Math.max(most, group), -1) + 1;
  const sums = new Float64Array(groups);
  const totals = new Float64Array(groups);
  values.forEach((value, i) => {
    sums[grouping[i]!]! += weights[i]! * value;
    totals[grouping[i]!]! += weights[i]!;
  });
  return { groups, means: Float64Array.from(grouping, (group) => sums[group]! / totals[group]!) };
}

/**
 * The variance between the groups of each grouping, weighted, as shares of all variance. `nested` takes each grouping
 * around the one before it, so that they and a last one of single units add up to the whole; else each stands by
 * itself (eta squared). Null with no weight. Source: R. A. Fisher, Statistical Methods for Research Workers (1925),
 * the analysis of variance.
 */
export function varianceShares(
  values: Float64Array,
  weights: Float64Array,
  groupings: readonly Grouping[],
  { nested = false } = {},
): VarianceShares | null {
  const weight = weights.reduce((sum, one) => sum + one, 0);
  if (!(weight > 0)) return null;
  const mean = values.reduce((sum, value, i) => sum + weights[i]! * value, 0) / weight;
  const around = (ones: Float64Array, others: (i: number) => number) =>
    ones.reduce((sum, one, i) => sum + weights[i]! * (one - others(i)) ** 2, 0) / weight;
  const total = around(values, () => mean);
  let above: Float64Array | null = null;
  const found = groupings.map((grouping) => {
    const { groups, means } = groupMeans(values, weights, grouping);
    const centre = above;
    const variance = around(means, (i) => (centre ? centre[i]! : mean));
    if (nested) above = means;
    return { groups, variance, share: total > 0 ? (variance / total) * 100 : 0 };
  });
  return { mean, total, groupings: found };
}
