import type { Layout, Role } from '../../../data/definitions/extracts.ts';
import type { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { ident, joined, type Sql, sql } from '../../../server/store/sql.ts';
import { addFound, type Problem } from '../problem.ts';
import { publishedName, quoted, textColumns } from './columns.ts';
import { firstYear, lastYear } from './dates.ts';
import { faults } from './faults.ts';
import {
  controls,
  isNoPlaceCode,
  isTooLong,
  mostCharacters,
  placeCodes,
  practiceCodePattern,
} from './unusual.ts';

/** Adds faults in the dates, practice codes and places of the table `staged_row` to the problems. */
export async function checkKeys(
  database: DuckDatabase,
  file: string,
  layout: Layout,
  problems: Problem[],
): Promise<void> {
  const codes = placeCodes(layout);
  const present = textColumns.filter((column) => Object.values(layout.columns).includes(column));
  const questions = [
    ...dateRoles(layout).map((role) => badDates(layout, role)),
    ...(layout.shape === 'wide' ? [periodsOverMonths(layout)] : []),
    badPractices(layout),
    ...codes.map((code) => missing(layout, code)),
    ...codes.map((code) => badPlaces(layout, code)),
    ...present.map((column) => controlCharacters(layout, column)),
    ...present.map((column) => tooLong(layout, column)),
    ...codes.map((code) => twoPlaces(layout, code)),
  ];
  for (const question of questions) {
    addFound(problems, file, await faults(database, question));
  }
}

const dateRoles = (layout: Layout): ('period_end' | 'period_start')[] =>
  layout.shape === 'wide' ? ['period_start', 'period_end'] : ['period_end'];

const columnName = (layout: Layout, role: Role): Sql =>
  sql`${quoted(publishedName(layout, role)!)} as "column"`;

const badDates = (layout: Layout, role: 'period_end' | 'period_start'): Sql => sql`
  select row, ${columnName(layout, role)}, text as value,
    case when text is null then 'no date is given'
      when ${layout.dateFormat.includes('%b')} and regexp_full_match(text, ${asSpreadsheetsSave})
        then ${`not a date written like ${layout.dateExample}, as if a spreadsheet had saved the file (fetch it again): `} || text
      else ${`not a date of ${firstYear} to ${lastYear} written like ${layout.dateExample}: `} || text end as message
  from staged_row
  join date_text on text is not distinct from ${ident(role)}
  where date is null
  order by row`;

/**
 * Dates as serial numbers, or all in digits although the layout has month names, so that day and month may be swapped.
 */
const asSpreadsheetsSave = quoted('[0-9]{5}|[0-9]{1,4}([-/.][0-9]{1,4}){2}( .*)?');

const periodsOverMonths = (layout: Layout): Sql => sql`
  select row, ${columnName(layout, 'period_start')}, period_start as value,
    'not within one month: ' || period_start || ' to ' || period_end as message
  from staged_row
  join date_text as started on started.text = period_start
  join date_text as ended on ended.text = period_end
  where started.period <> ended.period
  order by row`;

const badPractices = (layout: Layout): Sql => sql`
  select row, ${columnName(layout, 'practice_code')}, practice_code as value,
    case when practice_code is null then 'no practice code is given'
      else 'not a practice code (such as A81001): ' || practice_code end as message
  from staged_row
  where practice_code is null or not regexp_full_match(practice_code, ${quoted(practiceCodePattern)})
  order by row`;

const missing = (layout: Layout, code: Role): Sql => sql`
  select row, ${columnName(layout, code)}, null as value,
    ${`no ${code.replace('_', ' ')} is given`} || coalesce(': ' || practice_code, '') as message
  from staged_row
  where ${ident(code)} is null
  order by row`;

const badPlaces = (layout: Layout, code: Role): Sql => sql`
  select row, ${columnName(layout, code)}, ${ident(code)} as value,
    'not a code of capital letters and figures (such as 00K): ' || ${ident(code)} as message
  from staged_row
  where ${isNoPlaceCode(code)}
  order by row`;

const tooLong = (layout: Layout, column: Role): Sql => sql`
  select row, ${columnName(layout, column)}, left(${ident(column)}, 300) as value,
    ${`longer than ${mostCharacters} characters: `} || left(${ident(column)}, 60) || '… (' || length(${ident(column)}) || ')'
      as message
  from staged_row
  where ${isTooLong(column)}
  order by row`;

const controlCharacters = (layout: Layout, column: Role): Sql => sql`
  select row, ${columnName(layout, column)}, ${ident(column)} as value,
    'contains a line break or another control character: ' || ${ident(column)} as message
  from staged_row
  where regexp_matches(${ident(column)}, ${quoted(controls)})
  order by row`;

/** Rows with a different area from that of the practice's first row in the same month. */
const twoPlaces = (layout: Layout, code: Role): Sql => sql`
  select staged_row.row, ${columnName(layout, code)}, ${ident(code)} as value,
    'one practice is in two places in one month: ' || ${ident(code)} || ', but ' || first_code || ' in row '
      || first_row || ' (' || practice_code || ' in ' || period || ')' as message
  from staged_row
  join date_text on date_text.text = period_end
  join (
    select period, practice_code, min(row) as first_row, min_by(${ident(code)}, row) as first_code
    from staged_row
    join date_text on date_text.text = period_end
    where ${joined([ident(code), ident('period'), ident('practice_code')], ' is not null and ')} is not null
    group by period, practice_code
    having count(distinct ${ident(code)}) > 1
  ) using (period, practice_code)
  where ${ident(code)} <> first_code
  order by staged_row.row`;
