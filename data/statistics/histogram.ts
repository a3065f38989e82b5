import { type MaybeValues, quantileOfSorted, sorted } from './deciles.ts';

export interface HistogramStep {
  /** Included. */
  from: number;
  /** Not included; null for the last step where it is open. */
  to: number | null;
  practices: number;
}

const wanted = 40;
const mantissas = [1, 2, 5, 10];

/** The width of a step so that a range of this size has at most about forty: 1, 2 or 5 times a power of ten. */
export function stepWidth(range: number): number {
  const raw = range / wanted;
  const power = 10 ** Math.floor(Math.log10(raw));
  return mantissas.map((mantissa) => mantissa * power).find((width) => width >= raw * 0.999)!;
}

/** So many of the values get steps of their own; the few above share one, or most steps would be empty. */
const inSteps = 0.99;

/**
 * How many values lie in each step of equal width from zero; none without a value. The highest hundredth of the
 * values falls into one open step at the end, where it lies beyond the others. Negative values count in the first.
 */
export function stepsOf(values: MaybeValues): HistogramStep[] {
  const ascending = sorted(values);
  if (!ascending.length) return [];
  const end = Math.max(0, quantileOfSorted(ascending, inSteps)!);
  const width = stepWidth(end || 1);
  const count = Math.max(1, Math.ceil(end / width - 1e-9));
  const counts: number[] = new Array(count + 1).fill(0);
  for (const value of ascending) {
    counts[Math.max(0, Math.min(count, Math.floor(value / width + 1e-9)))]!++;
  }
  const edge = (i: number) => Number((i * width).toPrecision(12));
  const steps = counts.map((practices, i) => ({
    from: edge(i),
    to: i < count ? edge(i + 1) : null,
    practices,
  }));
  return steps.at(-1)!.practices ? steps : steps.slice(0, -1);
}
