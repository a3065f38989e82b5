import type { Polarity } from '../definitions/measures.ts';
import type { Comparison } from './benchmark.ts';
import type { FunnelPosition } from './funnel.ts';

/** What can be said about a figure against a benchmark: higher, lower, about the same, or that it cannot be told. */
export const verdicts = [
  'higher',
  'about the same',
  'lower',
  'no clear difference',
  'not compared',
] as const;
export type Verdict = (typeof verdicts)[number];

/** Fewer places than this cannot show what is usual between them. */
export const fewestPlaces = 20;

/** A difference matters, however small it is, if it is at least this part of what a figure is compared with. */
export const partThatMatters = 0.25;

/**
 * The least difference that matters beside a benchmark, in the unit: that of the measure, or a quarter of the benchmark
 * if that is less, so that 1% is not about the same as 0.24%.
 */
export const leastThatMatters = (ofMeasure: number, benchmark: number): number =>
  Math.min(ofMeasure, partThatMatters * benchmark);

const isAboutTheSame = (difference: number, least: number): boolean =>
  difference === 0 || Math.abs(difference) < least;

const sideOf = (difference: number): Verdict => (difference > 0 ? 'higher' : 'lower');

/**
 * The verdict on a practice: higher or lower only if its whole confidence interval excludes the benchmark and the
 * difference, in the unit, is at least the least that matters; a smaller difference is about the same.
 */
export function verdictByInterval(
  comparison: Comparison,
  difference: number | null,
  least: number,
): Verdict {
  if (comparison === 'not_compared' || difference === null) return 'not compared';
  if (isAboutTheSame(difference, least)) return 'about the same';
  return comparison === 'similar' ? 'no clear difference' : sideOf(difference);
}

/**
 * The verdict on an area: higher or lower only if it is beyond the 95% limits of its level's adjusted funnel, which
 * contain what is usual between such areas; not compared without a position. Source: D. J. Spiegelhalter, Quality and
 * Safety in Health Care 14 (2005), 347-351.
 */
export function verdictByFunnel(
  position: FunnelPosition | null,
  difference: number | null,
  least: number,
): Verdict {
  if (position === null || difference === null) return 'not compared';
  if (isAboutTheSame(difference, least)) return 'about the same';
  const beyond = position.startsWith('above') ? 'higher' : 'lower';
  return position !== 'inside' && sideOf(difference) === beyond ? beyond : 'no clear difference';
}

/** Whether a verdict is better or worse; null if the measure's polarity does not say. */
export function meaningOf(verdict: Verdict, polarity: Polarity): 'better' | 'worse' | null {
  if ((verdict !== 'higher' && verdict !== 'lower') || polarity === 'none') return null;
  return (verdict === 'higher') === (polarity === 'higher is better') ? 'better' : 'worse';
}
