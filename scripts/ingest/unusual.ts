import type { Layout } from '../../data/definitions/extracts.ts';
import { services } from '../../data/definitions/measures.ts';
import type { Database } from '../../server/database.ts';
import { ident, joined, type Sql, sql } from '../../server/sql.ts';
import { quoted, textColumns, valueColumns } from './columns.ts';

/** An organisation code of a practice: a letter, a letter or figure, and four figures. */
export const practiceCodePattern = '[A-Z][A-Z0-9][0-9]{4}';

/** The codes of place a layout has; none of them may be blank. */
export const placeCodes = (layout: Layout) =>
  (['region_code', 'subregion_code', 'ccg_code'] as const).filter((code) =>
    Object.values(layout.columns).includes(code),
  );

/** Whether a text has spaces at its ends or characters no name has. */
const unclean = (column: string): Sql =>
  sql`(${ident(column)} <> trim(${ident(column)}) or regexp_matches(${ident(column)}, '[\\x00-\\x1f]'))`;

/**
 * Whether anything in the table `grouped` needs a closer look: a cell that is not plain, a date, code, status or
 * number that cannot be, or a practice twice in one month.
 */
export async function looksUnusual(database: Database, layout: Layout): Promise<boolean> {
  const signs = [
    sql`odd`,
    sql`repeated`,
    sql`ended.period is null`,
    sql`practice_code is null or not regexp_full_match(practice_code, ${quoted(practiceCodePattern)})`,
    ...placeCodes(layout).map((code) => sql`${ident(code)} is null`),
    ...textColumns.map(unclean),
    ...valueColumns.filter((column) => column !== 'new_enabled').map((c) => sql`${ident(c)} < 0`),
    ...services.map((service) => sql`${ident(`${service}_status`)} not in (0, 1, 2, 9)`),
  ];
  if (layout.shape === 'wide') signs.push(sql`started.period is distinct from ended.period`);
  const started =
    layout.shape === 'wide'
      ? sql`left join dated as started on started.text = period_start`
      : sql``;
  const { unusual } = (await database.first<{ unusual: boolean | null }>(sql`
    select bool_or(coalesce(${joined(signs, ', false) or coalesce(')}, false))
      or count(*) <> count(distinct (ended.period, practice_code)) as unusual
    from grouped
    left join dated as ended on ended.text = period_end ${started}`))!;
  return unusual === true;
}
