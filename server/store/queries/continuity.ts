import type { LevelId } from '../../../data/definitions/levels.ts';
import type { Measure } from '../../../data/definitions/measures.ts';
import { list, type Sql, sql } from '../sql.ts';

/** A figure of a release, for comparison with the same figure of another. */
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

/** Figures that the extracts contain, for areas of a level within a range of codes, by measure and month. */
export const heldFiguresQuery = (
  level: LevelId,
  between: readonly [string, string],
  measures: readonly Measure[],
  periods: readonly string[],
): Sql => sql`
  select figure.period, figure.level, figure.area_code, area_name, measure, numerator, denominator,
    figure.practices, practices_reported
  from figure
  join area_month using (level, area_code, period)
  where figure.level = ${level} and figure.area_code between ${between[0]} and ${between[1]}
    and measure in (${list(measures.map(({ id }) => id))})
    and figure.period in (${list(periods)}) and figure.practices > 0`;
