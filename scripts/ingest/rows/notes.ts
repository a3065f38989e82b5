import type { Layout } from '../../../data/definitions/extracts.ts';
import type { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { ident, joined, sql } from '../../../server/store/sql.ts';
import { nameColumns, publishedName, quoted } from './columns.ts';
import { publishedDate } from './dated.ts';
import { disguised, seenSql, undisguised } from './hidden.ts';
import { groupedTable } from './parts.ts';

/** Makes the table `noted`, for remarks that only the file itself gives rise to and the release should record. */
export async function createNotes(database: DuckDatabase): Promise<void> {
  await database.run(sql`
    create table noted (kind varchar, period varchar, practice_code varchar, field varchar, value varchar,
      other varchar, file_id integer, row integer)`);
}

/** Notes the dates of a file that are not the last day of their month or not in the published format, each once. */
export async function noteDates(
  database: DuckDatabase,
  fileId: number,
  layout: Layout,
): Promise<void> {
  await database.run(sql`
    insert into noted
    select 'date_not_month_end', period, null, ${quoted(publishedName(layout, 'period_end')!)}, period_end, null,
      ${fileId}, min(row)
    from ${groupedTable(fileId)}
    where ended <> last_day(ended)
    group by period, period_end
    union all
    select 'date_rewritten', period, null, ${quoted(publishedName(layout, 'period_end')!)}, period_end,
      ${quoted(layout.dateExample)}, ${fileId}, min(row)
    from ${groupedTable(fileId)}
    where ${publishedDate(layout, sql`period_end`)} is null
    group by period, period_end`);
}

/** Notes names of the table `stage` with hidden or full-width characters, then cleans them. */
export async function cleanNames(
  database: DuckDatabase,
  fileId: number,
  layout: Layout,
): Promise<void> {
  for (const column of nameColumns.filter((name) => publishedName(layout, name))) {
    const isDisguised = sql`regexp_matches(${ident(column)}, ${quoted(disguised)})`;
    await database.run(sql`
      insert into noted
      select 'hidden_characters', period, practice_code, ${quoted(publishedName(layout, column)!)},
        min_by(${seenSql(ident(column))}, row), min_by(${undisguised(ident(column))}, row), ${fileId}, min(row)
      from stage
      join dated on dated.text = period_end
      where ${isDisguised}
      group by period, practice_code`);
    await database.run(sql`
      update stage set ${ident(column)} = nullif(${undisguised(ident(column))}, '') where ${isDisguised}`);
  }
}

/** Notes where rows of the table `stage` give one practice of one month different names, areas or suppliers. */
export async function noteWords(
  database: DuckDatabase,
  fileId: number,
  layout: Layout,
): Promise<void> {
  const words = nameColumns.filter((column) => publishedName(layout, column));
  const queries = words.map(
    (column) => sql`
      select 'names_differ_in_file', period, practice_code, ${quoted(publishedName(layout, column)!)},
        min_by(${ident(column)}, row) as first_word,
        case when max(lower(${ident(column)})) = lower(first_word) then min_by(${ident(column)}, lower(${ident(column)}))
          else max_by(${ident(column)}, lower(${ident(column)})) end, ${fileId}, min(row)
      from stage
      join dated on dated.text = period_end
      group by period, practice_code
      having count(distinct lower(${ident(column)})) > 1`,
  );
  await database.run(sql`insert into noted ${joined(queries, ' union all ')}`);
}
