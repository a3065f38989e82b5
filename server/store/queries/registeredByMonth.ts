import { ident, type Sql, sql } from '../sql.ts';
import { type Ancestor, within } from './figures.ts';

/** The registered patients of a place in a month. */
export interface RegisteredRow {
  period: string;
  registered: number | null;
}

/** Registered patients of a place by month. */
export const registeredByMonthQuery = (place: Ancestor): Sql => sql`
  select period, cast(sum(registered) as double precision) as registered
  from practice_month
  where ${within(place)}
  group by period
  order by period`;

/** Registered patients of every area by month; `column` is the one of practices with the area's code. */
export const registeredInAreasQuery = (column: string): Sql => sql`
  select ${ident(column)} as area_code, period, cast(sum(registered) as double precision) as registered
  from practice_month
  where ${ident(column)} is not null
  group by ${ident(column)}, period
  order by ${ident(column)}, period`;
