import type { Polarity } from '../definitions/measures.ts';
import type { Interval } from './wilson.ts';

export type Comparison = 'higher' | 'similar' | 'lower' | 'not_compared';

/**
 * How a figure stands to a benchmark, both in the same unit: higher or lower when its whole interval
 * lies beyond the benchmark's value (the benchmark's own interval has no part), similar when the
 * interval reaches it, not compared without an interval or a benchmark. Source: Public Health England,
 * Fingertips, comparison by overlapping confidence intervals.
 */
export function compare(interval: Interval | null, benchmark: number | null): Comparison {
  if (interval === null || benchmark === null || !Number.isFinite(benchmark)) return 'not_compared';
  if (interval.lower > benchmark) return 'higher';
  if (interval.upper < benchmark) return 'lower';
  return 'similar';
}

export type ComparisonWord = 'better' | 'worse' | 'higher' | 'lower' | 'similar' | 'not compared';

/** The word for a comparison: better or worse only where the measure has a polarity, else higher or lower. */
export function comparisonWord(comparison: Comparison, polarity: Polarity): ComparisonWord {
  if (comparison === 'not_compared') return 'not compared';
  if (comparison === 'similar' || polarity === 'none') return comparison;
  return (comparison === 'higher') === (polarity === 'higher is better') ? 'better' : 'worse';
}
