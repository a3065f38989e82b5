import { type Layout, longFields } from '../../../data/definitions/extracts.ts';
import { limits } from '../../../data/definitions/findings.ts';
import type { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { expression, ident, joined, list, sql } from '../../../server/store/sql.ts';
import { nameColumns, publishedName, quoted } from './columns.ts';
import { publishedDate } from './dates.ts';
import { groupedTable } from './givenRows.ts';
import { disguised, seenSql, undisguised } from './hidden.ts';

/** Makes the table `given_note`, for remarks that only the file itself gives rise to and the release should record. */
export async function createNotes(database: DuckDatabase): Promise<void> {
  await database.run(sql`
    create table given_note (kind varchar, period varchar, practice_code varchar, field varchar, value varchar,
      other varchar, file_id integer, row integer)`);
}

/** Notes the dates of a file that are not the last day of their month or not in the published format, each once. */
export async function noteDates(
  database: DuckDatabase,
  fileId: number,
  layout: Layout,
): Promise<void> {
  await database.run(sql`
    insert into given_note
    select kind, period, null, ${quoted(publishedName(layout, 'period_end')!)}, period_end,
      case kind when 'date_rewritten' then ${quoted(layout.dateExample)} end, ${fileId}, row
    from (
      select period, period_end, min(row) as row, unnest([
        case when any_value(ended) <> last_day(any_value(ended)) then 'date_not_month_end' end,
        case when ${publishedDate(layout, sql`period_end`)} is null then 'date_rewritten' end]) as kind
      from ${groupedTable(fileId)}
      group by period, period_end
    )
    where kind is not null`);
}

/** The fields of a long file, and the bit of each in `fields` (see `groupRows`). */
const fieldBits = list(
  Object.keys(longFields).map(
    (field, place) => sql`(${quoted(field)}, ${expression(String(1 << place))})`,
  ),
);

const allFields = expression(String(2 ** Object.keys(longFields).length - 1));

/** Notes where a long file has no row for a field of a practice, though nearly all practices of the month have one. */
export async function noteLostRows(database: DuckDatabase, fileId: number): Promise<void> {
  const grouped = groupedTable(fileId);
  await database.run(sql`
    insert into given_note
    select 'row_missing', period, practice_code, field, null, null, ${fileId}, row
    from (
      select period, practice_code, row, field, count(*) over (partition by period, field) as lacking
      from (from ${grouped} where fields <> ${allFields})
      join (values ${fieldBits}) as known(field, bit) on (fields & bit) = 0
    )
    join (select period, count(*) as practices from ${grouped} group by period) using (period)
    where lacking <= practices * ${expression(String(limits.mostLacking))}`);
}

/** Notes names of the table `staged_row` with hidden or full-width characters, then cleans them. */
export async function cleanNames(
  database: DuckDatabase,
  fileId: number,
  layout: Layout,
): Promise<void> {
  for (const column of nameColumns.filter((name) => publishedName(layout, name))) {
    const isDisguised = sql`regexp_matches(${ident(column)}, ${quoted(disguised)})`;
    await database.run(sql`
      insert into given_note
      select 'hidden_characters', period, practice_code, ${quoted(publishedName(layout, column)!)},
        min_by(${seenSql(ident(column))}, row), min_by(${undisguised(ident(column))}, row), ${fileId}, min(row)
      from staged_row
      join date_text on date_text.text = period_end
      where ${isDisguised}
      group by period, practice_code`);
    await database.run(sql`
      update staged_row set ${ident(column)} = nullif(${undisguised(ident(column))}, '') where ${isDisguised}`);
  }
}

/** Notes where rows of the table `staged_row` give one practice of one month different names, areas or suppliers. */
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
      from staged_row
      join date_text on date_text.text = period_end
      group by period, practice_code
      having count(distinct lower(${ident(column)})) > 1`,
  );
  await database.run(sql`insert into given_note ${joined(queries, ' union all ')}`);
}
