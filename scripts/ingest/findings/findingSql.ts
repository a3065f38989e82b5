import { services } from '../../../data/definitions/measures.ts';
import { ident, list, Sql, sql } from '../../../server/store/sql.ts';
import { quoted } from '../rows/columns.ts';

/** The columns of a release's `finding`, in the order in which all finding queries give them. */
export const findingColumns = [
  'kind',
  'period',
  'practice_code',
  'area_code',
  'field',
  'value',
  'other',
  'message',
  'file_id',
  'row',
];

/** A month as text: "April 2018". */
export const monthName = (period: Sql): Sql => sql`strftime(strptime(${period}, '%Y-%m'), '%B %Y')`;

/** The month of a row as text. */
export const month = monthName(sql`period`);

/** The previous month, in the release's format. */
export const monthBefore = (period: Sql): Sql =>
  sql`strftime(strptime(${period}, '%Y-%m') - interval 1 month, '%Y-%m')`;

/**
 * When something changed since an earlier month: "in April 2018" or, with months in between, "between March 2018 and
 * May 2018".
 */
export const since = (before: Sql): Sql =>
  sql`case when ${before} = ${monthBefore(sql`period`)} then format('in {}', ${month})
    else format('between {} and {}', ${monthName(before)}, ${month}) end`;

/** A value within a sentence, and its format. */
interface Slot {
  written: string;
  value: Sql;
}

/** A count as text: "36,637". */
export const count = (value: Sql): Slot => ({ written: '{:,}', value });

/** A number with one decimal place, rounded like `fixed`: halves away from zero, by its decimal digits. */
export const tenths = (value: Sql): Slot => ({
  written: '{:.1f}',
  value: sql`cast(round(cast(${value} as decimal(38, 12)), 1) as double)`,
});

/** A percentage as text: "34.3%", "under 0.1%"; "not known" if null. */
export const percentage = (value: Sql): Sql => sql`case when ${value} is null then 'not known'
  when ${value} > 0 and ${value} < 0.05 then 'under 0.1%'
  else ${sentence`${tenths(value)}%`} end`;

/** A sentence with values, null if one of them is. A single call, because long concatenations are slow to plan. */
export function sentence(texts: TemplateStringsArray, ...parts: (Slot | Sql | string)[]): Sql {
  let template = texts[0]!;
  const values: Sql[] = [];
  parts.forEach((part, i) => {
    if (typeof part === 'string') template += part;
    else if (part instanceof Sql) {
      template += '{}';
      values.push(part);
    } else {
      template += part.written;
      values.push(part.value);
    }
    template += texts[i + 1]!;
  });
  return sql`format(${list([quoted(template), ...values])})`;
}

/** A practice of `combined` as sentences name it: "TOWNHEAD SURGERY (B82007)". */
export const practice: Sql = sentence`${sql`practice_name`} (${sql`practice_code`})`;

const first = (part: 'file' | 'row'): Sql =>
  sql`coalesce(${list(['any', ...services].map((service) => ident(`${service}_${part}`)))})`;

/** The first file with a practice of `combined` in that month, and its row there. */
export const firstFile: Sql = sql`${first('file')} as file_id, ${first('row')} as row`;
