import { normalQuantile } from './normal.ts';
import type { Interval } from './wilson.ts';

/** How closely two figures of the same places follow the same order. */
export interface RankCorrelation {
  /** From -1, the opposite order, to 1, the same order. */
  rho: number;
  /** At 95%; null with fewer than five places. */
  interval: Interval | null;
  /** Places that have both. */
  places: number;
}

/** Ranks from 1; tied values share the mean of their ranks. */
function ranksOf(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Array<number>(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    for (let i = from; i < to; i++) ranks[order[i]!] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
}

/**
 * Spearman's rank correlation of pairs, with tied ranks averaged and a 95% interval by Fisher's transformation and the
 * standard error of Bonett and Wright. Null with fewer than three pairs, or if one of the two does not vary. Sources:
 * C. Spearman, American Journal of Psychology 15 (1904), 72-101; D. Bonett and T. Wright, Psychometrika 65 (2000),
 * 23-28.
 */
export function rankCorrelation(
  pairs: readonly (readonly [number, number])[],
): RankCorrelation | null {
  const places = pairs.length;
  if (places < 3) return null;
  const across = ranksOf(pairs.map(([x]) => x));
  const up = ranksOf(pairs.map(([, y]) => y));
  const mean = (places + 1) / 2;
  let [both, one, other] = [0, 0, 0];
  for (let i = 0; i < places; i++) {
    const [x, y] = [across[i]! - mean, up[i]! - mean];
    both += x * y;
    one += x * x;
    other += y * y;
  }
  if (!one || !other) return null;
  const rho = Math.max(-1, Math.min(1, both / Math.sqrt(one * other)));
  return { rho, interval: intervalOf(rho, places), places };
}

function intervalOf(rho: number, places: number): Interval | null {
  if (places < 5) return null;
  if (Math.abs(rho) === 1) return { lower: rho, upper: rho };
  const room = normalQuantile[0.95] * Math.sqrt((1 + rho ** 2 / 2) / (places - 3));
  const middle = Math.atanh(rho);
  return { lower: Math.tanh(middle - room), upper: Math.tanh(middle + room) };
}
