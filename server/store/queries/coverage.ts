import { ENGLAND, levelOf, type PlaceLevel } from '../../../data/definitions/levels.ts';
import { inExtractSql } from '../measureSql.ts';
import { every, expression, ident, list, type Sql, sql } from '../sql.ts';
import { type FiguresQuestion, within } from './figures.ts';

/** How much of a place's extract reported a measure in a month, in practices and their patients. */
export interface CoverageRow {
  period: string;
  level: PlaceLevel;
  area_code: string;
  area_name: string;
  measure: string;
  practices: number;
  practices_reported: number;
  registered: number | null;
  registered_reported: number;
}

/** Coverage by place, month and measure, for measures whose extract holds the place that month. */
export function coverageQuery(question: FiguresQuestion): Sql {
  const { level, measures, periods, areas, parent, group } = question;
  const column = level === 'group' ? null : levelOf(level).column;
  const code = column ? ident(column) : sql`${group?.code ?? ENGLAND}`;
  const conditions = [sql`period in (${list(periods)})`];
  if (group && level === 'group') conditions.push(within(group));
  if (areas && column) conditions.push(sql`${code} in (${list(areas)})`);
  if (parent) conditions.push(within(parent));
  if (column) conditions.push(sql`${code} is not null`);
  const perMeasure = measures.map((measure, position) => {
    const held = inExtractSql(measure);
    const reported = sql`(${held} and ${expression(measure.reported)})`;
    return sql`{measure: ${measure.id}, position: ${position},
      practices: cast(count(*) filter (${held}) as integer),
      practices_reported: cast(count(*) filter (${reported}) as integer),
      registered: cast(sum(registered) filter (${held}) as bigint),
      registered_reported: cast(coalesce(sum(registered) filter (${reported}), 0) as bigint)}`;
  });
  const name = level === 'group' ? sql`${group!.name}` : sql`area_month.area_name`;
  const named =
    level === 'group'
      ? sql``
      : sql`join area_month on area_month.level = ${level}
        and area_month.area_code = sums.area_code and area_month.period = sums.period`;
  return sql`
    with sums as (
      select ${code} as area_code, period, unnest([${list(perMeasure)}]) as of_measure
      from practice_month
      where ${every(conditions)}
      group by all)
    select sums.period, ${level} as level, sums.area_code, ${name} as area_name,
      of_measure.measure as measure, of_measure.practices as practices,
      of_measure.practices_reported as practices_reported,
      of_measure.registered as registered, of_measure.registered_reported as registered_reported
    from sums
    ${named}
    where of_measure.practices > 0
    order by sums.area_code, sums.period, of_measure.position`;
}
