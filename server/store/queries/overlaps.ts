import { type LevelId, levelOf, levels } from '../../../data/definitions/levels.ts';
import type { Measure } from '../../../data/definitions/measures.ts';
import { figureSql } from '../measureSql.ts';
import { every, ident, joined, list, type Sql, sql } from '../sql.ts';

/** A place of which some practices are in another area of a level than others. */
export interface DividedRow {
  period: string;
  area_code: string;
}

/** The counts of those practices of a place that are in an area. */
export interface OverlapRow extends DividedRow {
  around_code: string;
  measure: string;
  numerator: number | null;
  denominator: number | null;
  practices: number;
}

const columnOf = (level: LevelId): Sql => ident(levelOf(level).column!);

/** The levels of areas that places of a level may be in, from the region down. */
export const levelsAround = (level: LevelId): LevelId[] =>
  levels.flatMap(({ id, column }, i) =>
    column && i < levels.findIndex((one) => one.id === level) ? id : [],
  );

/** The places of a level whose practices are in several areas of another, by month. */
export const dividedQuery = (level: LevelId, around: LevelId): Sql => sql`
  select period, ${columnOf(level)} as area_code
  from practice_month
  where ${columnOf(level)} is not null
  group by period, ${columnOf(level)}
  having count(distinct coalesce(${columnOf(around)}, '')) > 1`;

/** What places of a level have in common with each area of another that they are in. */
export const overlapsQuery = (
  level: LevelId,
  around: LevelId,
  asked: { codes: readonly string[]; periods: readonly string[]; measures: readonly Measure[] },
): Sql => {
  const conditions = [
    sql`period in (${list(asked.periods)})`,
    sql`${columnOf(level)} in (${list(asked.codes)})`,
    sql`${columnOf(around)} is not null`,
  ];
  const one = (measure: Measure) => {
    const { numerator, denominator, practices } = figureSql(measure);
    return sql`
      select period, ${columnOf(level)} as area_code, ${columnOf(around)} as around_code,
        ${measure.id} as measure, cast(${numerator} as double precision) as numerator,
        cast(${denominator} as double precision) as denominator,
        cast(${practices} as double precision) as practices
      from practice_month
      where ${every(conditions)}
      group by period, ${columnOf(level)}, ${columnOf(around)}`;
  };
  return joined(asked.measures.map(one), ' union all ');
};
