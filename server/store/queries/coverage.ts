import { ENGLAND, levelOf, type PlaceLevel } from '../../../data/definitions/levels.ts';
import type { Measure } from '../../../data/definitions/measures.ts';
import { inExtractSql } from '../measureSql.ts';
import { every, expression, ident, list, type Sql, sql } from '../sql.ts';
import { type FiguresQuestion, within } from './figures.ts';
import { oneBelowAnother, sideBySide } from './ofEachMeasure.ts';

/** How many practices, and their patients, reported a measure in a place and month. */
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

/** Coverage by place, month and measure, for measures whose extract contains the place that month. */
export function coverageQuery(question: FiguresQuestion): Sql {
  const { level, measures, periods, areas, parent, group } = question;
  const column = level === 'group' ? null : levelOf(level).column;
  const code = column ? ident(column) : sql`cast(${group?.code ?? ENGLAND} as varchar)`;
  const conditions = [sql`period in (${list(periods)})`];
  if (group && level === 'group') conditions.push(within(group));
  if (areas && column) conditions.push(sql`${code} in (${list(areas)})`);
  if (parent) conditions.push(within(parent));
  if (column) conditions.push(sql`${code} is not null`);
  const name = level === 'group' ? sql`${group!.name}` : sql`area_month.area_name`;
  const named =
    level === 'group'
      ? sql``
      : sql`join area_month on area_month.level = ${level}
        and area_month.area_code = sums.area_code and area_month.period = sums.period`;
  return sql`
    with wide as (
      select ${code} as area_code, period, ${sideBySide(measures, countsOf)}
      from practice_month
      where ${every(conditions)}
      group by 1, 2)
    select sums.period, ${level} as level, sums.area_code, ${name} as area_name, measure,
      ${list(countNames.map((name) => sql`sums.${ident(name)}`))}
    from (${oneBelowAnother(sql`wide`, measures, ['area_code', 'period'], countNames)}) as sums
    ${named}
    where sums.practices > 0
    order by sums.area_code, sums.period, sums.position`;
}

const countNames = [
  'practices',
  'practices_reported',
  'registered',
  'registered_reported',
] as const;

function countsOf(measure: Measure): Record<(typeof countNames)[number], Sql> {
  const held = inExtractSql(measure);
  const reported = sql`(${held} and ${expression(measure.reported)})`;
  return {
    practices: sql`cast(count(*) filter (where ${held}) as integer)`,
    practices_reported: sql`cast(count(*) filter (where ${reported}) as integer)`,
    registered: sql`cast(sum(registered) filter (where ${held}) as bigint)`,
    registered_reported: sql`cast(coalesce(sum(registered) filter (where ${reported}), 0) as bigint)`,
  };
}
