import { seededRandom } from '../random.ts';

/** Random choices that a seed repeats. */
export interface Random {
  /** A whole number from 0 to below this one. */
  below(most: number): number;
  chance(share: number): boolean;
  pick<T>(values: readonly T[]): T;
}

/** Random choices, the same for the same seed. */
export function randomOf(seed: number): Random {
  const next = seededRandom(seed);
  const below = (most: number) => Math.floor(next() * most);
  return {
    below,
    chance: (share) => next() < share,
    pick: (values) => values[below(values.length)]!,
  };
}

/** Some values of a list, at least one, in the list's order. */
export function someOf<T>(values: readonly T[], random: Random): T[] {
  const kept = values.filter(() => random.chance(0.5));
  return kept.length ? kept : [random.pick(values)];
}
