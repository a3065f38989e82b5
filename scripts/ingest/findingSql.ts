import { services } from '../../data/definitions/measures.ts';
import { ident, list, type Sql, sql } from '../../server/sql.ts';

/** The columns of a release's `finding`, in the order every query that finds something gives them. */
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

/** A month as people write it: "April 2018". */
export const monthName = (period: Sql): Sql => sql`strftime(strptime(${period}, '%Y-%m'), '%B %Y')`;

/** A count as people write it: "36,637". */
export const count = (number: Sql): Sql => sql`format('{:,}', ${number})`;

/** A practice of `combined` as sentences name it: "TOWNHEAD SURGERY (B82007)". */
export const practice: Sql = sql`practice_name || ' (' || practice_code || ')'`;

const first = (part: 'file' | 'row'): Sql =>
  sql`coalesce(${list(['any', ...services].map((service) => ident(`${service}_${part}`)))})`;

/** The first file that holds a practice of `combined` in that month, and its row there. */
export const firstFile: Sql = sql`${first('file')} as file_id, ${first('row')} as row`;
