import type { Layout, Role } from '../../../data/definitions/extracts.ts';
import { services } from '../../../data/definitions/measures.ts';
import type { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { expression, ident, joined, list, type Sql, sql } from '../../../server/store/sql.ts';
import { quoted, textColumns, valueColumns } from './columns.ts';
import { disguised } from './hidden.ts';

/** Organisation codes of practices: a letter, a letter or digit, and four digits. */
export const practiceCodePattern = '[A-Z][A-Z0-9][0-9]{4}';

/** The place code columns of a layout; none of them may be blank. */
export const placeCodes = (layout: Layout) =>
  (['region_code', 'subregion_code', 'ccg_code'] as const).filter((code) =>
    Object.values(layout.columns).includes(code),
  );

/** Whether a place code has characters other than capital letters and digits. */
export const isNoPlaceCode = (code: Role): Sql =>
  sql`not regexp_full_match(${ident(code)}, ${quoted('[A-Z0-9]{2,9}')})`;

/** Longer than any name: the longest published has 67 characters. */
export const mostCharacters = 200;

/** Whether a text is too long for a name or code. */
export const isTooLong = (column: string): Sql =>
  sql`length(${ident(column)}) > ${expression(String(mostCharacters))}`;

/** Line breaks and other control characters. */
export const controls = '[\\p{Cc}\\p{Zl}\\p{Zp}]';

/** A private character, found in no extract, that separates texts tested together. */
const around = quoted('\ue000');

const texts = list(textColumns.map(ident));

/** Whether any text has spaces at its ends, or contains control, hidden or full-width characters. */
const unclean = sql`regexp_matches(
  concat(${around}, concat_ws(${around}, ${texts}), ${around}),
  ${quoted(`${controls}|${disguised}|\ue000[ \u00a0]|[ \u00a0]\ue000`)})`;

/**
 * Whether anything in a table of grouped rows needs checking: a cell that is not plain, an impossible date, code,
 * status or number, or a practice twice in one month.
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
  // Each query has few rows and so runs in one thread; together they use several.
  const answers = await Promise.all([
    // A practice's names are mostly the same every month, so they are tested once.
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
