import type { Interval } from './wilson.ts';

export type Comparison = 'higher' | 'similar' | 'lower' | 'not_compared';

/**
 * How a figure compares with a benchmark in the same unit: higher or lower if its whole interval is beyond the
 * benchmark's value (the benchmark's own interval is ignored), similar if the interval includes it, not compared
 * without an interval or a benchmark. Source: Public Health England, Fingertips, comparison by overlapping confidence
 * intervals.
 */
export function compare(interval: Interval | null, benchmark: number | null): Comparison {
  if (interval === null || benchmark === null || !Number.isFinite(benchmark)) return 'not_compared';
  if (interval.lower > benchmark) return 'higher';
  if (interval.upper < benchmark) return 'lower';
  return 'similar';
}
