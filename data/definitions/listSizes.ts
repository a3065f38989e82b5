import { formatCount } from './numbers.ts';

/** A band of list sizes: practices with at least `from` registered patients and fewer than `below`. */
export interface ListSize {
  id: string;
  name: string;
  from: number;
  /** Null for the band without an upper end. */
  below: number | null;
}

const steps = [0, 3000, 6000, 9000, 12000, 15000];

/** Bands of list sizes from small to large. About half of all practices are in the two bands from 3,000 to 9,000. */
export const listSizes: readonly ListSize[] = steps.map((from, i) => {
  const below = steps[i + 1] ?? null;
  if (below === null) {
    return { id: `${from}+`, name: `${formatCount(from)} patients or more`, from, below };
  }
  const name =
    from === 0
      ? `Fewer than ${formatCount(below)} patients`
      : `${formatCount(from)} to ${formatCount(below - 1)} patients`;
  return { id: `${from}-${below - 1}`, name, from, below };
});

/** The band of a number of patients; undefined if the number is not known. */
export const listSizeOf = (registered: number | null): ListSize | undefined =>
  registered === null
    ? undefined
    : listSizes.find(({ below }) => below === null || registered < below);
