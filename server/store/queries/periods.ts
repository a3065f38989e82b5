import { type Boundaries, ENGLAND } from '../../../data/definitions/levels.ts';
import { ident, list, type Sql, sql } from '../sql.ts';

export interface PeriodRow {
  period: string;
  practices: number;
  registered: number | null;
}

/** England's figure of a measure in a month; `practices` is 0 if the month's extracts do not contain it. */
export interface EnglandRow {
  period: string;
  measure: string;
  numerator: number | null;
  denominator: number | null;
  practices: number;
}

/** The release's months in order, each with its practices and their registered patients. */
export const periodsQuery = (): Sql => sql`
  select period.period, period.practices,
    (select cast(sum(registered) as bigint) from practice_month where practice_month.period = period.period) as registered
  from period
  order by period`;

/**
 * England's figures of all months, which show what measures each month contains and serve as benchmark. On the
 * boundaries of a lookup, England is the practices that the lookup places, so that it equals the sum of its regions.
 */
export function englandQuery(boundaries: Boundaries): Sql {
  if (boundaries === 'published') {
    return sql`
      select period, measure, numerator, denominator, practices from figure
      where level = 'england' and area_code = ${ENGLAND}
      order by period, measure`;
  }
  const total = (column: string): Sql =>
    sql`cast(sum(${ident(column)}) as double precision) as ${ident(column)}`;
  return sql`
    select period, measure, ${list(['numerator', 'denominator', 'practices'].map(total))}
    from figure where level = 'region'
    group by period, measure
    order by period, measure`;
}
