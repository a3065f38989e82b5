/** The most colour classes of a map. */
const most = 5;

/** Classes of values by rank, with round numbers as limits. */
export interface Classes {
  /** The lowest value, the limits between classes, and the highest value. */
  ends: readonly number[];
  /** The number of values in each. */
  counts: readonly number[];
  /** The class of a value, from 0. */
  classOf(value: number): number;
}

/** What class limits are rounded to, in the unit, from coarse to fine. */
const steps = [100, 50, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.001];

/**
 * Divides values into up to five classes of about equal size. Their limits are as round as possible while no class has
 * fewer than a tenth of the values. Null if all values are equal.
 */
export function classesOf(values: readonly number[]): Classes | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (low === undefined || low === high) return null;
  for (let count = most; count > 1; count--) {
    const fifths = Array.from({ length: count - 1 }, (_, i) => quantile(sorted, (i + 1) / count));
    for (const step of steps) {
      const found = classed(
        sorted,
        fifths.map((one) => Number((Math.round(one / step) * step).toPrecision(12))),
      );
      if (found.counts.every((one) => one > 0 && one * 10 >= values.length)) return found;
    }
  }
  return classed(sorted, [high!]);
}

/** The value below which this share of sorted values is, half way to the next. */
function quantile(sorted: readonly number[], part: number): number {
  const at = Math.min(sorted.length - 1, Math.max(1, Math.round(sorted.length * part)));
  return (sorted[at - 1]! + sorted[at]!) / 2;
}

function classed(sorted: readonly number[], breaks: readonly number[]): Classes {
  const classOf = (value: number) => breaks.filter((one) => value >= one).length;
  const counts = Array.from(
    { length: breaks.length + 1 },
    (_, i) => sorted.filter((value) => classOf(value) === i).length,
  );
  return { ends: [sorted[0]!, ...breaks, sorted.at(-1)!], counts, classOf };
}
