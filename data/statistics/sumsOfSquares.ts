/** How much the values of units differ, and how much of that each grouping accounts for. */
export interface VarianceShares {
  mean: number;
  /** In squared units of the values. */
  total: number;
  /** For each grouping, the variance between its groups and its share of the total, in percent. */
  groupings: { groups: number; variance: number; share: number }[];
}

/** The group of each unit, by position from 0, with one entry per unit. */
export type Grouping = Int32Array;

/** Numbers groups by their names, in order of first occurrence. */
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
  let groups = 0;
  for (const group of grouping) groups = Math.max(groups, group + 1);
  const sums = new Float64Array(groups);
  const totals = new Float64Array(groups);
  for (let i = 0; i < values.length; i++) {
    sums[grouping[i]!]! += weights[i]! * values[i]!;
    totals[grouping[i]!]! += weights[i]!;
  }
  // Twenty times as fast as from an iterable.
  const means = new Float64Array(values.length);
  for (let i = 0; i < means.length; i++) means[i] = sums[grouping[i]!]! / totals[grouping[i]!]!;
  return { groups, means };
}

/**
 * The weighted variance between the groups of each grouping, as shares of all variance. With `nested`, each grouping
 * contains the one before it, so that together with a last one of single units they add up to the whole; otherwise each
 * is measured by itself (eta squared). Null if all weights are 0. Source: R. A. Fisher, Statistical Methods for
 * Research Workers (1925), the analysis of variance.
 */
export function varianceShares(
  values: Float64Array,
  weights: Float64Array,
  groupings: readonly Grouping[],
  { nested = false } = {},
): VarianceShares | null {
  let [weight, sum] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    weight += weights[i]!;
    sum += weights[i]! * values[i]!;
  }
  if (!(weight > 0)) return null;
  const mean = sum / weight;
  const around = (ones: Float64Array, others: Float64Array) => {
    let squares = 0;
    for (let i = 0; i < ones.length; i++) squares += weights[i]! * (ones[i]! - others[i]!) ** 2;
    return squares / weight;
  };
  const middle = new Float64Array(values.length).fill(mean);
  const total = around(values, middle);
  let above = middle;
  const found = groupings.map((grouping) => {
    const { groups, means } = groupMeans(values, weights, grouping);
    const variance = around(means, above);
    if (nested) above = means;
    return { groups, variance, share: total > 0 ? (variance / total) * 100 : 0 };
  });
  return { mean, total, groupings: found };
}
