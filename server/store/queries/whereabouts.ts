import { type LevelId, levelOf } from '../../../data/definitions/levels.ts';
import { ident, type Sql, sql } from '../sql.ts';

/** A month in which an area has practices, and how many. */
export interface AreaMonthRow {
  period: string;
  practices: number;
}

/** The months of an area, in order. */
export const monthsOfAreaQuery = (level: LevelId, code: string): Sql => sql`
  select period, practices from area_month
  where level = ${level} and area_code = ${code} order by period`;

/** Whether the extracts of a month name places of a level, as one row. */
export const namesLevelQuery = (level: LevelId, period: string): Sql => sql`
  select count(*) > 0 as named from area_month where level = ${level} and period = ${period}`;

export interface WhereaboutsRow {
  area_code: string;
  area_name: string;
  practices: number;
  registered: number | null;
}

/**
 * The areas in which the practices that an area had in one month are in another month, those with most practices first.
 */
export function whereaboutsQuery(
  level: LevelId,
  code: string,
  { had, period }: { had: string; period: string },
): Sql {
  const column = ident(levelOf(level).column!);
  return sql`
    select now.${column} as area_code, max(area_name) as area_name, cast(count(*) as integer) as practices,
      cast(sum(now.registered) as bigint) as registered
    from practice_month as had
    join practice_month as now on now.practice_code = had.practice_code and now.period = ${period}
    join area_month on level = ${level} and area_month.area_code = now.${column} and area_month.period = now.period
    where had.period = ${had} and had.${column} = ${code}
    group by now.${column}
    order by practices desc, area_code`;
}
