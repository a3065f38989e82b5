import { notKnown } from '../../../data/definitions/breakdowns.ts';
import type { Chosen } from '../../../data/definitions/filterIds.ts';
import type { Measure } from '../../../data/definitions/measures.ts';
import { movedMonth } from '../../../data/definitions/months.ts';
import {
  fifthSql,
  reportedSql,
  sizeSql,
  statusSql,
  switchedWithin,
} from '../../../data/definitions/practiceFilters.ts';
import { traits } from '../../../data/definitions/traits.ts';
import { every, expression, ident, list, type Sql, sql } from '../sql.ts';
import { supplierChangesQuery } from './supplierChanges.ts';

/** A choice of practices by their characteristics in one month; status and reporting are those of the measure. */
export interface PracticeChoice {
  chosen: Chosen;
  period: string;
  measure: Measure;
}

/** Condition: a row of `practice_month`, of any month, belongs to a chosen practice. */
export function isChosen({ chosen, period, measure }: PracticeChoice): Sql {
  const { supplier, size, fifth, status, switched, reported } = chosen;
  const conditions = [sql`period = ${period}`];
  if (supplier) conditions.push(sql`coalesce(supplier, ${notKnown.code}) in (${list(supplier)})`);
  if (size) conditions.push(expression(sizeSql(size)));
  if (fifth) conditions.push(expression(fifthSql(fifth)));
  if (status) conditions.push(expression(statusSql(status, measure)));
  if (reported) conditions.push(expression(reportedSql(reported, measure)));
  if (switched) {
    const changed = sql`(select practice_code from (${supplierChangesQuery()}) as changes
      where period between ${movedMonth(period, 1 - switchedWithin)} and ${period})`;
    conditions.push(
      switched[0] === 'yes'
        ? sql`practice_code in ${changed}`
        : sql`practice_code not in ${changed}`,
    );
  }
  return sql`practice_code in (select practice_code from practice_month ${fifth ? quintiles : sql``}
    where ${every(conditions)})`;
}

/** The codes of the chosen practices that are in the extract of a month. */
export const chosenCodesQuery = (choice: PracticeChoice, period: string): Sql =>
  sql`select practice_code from practice_month where ${every([sql`period = ${period}`, isChosen(choice)])}`;

const quintiles = sql`left join (select practice_code, quintile from ${ident(traits.deprivation.table)}) as scored
  using (practice_code)`;
