import type { Layout } from '../../../data/definitions/extracts.ts';
import type { Database } from '../../../server/store/database.ts';
import { ident, joined, sql } from '../../../server/store/sql.ts';
import { publishedName, quoted, textColumns } from './columns.ts';
import { groupedTable } from './parts.ts';

/** Makes the table `noted`, for what only a file itself can tell and a release shall. */
export async function createNotes(database: Database): Promise<void> {
  await database.run(sql`
    create table noted (kind varchar, period varchar, practice_code varchar, field varchar, value varchar,
      other varchar, file_id integer, row integer)`);
}

/** Notes the dates of a file that are not the last day of their month, each once. */
export async function noteDates(database: Database, fileId: number, layout: Layout): Promise<void> {
  await database.run(sql`
    insert into noted
    select 'date_not_month_end', period, null, ${quoted(publishedName(layout, 'period_end')!)}, period_end, null,
      ${fileId}, min(row)
    from ${groupedTable(fileId)}
    where ended <> last_day(ended)
    group by period, period_end`);
}

/** Notes where rows of the table `stage` name one practice of one month, its areas or supplier differently. */
export async function noteWords(database: Database, fileId: number, layout: Layout): Promise<void> {
  const words = textColumns.filter(
    (column) => !column.endsWith('_code') && publishedName(layout, column),
  );
  const queries = words.map(
    (column) => sql`
      select 'names_differ_in_file', period, practice_code, ${quoted(publishedName(layout, column)!)},
        min_by(${ident(column)}, row) as first_word,
        case when max(${ident(column)}) = first_word then min(${ident(column)}) else max(${ident(column)}) end, ${fileId}, min(row)
      from stage
      join dated on dated.text = period_end
      group by period, practice_code
      having count(distinct ${ident(column)}) > 1`,
  );
  await database.run(sql`insert into noted ${joined(queries, ' union all ')}`);
}
