import type { Measure } from '../../../data/definitions/measures.ts';
import { inExtractSql, practicePartSql } from '../measureSql.ts';
import { list, type Sql, sql } from '../sql.ts';
import { type Ancestor, within } from './figures.ts';

/**
 * What practices brought to an area's figure by month; both counts null where one did not report. A type
 * alias, so that its columns can be read as arrays.
 */
export type PartColumns = {
  period: string[];
  practice_code: string[];
  practice_name: string[];
  numerator: (number | null)[];
  denominator: (number | null)[];
};

/** The practices of an area in the extracts of the months, with their parts of its figure; by code and month. */
export function partsQuery(measure: Measure, periods: readonly string[], place: Ancestor): Sql {
  const { numerator, denominator } = practicePartSql(measure);
  return sql`
    select period, practice_code, practice_name,
      ${numerator} as numerator, ${denominator} as denominator
    from practice_month
    where period in (${list(periods)}) and ${within(place)} and ${inExtractSql(measure)}
    order by practice_code, period`;
}
