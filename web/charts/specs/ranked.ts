import type { Reading } from './crowd.ts';
import type { Palette } from './palette.ts';

/** A place in a ranking, with its interval where it has one. */
export interface RankedPlace {
  code?: string;
  name: string;
  value: number;
  text: string;
  lower: number | null;
  upper: number | null;
  /** Whether it is the one looked at. */
  here: boolean;
  /** Everything that reading it gives. */
  reading: Reading;
}

/** Places in their order, against the value of a larger place. */
export interface Ranking {
  /** The highest first. */
  places: readonly RankedPlace[];
  benchmark: { name: string; value: number; text: string } | null;
  unit: '%' | '';
  /** What the places are, for their axis. */
  many: string;
}

/** All values that a scale has to hold. */
export const valuesOf = (
  places: readonly RankedPlace[],
  benchmark: Ranking['benchmark'],
): number[] => [
  ...places.flatMap(({ value, lower, upper }) => [value, lower ?? value, upper ?? value]),
  ...(benchmark ? [benchmark.value] : []),
];

/** The colour of each place: where one is looked at, that one alone has the colour of places. */
export const colourIn = (places: readonly RankedPlace[], palette: Palette) => {
  const chosen = places.some(({ here }) => here);
  return ({ here }: RankedPlace) => (here || !chosen ? palette.place : palette.rest);
};
