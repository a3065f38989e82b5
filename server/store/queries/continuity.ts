import type { LevelId } from '../../../data/definitions/levels.ts';
import type { Measure } from '../../../data/definitions/measures.ts';
import { list, type Sql, sql } from '../sql.ts';

/** A figure of a release, to be held against the same of another. */
export interface HeldFigure {
  period: string;
  level: LevelId;
  area_code: string;
  area_name: string;
  measure: string;
  numerator: number | null;
  denominator: number | null;
  practices: number;
  practices_reported: number;
}

/** Figures of whole levels that the extracts hold, for measures and months. */
export const heldFiguresQuery = (
  levels: readonly LevelId[],
  measures: readonly Measure[],
  periods: readonly string[],
): Sql => sql`
  select figure.period, figure.level, figure.area_code, area_name, measure, numerator, denominator,
    figure.practices, practices_reported
  from figure
  join area_month using (level, area_code, period)
  where figure.level in (${list(levels)}) and measure in (${list(measures.map(({ id }) => id))})
    and figure.period in (${list(periods)}) and figure.practices > 0`;
