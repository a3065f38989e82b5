import type { Measure } from '../../../data/definitions/measures.ts';
import { inExtractSql, practiceFigureSql } from '../measureSql.ts';
import { ident, joined, list, type Sql, sql } from '../sql.ts';

/** A practice in an extract without a figure that it had in the last month before. */
export interface StoppedReportingRow {
  period: string;
  base_period: string;
  practice_code: string;
}

/** The column that says whether a practice stopped reporting a measure, by the measure's position. */
export const stoppedColumn = (position: number): string => `stopped_${position}`;

/** Practices that no longer report one of the measures, by month and code, with a column per measure. */
export function stoppedReportingQuery(measures: readonly Measure[]): Sql {
  const each = (piece: (measure: Measure, position: number) => Sql) => list(measures.map(piece));
  const named = (name: string, position: number) => ident(`${name}_${position}`);
  const stopped = measures.map(
    (_, i) =>
      sql`(coalesce(${named('held', i)}, false) and ${named('reported', i)} = 0 and coalesce(${named('before', i)}, 0) = 1)`,
  );
  return sql`
    select period, base_period, practice_code,
      ${each((_, i) => sql`case when ${stopped[i]!} then 1 else 0 end as ${ident(stoppedColumn(i))}`)}
    from (
      select *, lag(period) over months as base_period,
        ${each((_, i) => sql`lag(${named('reported', i)}) over months as ${named('before', i)}`)}
      from (
        select period, practice_code,
          ${each(
            (measure, i) => sql`${inExtractSql(measure)} as ${named('held', i)},
              ${practiceFigureSql(measure).practices_reported} as ${named('reported', i)}`,
          )}
        from practice_month) as flagged
      window months as (partition by practice_code order by period)) as stepped
    where ${joined(stopped, ' or ')}
    order by period, practice_code`;
}
