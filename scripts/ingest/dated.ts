import type { Layout } from '../../data/definitions/extracts.ts';
import type { Database } from '../../server/database.ts';
import { expression, type Sql, sql } from '../../server/sql.ts';
import { quoted } from './columns.ts';

/** Years that an extract can be of: the first was of late 2013. */
export const firstYear = 2013;
export const lastYear = 2099;

/**
 * Makes the table `dated`: each date text of a table, the date and month it means (null where it is no date of
 * the layout's kind), and whether it is the last day of its month.
 */
export async function createDated(
  database: Database,
  table: Sql,
  { dateFormat, shape }: Layout,
): Promise<void> {
  const starts = shape === 'wide' ? sql`union select period_start from ${table}` : sql``;
  await database.run(sql`
    create or replace table dated as
    select text, date, strftime(date, '%Y-%m') as period, date = last_day(date) as at_end
    from (
      select text, case when year(read) between ${years} then read end as date
      from (
        select text, try_strptime(text, ${quoted(dateFormat)})::date as read
        from (select period_end as text from ${table} ${starts})
        group by all
      )
    )`);
}

const years = expression(`${firstYear} and ${lastYear}`);
