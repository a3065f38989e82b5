import { longFields } from '../../../data/definitions/extracts.ts';
import type { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { sql } from '../../../server/store/sql.ts';
import type { Problem } from '../problem.ts';
import { groupedTable } from './givenRows.ts';

/** The number of rows per practice and month if every field is present. */
const fields = Object.keys(longFields).length;

interface Last {
  row: number;
  rows: number;
  practice_code: string;
  period: string;
}

/**
 * The problem of a long file in which every practice-month except the last has all fields, as if the file was cut at
 * the end of a line.
 */
export async function lastPracticeCut(
  database: DuckDatabase,
  file: string,
  fileId: number,
): Promise<Problem[]> {
  const grouped = groupedTable(fileId);
  const last = await database.first<Last>(sql`
    with last as (select row, rows, practice_code, period from ${grouped} order by row desc limit 1)
    select *
    from last
    where rows < ${fields} and (select min(rows) from ${grouped} where row <> last.row) >= ${fields}`);
  if (!last) return [];
  const { row, rows, practice_code: value, period } = last;
  const message = `fields are missing of the last practice alone, as in a file cut short (fetch it again): ${value} in ${period} has ${rows} of ${fields}`;
  return [{ file, row, column: null, value, message }];
}
