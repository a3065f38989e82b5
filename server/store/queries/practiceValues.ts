import type { Measure } from '../../../data/definitions/measures.ts';
import { practiceFigureSql, practicePartSql, valueSql } from '../measureSql.ts';
import { every, ident, list, type Sql, sql } from '../sql.ts';
import { type Ancestor, within } from './figures.ts';

/**
 * What practices add to the figure of an area in a month, by the measure, and whether they are in its extract and
 * reported it; a type alias, so that its columns can be read as arrays.
 */
export type PracticeCounts = {
  period: string[];
  practice_code: string[];
  practice_name: string[];
  practices: number[];
  practices_reported: number[];
  numerator: (number | null)[];
  denominator: (number | null)[];
};

/** What each practice of a month counts of one measure, ordered by code. */
export function practiceCountsQuery(measure: Measure, period: string): Sql {
  const { practices, practices_reported } = practiceFigureSql(measure);
  const { numerator, denominator } = practicePartSql(measure);
  return sql`
    select period, practice_code, practice_name, ${practices} as practices,
      ${practices_reported} as practices_reported,
      ${numerator} as numerator, ${denominator} as denominator
    from practice_month
    where period = ${period}
    order by practice_code`;
}

/** Only the values, in the measure's unit, with their month: what a spread is drawn from. */
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

/** A month is a number such as 201503, for texts take longer to read. */
export type PracticeValues = { month: number[]; value: (number | null)[] };

/** The column of a month's values, by its position among the months asked for. */
export const valueColumn = (position: number): string => `value_${position}`;

/** Every practice of the months with its value in each, in the measure's unit: a row for each practice. */
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
