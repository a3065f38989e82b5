import { seededRandom } from '../random.ts';

/** Choices by chance that a seed repeats. */
export interface Random {
  /** A whole number from 0, below this one. */
  below(most: number): number;
  chance(share: number): boolean;
  pick<T>(values: readonly T[]): T;
}

/** Choices by chance, the same for the same seed. */
export function randomOf(seed: number): Random {
  const next = seededRandom(seed);
  const below = (most: number) => Math.floor(next() * most);
  return {
    below,
    chance: (share) => next() < share,
    pick: (values) => values[below(values.length)]!,
  };
}

/** Some values of a list in their order, at least one. */
export function someOf<T>(values: readonly T[], random: Random): T[] {
  const kept = values.filter(() => random.chance(0.5));
  return kept.length ? kept : [random.pick(values)];
}
