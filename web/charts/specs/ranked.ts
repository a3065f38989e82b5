import type { Reading } from './crowd.ts';
import type { Palette } from './palette.ts';

/** A place in a ranking, with its interval if it has one. */
export interface RankedPlace {
  code?: string;
  name: string;
  value: number;
  text: string;
  lower: number | null;
  upper: number | null;
  /** Whether it is the one looked at. */
  here: boolean;
  /** Its full reading. */
  reading: Reading;
}

/** Places in order, against the value of a larger place. */
export interface Ranking {
  /** Highest first. */
  places: readonly RankedPlace[];
  benchmark: { name: string; value: number; text: string } | null;
  unit: '%' | '';
  /** The plural of the places, for their axis. */
  many: string;
}

/** All values that a scale must include. */
export const valuesOf = (
  places: readonly RankedPlace[],
  benchmark: Ranking['benchmark'],
): number[] => [
  ...places.flatMap(({ value, lower, upper }) => [value, lower ?? value, upper ?? value]),
  ...(benchmark ? [benchmark.value] : []),
];

/** The colour of each place. If one is looked at, only that one has the colour of places. */
export const colourIn = (places: readonly RankedPlace[], palette: Palette) => {
  const chosen = places.some(({ here }) => here);
  return ({ here }: RankedPlace) => (here || !chosen ? palette.place : palette.rest);
};
