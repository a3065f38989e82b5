import { valuePerWorkingDay } from '../../data/definitions/bankHolidays.ts';
import type { Marker } from '../../data/definitions/markers.ts';
import { measureOf } from '../../data/definitions/measures.ts';
import { type Comparison, compare } from '../../data/statistics/benchmark.ts';
import { intervalOf } from '../../data/statistics/figureInterval.ts';
import type { Interval } from '../../data/statistics/wilson.ts';
import type { FigureRow } from '../store/queries/figures.ts';

/** A figure's confidence intervals (Wilson) at 95% and 99.8%, in its unit; null if it has none. */
export interface Intervals {
  lower_95: number | null;
  upper_95: number | null;
  lower_998: number | null;
  upper_998: number | null;
}

/**
 * A figure with its intervals, and the position of its 95% interval relative to England's value. This does not judge
 * between areas.
 */
export interface JudgedFigure extends FigureRow, Intervals {
  vs_england: Comparison;
  /** Of transactions, per working day of the month; null for everything else. */
  per_working_day: number | null;
  /** Whether the previous release had another value, and which. */
  revised: Marker | null;
  revised_from: number | null;
}

/**
 * A figure with its intervals and comparison, given England's value of the same measure and month, and the value that
 * it was revised from, which is undefined if it was not revised.
 */
export function judge(
  row: FigureRow,
  england: number | null,
  revisedFrom?: number | null,
): JudgedFigure {
  const at95 = intervalOf(row, 0.95);
  const at998 = intervalOf(row, 0.998);
  // Written out, because spreading is slow for tens of thousands of objects.
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
    vs_england: compare(at95, row.level === 'england' ? null : england),
    per_working_day: valuePerWorkingDay(row.value, measureOf(row.measure), row.period),
    revised: revisedFrom === undefined ? null : '[r]',
    revised_from: revisedFrom ?? null,
  };
}

/** The interval at 95% or 99.8%, or null. */
export function at(intervals: Intervals, level: 95 | 998): Interval | null {
  const lower = intervals[`lower_${level}`];
  const upper = intervals[`upper_${level}`];
  return lower === null || upper === null ? null : { lower, upper };
}
