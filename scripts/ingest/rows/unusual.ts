import type { Layout, Role } from '../../../data/definitions/extracts.ts';
import { services } from '../../../data/definitions/measures.ts';
import type { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { expression, ident, joined, list, type Sql, sql } from '../../../server/store/sql.ts';
import { quoted, textColumns, valueColumns } from './columns.ts';
import { disguised } from './hidden.ts';

/** An organisation code of a practice: a letter, a letter or figure, and four figures. */
export const practiceCodePattern = '[A-Z][A-Z0-9][0-9]{4}';

/** The codes of place a layout has; none of them may be blank. */
export const placeCodes = (layout: Layout) =>
  (['region_code', 'subregion_code', 'ccg_code'] as const).filter((code) =>
    Object.values(layout.columns).includes(code),
  );

/** Whether a code of place is none: it has other characters than capital letters and figures. */
export const isNoPlaceCode = (code: Role): Sql =>
  sql`not regexp_full_match(${ident(code)}, ${quoted('[A-Z0-9]{2,9}')})`;

/** Longer than any name: the longest published has 67 characters. */
export const mostCharacters = 200;

/** Whether a text is too long for a name or code. */
export const isTooLong = (column: string): Sql =>
  sql`length(${ident(column)}) > ${expression(String(mostCharacters))}`;

/** Line breaks and other characters of control. */
export const controls = '[\\p{Cc}\\p{Zl}\\p{Zp}]';

/** Stands around texts that are looked at together; no extract holds this private character. */
const around = quoted('\ue000');

const texts = list(textColumns.map(ident));

/** Whether any text has spaces at its ends, or within a character of control or one that disguises it. */
const unclean = sql`regexp_matches(
  concat(${around}, concat_ws(${around}, ${texts}), ${around}),
  ${quoted(`${controls}|${disguised}|\ue000[ \u00a0]|[ \u00a0]\ue000`)})`;

/**
 * Whether anything in a table of grouped rows needs a closer look: a cell that is not plain, a date, code, status
 * or number that cannot be, or a practice twice in one month.
 */
export async function looksUnusual(
  database: DuckDatabase,
  grouped: Sql,
  layout: Layout,
): Promise<boolean> {
  const counts = valueColumns.filter((column) => column !== 'new_enabled').map(ident);
  const signs = [
    sql`odd`,
    sql`repeated`,
    sql`period is null`,
    ...(layout.shape === 'wide' ? [sql`period_started is distinct from period`] : []),
    sql`practice_code is null or not regexp_full_match(practice_code, ${quoted(practiceCodePattern)})`,
    sql`least(${list(counts)}) < 0`,
    ...services.map((service) => sql`${ident(`${service}_status`)} not in (0, 1, 2, 9)`),
  ];
  // Few rows are read by one thread each time, so the questions are asked side by side.
  const answers = await Promise.all([
    // What a practice is called is mostly the same every month.
    anyRow(database, sql`(select distinct ${texts} from ${grouped})`, [
      unclean,
      ...placeCodes(layout).map((code) => sql`${ident(code)} is null or ${isNoPlaceCode(code)}`),
      ...textColumns.map((column) => isTooLong(column)),
    ]),
    anyRow(database, grouped, signs),
    repeatsPractices(database, grouped),
  ]);
  return answers.includes(true);
}

async function anyRow(
  database: DuckDatabase,
  grouped: Sql,
  signs: readonly Sql[],
): Promise<boolean> {
  const { some } = (await database.first<{ some: boolean | null }>(sql`
    select bool_or(coalesce(${joined(signs, ', false) or coalesce(')}, false)) as some from ${grouped}`))!;
  return some === true;
}

async function repeatsPractices(database: DuckDatabase, grouped: Sql): Promise<boolean> {
  const repeated = await database.first(
    sql`select 1 from ${grouped} group by period, practice_code having count(*) > 1 limit 1`,
  );
  return repeated !== undefined;
}
