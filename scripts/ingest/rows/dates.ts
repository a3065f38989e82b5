import { type Layout, plainDateFormats } from '../../../data/definitions/extracts.ts';
import type { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { expression, list, type Sql, sql } from '../../../server/store/sql.ts';
import { quoted } from './columns.ts';

/** The first year an extract can cover: the first one was of late 2013. */
export const firstYear = 2013;
export const lastYear = 2099;

const years = expression(`${firstYear} and ${lastYear}`);

/** Parses a date; null if it is ambiguous, not a date, or of a year no extract can cover. */
const parsedDate = (layout: Layout, text: Sql): Sql =>
  sql`coalesce(${list([...new Set([layout.dateFormat, ...plainDateFormats])].map((format) => dateOf(text, format)))})`;

/** Parses a date in the layout's own format; null for any other. */
export const publishedDate = ({ dateFormat }: Layout, text: Sql): Sql => dateOf(text, dateFormat);

function dateOf(text: Sql, format: string): Sql {
  const parsed = sql`try_strptime(${text}, ${quoted(format)})::date`;
  return sql`case when year(${parsed}) between ${years} then ${parsed} end`;
}

/** Makes the table `date_text`: each date text of a table of rows, with its date and month. */
export async function createDateTexts(
  database: DuckDatabase,
  layout: Layout,
  rows: Sql,
): Promise<void> {
  const starts = layout.shape === 'wide' ? sql`union select period_start from ${rows}` : sql``;
  await database.run(sql`
    create or replace table date_text as
    select text, ${parsedDate(layout, sql`text`)} as date, strftime(date, '%Y-%m') as period
    from (select period_end as text from ${rows} ${starts})
    group by text`);
}

/**
 * Fills the dates and months of a table of grouped rows (see `groupRows`) from `date_text`. Joining them while the table
 * is made would copy every row once more.
 */
export async function fillDates(
  database: DuckDatabase,
  layout: Layout,
  grouped: Sql,
): Promise<void> {
  await database.run(sql`
    update ${grouped} set ended = date, period = date_text.period from date_text where text = period_end`);
  if (layout.shape === 'wide') {
    await database.run(sql`
      update ${grouped} set period_started = date_text.period from date_text where text = period_start`);
  }
}
