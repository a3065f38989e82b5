import type { Measure } from '../../../data/definitions/measures.ts';
import { figureSql, figureTable, practiceFigureSql } from '../measureSql.ts';
import { every, ident, joined, list, type Sql, sql } from '../sql.ts';
import { type FiguresQuestion, positionOf, within } from './figures.ts';

/** The column with a month's numerator or denominator, by the month's position. */
export const countColumn = (part: 'numerator' | 'denominator', month: number) => `${part}_${month}`;

/**
 * Counts of places by month: one row per place and measure (named if there are several), in order of measure and code,
 * with a pair of columns for each month. The places are those of the month `at`, one of the question's, with their
 * names in it; a place within the parent in that month has its counts of every month, wherever it was then.
 */
export function countsQuery(question: FiguresQuestion, at: string): Sql {
  const { periods, measures } = question;
  const inMonth = (part: 'numerator' | 'denominator') =>
    periods.map(
      (period, month) =>
        sql`max(cast(${ident(part)} as double precision)) filter (where period = ${period}) as ${ident(countColumn(part, month))}`,
    );
  const named = sql`period = ${at}`;
  const several = measures.length > 1;
  return sql`
    select area_code, max(area_name) filter (where ${named}) as area_name${several ? sql`, measure` : sql``},
      ${list([...inMonth('numerator'), ...inMonth('denominator')])}
    from (${monthly(question, at)}) as counted
    group by area_code, measure
    having count(*) filter (where ${named}) > 0
    order by ${several ? sql`${positionOf(measures)}, ` : sql``}area_code`;
}

/** One row per place, month and measure. */
function monthly(question: FiguresQuestion, at: string): Sql {
  const { level, measures } = question;
  if (level !== 'group' && level !== 'practice') return areaCounts(question, at);
  const ofOne = level === 'group' ? groupCounts : practiceCounts;
  return joined(
    measures.map((measure) => ofOne(measure, question, at)),
    ' union all ',
  );
}

function areaCounts({ level, measures, periods, areas, parent }: FiguresQuestion, at: string): Sql {
  const conditions = [
    sql`figure.level = ${level}`,
    sql`measure in (${list(measures.map(({ id }) => id))})`,
    sql`figure.period in (${list(periods)})`,
  ];
  if (areas) conditions.push(sql`figure.area_code in (${list(areas)})`);
  if (parent)
    conditions.push(sql`figure.area_code in (
      select area_code from area_month
      where ${every([sql`level = ${level}`, sql`period = ${at}`, within(parent)])})`);
  return sql`
    select figure.area_code, area_name, figure.period, measure, numerator, denominator
    from ${figureTable(measures)}
    join area_month using (level, area_code, period)
    where ${every(conditions)}`;
}

function practiceCounts(
  measure: Measure,
  { periods, areas, parent }: FiguresQuestion,
  at: string,
): Sql {
  const conditions = [sql`period in (${list(periods)})`];
  if (areas) conditions.push(sql`practice_code in (${list(areas)})`);
  if (parent)
    conditions.push(sql`practice_code in (
      select practice_code from practice_month where ${every([sql`period = ${at}`, within(parent)])})`);
  const { numerator, denominator } = practiceFigureSql(measure);
  return sql`
    select practice_code as area_code, practice_name as area_name, period, ${measure.id} as measure,
      ${numerator} as numerator, ${denominator} as denominator
    from practice_month
    where ${every(conditions)}`;
}

function groupCounts(measure: Measure, { periods, group }: FiguresQuestion): Sql {
  const { numerator, denominator } = figureSql(measure);
  return sql`
    select ${group!.code} as area_code, ${group!.name} as area_name, period,
      ${measure.id} as measure, ${numerator} as numerator, ${denominator} as denominator
    from practice_month
    where ${every([sql`period in (${list(periods)})`, within(group!)])}
    group by period`;
}
