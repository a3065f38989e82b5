import type { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { type Sql, sql } from '../../../server/store/sql.ts';
import { type Found, mostTold } from '../problem.ts';

/**
 * The first rows of each fault that a query finds (it gives `row`, `value` and `message`, and the columns that rows of
 * one fault have in common); the first of them also represents those that are not listed.
 */
export const faults = <Fault extends Found>(
  database: DuckDatabase,
  question: Sql,
  common: Sql = sql`"column"`,
): Promise<Fault[]> =>
  database.all<Fault>(sql`
    select * exclude (nth, all_rows) replace (${seenMark} as value),
      cast(case when nth = 1 then greatest(all_rows - ${mostTold - 1}, 1) else 1 end as integer) as rows
    from (
      select *, count(*) over (partition by ${fault(common)}) as all_rows,
        row_number() over (partition by ${fault(common)} order by row) as nth
      from (${question})
    )
    where nth <= ${mostTold}
    order by row, ${common}`);

/** A mark of byte order at the beginning is lost where texts are handed over, so it is made to be seen before. */
const seenMark = sql`replace(value, '\ufeff', '<U+FEFF>')`;

const fault = (common: Sql): Sql => sql`${common}, split_part(message, ': ', 1)`;
