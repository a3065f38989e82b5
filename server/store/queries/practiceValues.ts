import type { Measure } from '../../../data/definitions/measures.ts';
import { practiceFigureSql, practicePartSql, valueSql } from '../measureSql.ts';
import { every, ident, list, type Sql, sql } from '../sql.ts';
import { type Ancestor, within } from './figures.ts';

/**
 * The contribution of each practice to an area's figure in a month, and whether it is in the measure's extract and
 * reported it. A type alias, so that its columns can be read as arrays.
 */
export type PracticeCounts = {
  practice_code: string[];
  practices: number[];
  practices_reported: number[];
  numerator: (number | null)[];
  denominator: (number | null)[];
};

/** The counts of one measure of each practice in a month, ordered by code. */
export function practiceCountsQuery(measure: Measure, period: string): Sql {
  const { practices, practices_reported } = practiceFigureSql(measure);
  const { numerator, denominator } = practicePartSql(measure);
  return sql`
    select practice_code, ${practices} as practices, ${practices_reported} as practices_reported,
      ${numerator} as numerator, ${denominator} as denominator
    from practice_month
    where period = ${period}
    order by practice_code`;
}

/** The name of each practice in a month. */
export const practiceNamesQuery = (period: string): Sql =>
  sql`select practice_code, practice_name from practice_month where period = ${period}`;

/** Only the values, in the measure's unit, with their month: for drawing a spread. */
export function practiceValuesQuery(
  measure: Measure,
  periods: readonly string[],
  parent?: Ancestor,
): Sql {
  return sql`
    select cast(replace(period, '-', '') as integer) as month,
      ${valueSql(measure, practiceFigureSql(measure))} as value
    from practice_month
    where ${every([sql`period in (${list(periods)})`, ...(parent ? [within(parent)] : [])])}`;
}

/** Months are numbers such as 201503, which are read faster than text. */
export type PracticeValues = { month: number[]; value: (number | null)[] };

/** The column with a month's values, by the month's position. */
export const valueColumn = (position: number): string => `value_${position}`;

/** One row per practice of the given months, with its value in each month in the measure's unit. */
export function valuesByMonthQuery(measure: Measure, periods: readonly string[]): Sql {
  const value = valueSql(measure, practiceFigureSql(measure));
  const months = periods.map(
    (period, i) =>
      sql`max(case when period = ${period} then ${value} end) as ${ident(valueColumn(i))}`,
  );
  return sql`
    select practice_code, ${list(months)}
    from practice_month
    where period in (${list(periods)})
    group by practice_code
    order by practice_code`;
}
