import { type Layout, plainDateFormats } from '../../../data/definitions/extracts.ts';
import type { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { expression, list, type Sql, sql } from '../../../server/store/sql.ts';
import { quoted } from './columns.ts';

/** Years that an extract can be of: the first was of late 2013. */
export const firstYear = 2013;
export const lastYear = 2099;

const years = expression(`${firstYear} and ${lastYear}`);

/** The date that a text means; null where it is not plainly one, or of no year an extract can be of. */
export const parsedDate = (layout: Layout, text: Sql): Sql =>
  sql`coalesce(${list([...new Set([layout.dateFormat, ...plainDateFormats])].map((format) => dateOf(text, format)))})`;

/** The date that a text means as the layout writes dates; null where it is written otherwise. */
export const publishedDate = ({ dateFormat }: Layout, text: Sql): Sql => dateOf(text, dateFormat);

function dateOf(text: Sql, format: string): Sql {
  const parsed = sql`try_strptime(${text}, ${quoted(format)})::date`;
  return sql`case when year(${parsed}) between ${years} then ${parsed} end`;
}

/** Makes the table `dated`: each date text of the table `stage`, the date and the month that it means. */
export async function createDated(database: DuckDatabase, layout: Layout): Promise<void> {
  const starts = layout.shape === 'wide' ? sql`union select period_start from stage` : sql``;
  await database.run(sql`
    create or replace table dated as
    select text, ${parsedDate(layout, sql`text`)} as date, strftime(date, '%Y-%m') as period
    from (select period_end as text from stage ${starts})
    group by text`);
}
