import { normalQuantile } from './normal.ts';
import type { Interval } from './wilson.ts';

/** A group of people (the patients of a practice), their deprivation, and their figure. */
export interface Ranked {
  /** A deprivation score, higher if more deprived. */
  score: number;
  /** The number of people it represents. */
  weight: number;
  /** In any unit. */
  value: number;
}

/** How unequally a figure is distributed from the most to the least deprived. */
export interface Inequality {
  groups: number;
  /** The weighted mean of the figure. */
  mean: number;
  /** Values of the fitted line for the most and the least deprived. */
  atMostDeprived: number;
  atLeastDeprived: number;
  /** Slope index: the least deprived less the most deprived, in the unit. */
  slope: number;
  slopeError: number;
  slopeInterval: Interval;
  /** Relative index: the least deprived over the most deprived; null if the line reaches zero. */
  ratio: number | null;
  ratioInterval: Interval | null;
  /** From -1 to 1: above 0 if the less deprived have more. */
  concentration: number;
}

const { 0.95: z } = normalQuantile;

/** The share of people more deprived than each group, plus half of those equally deprived: 0 to 1. */
function midRanks(groups: readonly Ranked[], total: number): number[] {
  const order = groups.map((_, i) => i).sort((a, b) => groups[b]!.score - groups[a]!.score);
  const ranks = new Array<number>(groups.length);
  let before = 0;
  for (let from = 0; from < order.length; ) {
    const { score } = groups[order[from]!]!;
    let to = from;
    let tied = 0;
    for (; to < order.length && groups[order[to]!]!.score === score; to++) {
      tied += groups[order[to]!]!.weight;
    }
    for (let i = from; i < to; i++) ranks[order[i]!] = (before + tied / 2) / total;
    before += tied;
    from = to;
  }
  return ranks;
}

/** The logarithm of a factor beyond which an interval of the ratio is meaningless: a million either way. */
const farthest = Math.log(1e6);

/**
 * The slope and relative index of inequality and the concentration index of a figure over deprivation: a weighted least
 * squares line of the figure on the rank (0 the most deprived, 1 the least), with 95% intervals that do not assume
 * equal variances (HC1). The interval of the ratio uses the delta method on its logarithm, and is null if it spans more
 * than a million times either way. They describe groups and where their people live, not the people. Null with fewer
 * than three groups or a single score. Sources: A. Low and A. Low, Journal of Public Health 26 (2004), 388-395; N.
 * Kakwani, A. Wagstaff and E. van Doorslaer, Journal of Econometrics 77 (1997), 87-103.
 */
export function inequality(groups: readonly Ranked[]): Inequality | null {
  const k = groups.length;
  const total = groups.reduce((sum, { weight }) => sum + weight, 0);
  if (k < 3 || !(total > 0)) return null;
  const ranks = midRanks(groups, total);
  const mean = groups.reduce((sum, { weight, value }) => sum + weight * value, 0) / total;
  const meanRank = groups.reduce((sum, { weight }, i) => sum + weight * ranks[i]!, 0) / total;
  let spread = 0;
  let product = 0;
  groups.forEach(({ weight, value }, i) => {
    spread += weight * (ranks[i]! - meanRank) ** 2;
    product += weight * (ranks[i]! - meanRank) * (value - mean);
  });
  if (!(spread > 0)) return null;
  const slope = product / spread;
  const atMost = mean - slope * meanRank;
  const atLeast = atMost + slope;

  // The covariance of intercept and slope: sums over groups of influence times residual.
  let ofIntercept = 0;
  let ofSlope = 0;
  let ofBoth = 0;
  groups.forEach(({ weight, value }, i) => {
    const off = ranks[i]! - meanRank;
    const residual = value - atMost - slope * ranks[i]!;
    const onSlope = (weight * off * residual) / spread;
    const onIntercept = (weight * residual) / total - meanRank * onSlope;
    ofIntercept += onIntercept ** 2;
    ofSlope += onSlope ** 2;
    ofBoth += onIntercept * onSlope;
  });
  const few = k / (k - 2);
  const slopeError = Math.sqrt(ofSlope * few);
  const relative = atMost > 0 && atLeast > 0;
  const byIntercept = 1 / atLeast - 1 / atMost;
  const bySlope = 1 / atLeast;
  const variance =
    byIntercept ** 2 * ofIntercept + 2 * byIntercept * bySlope * ofBoth + bySlope ** 2 * ofSlope;
  const reach = z * Math.sqrt(variance * few);
  const ratio = atLeast / atMost;
  const shares = groups.reduce((sum, { weight, value }, i) => sum + weight * value * ranks[i]!, 0);
  return {
    groups: k,
    mean,
    atMostDeprived: atMost,
    atLeastDeprived: atLeast,
    slope,
    slopeError,
    slopeInterval: { lower: slope - z * slopeError, upper: slope + z * slopeError },
    ratio: relative ? ratio : null,
    ratioInterval:
      relative && reach < farthest
        ? { lower: ratio * Math.exp(-reach), upper: ratio * Math.exp(reach) }
        : null,
    concentration: (2 * shares) / (total * mean) - 1,
  };
}
