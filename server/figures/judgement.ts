import { measureOf } from '../../data/definitions/measures.ts';
import { type Comparison, compare } from '../../data/statistics/benchmark.ts';
import { type Interval, wilsonInterval } from '../../data/statistics/wilson.ts';
import type { FigureRow } from '../store/queries/figures.ts';

/** A figure's natural variation at 95% and 99.8%, in its unit; null where it has none. */
export interface Variation {
  lower_95: number | null;
  upper_95: number | null;
  lower_998: number | null;
  upper_998: number | null;
}

/** A figure with its natural variation and its place beside England's, at 95%. */
export interface JudgedFigure extends FigureRow, Variation {
  vs_england: Comparison;
}

type Counts = Pick<FigureRow, 'measure' | 'numerator' | 'denominator'>;

/**
 * Wilson interval of a share, in its unit. What is no part of a whole has none, such as a rate of transactions, which
 * are not people; nor has a count above its whole.
 */
export function intervalOf(
  { measure, numerator, denominator }: Counts,
  confidence: 0.95 | 0.998,
): Interval | null {
  const { form, scale } = measureOf(measure);
  return form === 'share' ? wilsonInterval(numerator, denominator, confidence, scale) : null;
}

/** A figure's intervals at both levels. */
export function variationOf(counts: Counts): Variation {
  const at95 = intervalOf(counts, 0.95);
  const at998 = intervalOf(counts, 0.998);
  return {
    lower_95: at95?.lower ?? null,
    upper_95: at95?.upper ?? null,
    lower_998: at998?.lower ?? null,
    upper_998: at998?.upper ?? null,
  };
}

/** A figure with its intervals and comparison, given England's value of the same measure and month. */
export function judge(row: FigureRow, england: number | null): JudgedFigure {
  const at95 = intervalOf(row, 0.95);
  const at998 = intervalOf(row, 0.998);
  // Written out, because objects spread from others are slow by the ten thousand.
  return {
    period: row.period,
    level: row.level,
    area_code: row.area_code,
    area_name: row.area_name,
    measure: row.measure,
    unit: row.unit,
    numerator: row.numerator,
    denominator: row.denominator,
    value: row.value,
    marker: row.marker,
    practices: row.practices,
    practices_reported: row.practices_reported,
    lower_95: at95?.lower ?? null,
    upper_95: at95?.upper ?? null,
    lower_998: at998?.lower ?? null,
    upper_998: at998?.upper ?? null,
    vs_england: compare(at95, england),
  };
}

/** The interval of a variation at 95% or 99.8%, or null. */
export function at(variation: Variation, level: 95 | 998): Interval | null {
  const lower = variation[`lower_${level}`];
  const upper = variation[`upper_${level}`];
  return lower === null || upper === null ? null : { lower, upper };
}
