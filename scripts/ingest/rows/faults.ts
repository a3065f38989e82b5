import type { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { type Sql, sql } from '../../../server/store/sql.ts';
import { type Found, mostTold } from '../problem.ts';

/**
 * The first rows of each fault that a query finds. The query gives `row`, `value` and `message`, and columns that rows
 * with the same fault have in common. The first row also stands for those not listed.
 */
export const faults = <Fault extends Found>(
  database: DuckDatabase,
  question: Sql,
  common: Sql = sql`"column"`,
): Promise<Fault[]> =>
  database.all<Fault>(sql`
    select * exclude (nth, all_rows),
      cast(case when nth = 1 then greatest(all_rows - ${mostTold - 1}, 1) else 1 end as integer) as rows
    from (
      select *, count(*) over (partition by ${fault(common)}) as all_rows,
        row_number() over (partition by ${fault(common)} order by row) as nth
      from (${question})
    )
    where nth <= ${mostTold}
    order by row, ${common}`);

const fault = (common: Sql): Sql => sql`${common}, split_part(message, ': ', 1)`;
