import type { Polarity } from '../definitions/measures.ts';
import type { Comparison } from './benchmark.ts';
import type { FunnelPosition } from './funnel.ts';

/** What may be said of a figure against a benchmark: its side, that the two hardly differ, or that neither can be told. */
export const verdicts = [
  'higher',
  'about the same',
  'lower',
  'no clear difference',
  'not compared',
] as const;
export type Verdict = (typeof verdicts)[number];

/** Fewer places than this cannot tell what is usual between them. */
export const fewestPlaces = 20;

const sideOf = (difference: number): Verdict => (difference > 0 ? 'higher' : 'lower');

/**
 * The verdict on a practice: a side only where its whole confidence interval excludes the benchmark and the difference,
 * in the unit, is at least the least that matters; a smaller difference is about the same.
 */
export function verdictByInterval(
  comparison: Comparison,
  difference: number | null,
  least: number,
): Verdict {
  if (comparison === 'not_compared' || difference === null) return 'not compared';
  if (Math.abs(difference) < least) return 'about the same';
  return comparison === 'similar' ? 'no clear difference' : sideOf(difference);
}

/**
 * The verdict on an area: a side only where it lies beyond the 95% limits of the adjusted funnel of its level, which
 * hold what is usual between such areas; null positions are not compared. Source: D. J. Spiegelhalter, Quality and
 * Safety in Health Care 14 (2005), 347-351.
 */
export function verdictByFunnel(
  position: FunnelPosition | null,
  difference: number | null,
  least: number,
): Verdict {
  if (position === null || difference === null) return 'not compared';
  if (Math.abs(difference) < least) return 'about the same';
  const beyond = position.startsWith('above') ? 'higher' : 'lower';
  return position !== 'inside' && sideOf(difference) === beyond ? beyond : 'no clear difference';
}

/** What a verdict means for a reader who asks: better or worse where the measure's polarity says which is which. */
export function meaningOf(verdict: Verdict, polarity: Polarity): 'better' | 'worse' | null {
  if ((verdict !== 'higher' && verdict !== 'lower') || polarity === 'none') return null;
  return (verdict === 'higher') === (polarity === 'higher is better') ? 'better' : 'worse';
}
