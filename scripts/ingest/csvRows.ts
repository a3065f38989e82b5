import { missingTexts } from '../../data/definitions/extracts.ts';
import { expression, ident, joined, list, type Sql, sql } from '../../server/sql.ts';
import { quoted } from './columns.ts';
import type { ExtractFile } from './extractFile.ts';
import type { Header } from './readHeader.ts';

const newlines = { '\n': '\\n', '\r\n': '\\r\\n', '\r': '\\r' };

/**
 * The rows of a file as DuckDB reads them: `row` (1 is the first under the header) and a text column for
 * each role, null where missing. The statement fails on the first malformed line.
 */
export function csvRows({ path, gzip }: ExtractFile, header: Header): Sql {
  const { columns, delimiter, newline } = header;
  const types = columns.map(({ role }) => sql`${quoted(role)}: 'VARCHAR'`);
  return sql`
    select row_number() over () as row, ${list(columns.map(({ role }) => ident(role)))}
    from read_csv(${path}, header = true, auto_detect = false, delim = ${quoted(delimiter)},
      quote = '"', escape = '"', new_line = ${quoted(newlines[newline])}, null_padding = false,
      nullstr = [${list(missingTexts.map(quoted))}], compression = ${quoted(gzip ? 'gzip' : 'none')},
      columns = {${joined(types, ', ')}})`;
}

/** The cells of the careful reader: the same columns, spaces around cells dropped. */
export const stagedColumns = (header: Header): Sql =>
  list([
    expression('row integer'),
    ...header.columns.map(({ role }) => expression(`${role} varchar`)),
  ]);
