import type { Layout } from '../../data/definitions/extracts.ts';
import type { Service } from '../../data/definitions/measures.ts';
import type { Database } from '../../server/database.ts';
import { expression, ident, list, sql } from '../../server/sql.ts';
import { publishedName, quoted, textColumns, valueColumns } from './columns.ts';

const words = textColumns.filter((column) => column !== 'practice_code');

/**
 * The columns of `part` and of a release's `extract_row`: what one file says of one practice in one month, where
 * in the file its row (or its first row) stands, and for which service (null where for all).
 */
export const partColumns: readonly string[] = [
  ...['period', 'practice_code', 'service', 'file_id', 'row'],
  ...words,
  ...valueColumns,
];

/** Makes the tables that gather the practice-months and oddities of all files. */
export async function createParts(database: Database): Promise<void> {
  await database.run(sql`
    create table part (period varchar, practice_code varchar, service varchar, file_id integer, row integer,
      ${list(words.map((column) => expression(`${column} varchar`)))},
      ${list(valueColumns.map((column) => expression(`${column} integer`)))})`);
  await database.run(sql`
    create table noted (kind varchar, period varchar, practice_code varchar, field varchar, value varchar,
      other varchar, file_id integer, row integer)`);
}

/** Moves a file's practice-months from `grouped` into `part`, and notes dates that end no month. */
export async function keepParts(
  database: Database,
  fileId: number,
  layout: Layout,
  service: Service | null,
): Promise<void> {
  await database.run(sql`
    insert into part
    select period, practice_code, ${service}, ${fileId}, row, ${list(words.map(ident))},
      ${list(valueColumns.map(ident))}
    from grouped
    join dated on dated.text = period_end`);
  await database.run(sql`
    insert into noted
    select 'date_not_month_end', period, null, ${quoted(publishedName(layout, 'period_end')!)}, text, null,
      ${fileId}, min(row)
    from grouped
    join dated on dated.text = period_end
    where not at_end
    group by period, text`);
}

/** Drops practice-months that an earlier file gives too, once `checkParts` has found both the same. */
export async function dropRepeats(database: Database): Promise<void> {
  await database.run(sql`
    delete from part
    using again
    where again.period = part.period and again.practice_code = part.practice_code
      and again.service = coalesce(part.service, '') and again.file_id < part.file_id`);
}
