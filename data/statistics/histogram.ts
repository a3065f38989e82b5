import { type MaybeValues, quantileOfSorted, sorted } from './deciles.ts';

export interface HistogramStep {
  /** Included. */
  from: number;
  /** Excluded; null for an open last step. */
  to: number | null;
  practices: number;
}

const wanted = 40;
const mantissas = [1, 2, 5, 10];

/** The width of steps for a range, 1, 2 or 5 times a power of ten, so that there are at most about forty. */
export function stepWidth(range: number): number {
  const raw = range / wanted;
  const power = 10 ** Math.floor(Math.log10(raw));
  return mantissas.map((mantissa) => mantissa * power).find((width) => width >= raw * 0.999)!;
}

/**
 * This share of the values get steps of their own. The few above share one, because most of their steps would be empty.
 */
const inSteps = 0.99;

/**
 * The number of values in each step of equal width from zero; empty without values. If the highest hundredth of the
 * values is far from the others, it falls into one open step at the end. Negative values count in the first step.
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
