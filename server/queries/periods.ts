import { ENGLAND } from '../../data/definitions/levels.ts';
import { type Sql, sql } from '../sql.ts';

export interface PeriodRow {
  period: string;
  practices: number;
  registered: number | null;
}

export interface CollectedRow {
  period: string;
  measure: string;
}

/** Months of the release in order, each with its practices and their registered patients. */
export const periodsQuery = (): Sql => sql`
  select period.period, period.practices,
    (select cast(sum(registered) as bigint) from practice_month where practice_month.period = period.period) as registered
  from period
  order by period`;

/** Which measures the extracts of each month hold. */
export const collectedQuery = (): Sql => sql`
  select period, measure from figure
  where level = 'england' and area_code = ${ENGLAND} and practices > 0
  order by period, measure`;
