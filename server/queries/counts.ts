import type { Measure } from '../../data/definitions/measures.ts';
import { figureSql, practiceFigureSql } from '../measureSql.ts';
import { every, list, type Sql, sql } from '../sql.ts';
import { type FiguresQuestion, within } from './figures.ts';

/** Counts of one measure by place and month; a type alias, so that its columns can be read as arrays. */
export type CountColumns = {
  area_code: string[];
  period: string[];
  numerator: (number | null)[];
  denominator: (number | null)[];
};

/** Only the counts of one measure for places of one level, by code and month: what a trend is drawn from. */
export function countsQuery(measure: Measure, question: Omit<FiguresQuestion, 'measures'>): Sql {
  const { level, periods, areas, parent, group } = question;
  if (level === 'group') {
    const { numerator, denominator } = figureSql(measure);
    return sql`
      select ${group!.code} as area_code, period,
        ${numerator} as numerator, ${denominator} as denominator
      from practice_month
      where period in (${list(periods)}) and ${within(group!)}
      group by period
      order by period`;
  }
  const conditions = [sql`period in (${list(periods)})`];
  if (parent) conditions.push(within(parent));
  if (level === 'practice') {
    if (areas) conditions.push(sql`practice_code in (${list(areas)})`);
    const { numerator, denominator } = practiceFigureSql(measure);
    return sql`
      select practice_code as area_code, period,
        ${numerator} as numerator, ${denominator} as denominator
      from practice_month
      where ${every(conditions)}
      order by area_code, period`;
  }
  conditions.push(sql`figure.level = ${level}`, sql`measure = ${measure.id}`);
  if (areas) conditions.push(sql`area_code in (${list(areas)})`);
  return sql`
    select area_code, period, numerator, denominator
    from figure
    join area_month using (level, area_code, period)
    where ${every(conditions)}
    order by area_code, period`;
}
