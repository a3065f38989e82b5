import { longFields, missingTexts, type Role } from '../../../data/definitions/extracts.ts';
import { ident, joined, list, type Sql, sql } from '../../../server/store/sql.ts';
import { quoted } from '../rows/columns.ts';
import type { Header } from './readHeader.ts';
import type { TextFile } from './textTally.ts';

const newlines = { '\n': '\\n', '\r\n': '\\r\\n', '\r': '\\r' };

interface Dialect {
  delimiter: string;
  newline: keyof typeof newlines;
  header: boolean;
  /** Whether rows with too few cells are read, with null for those that are missing. */
  padded: boolean;
  /** Texts that are read as null. */
  nulls: readonly string[];
}

/** So that only a cell that is missing from its row is null, or one that is a line end alone. */
const textsOnly = ['\n'];

/** A column that no row reaches unless it has too many cells. */
const beyond = 'beyond';

/**
 * The rows of a file as DuckDB reads them: `row` (1 is the first under the header) and a text column for each role.
 * The statement fails on the first row that is malformed, or not blank under a column without a name. DuckDB itself
 * would drop empty cells beyond the last column, and so take `1,234,` for the cells 1 and 234.
 */
export function csvRows({ path }: TextFile, header: Header): Sql {
  const columns = header.roles.map((role, place) => role ?? `unnamed_${place}`);
  const unnamed = columns.filter((_, place) => header.roles[place] === null);
  const signs = [
    sql`${ident(columns.at(-1)!)} is null`,
    sql`${ident(beyond)} is not null`,
    ...unnamed.map((column) => sql`trim(${ident(column)}) <> ''`),
  ];
  const dialect: Dialect = { ...header, header: true, padded: true, nulls: textsOnly };
  return sql`
    select row_number() over () as row, ${list(rolesOf(header).map(ident))}
    from ${readCsv(path, ofType('VARCHAR', [...columns, beyond]), dialect)}
    where case when ${joined(signs, ' or ')} then error('CSV Error: a row is malformed') else true end`;
}

/** The rows of a file written by `rewriteRows`, with the data rows of the original file. */
export function rewrittenRows(path: string, header: Header): Sql {
  const roles = rolesOf(header);
  const dialect: Dialect = {
    ...{ delimiter: ',', newline: '\n', header: false, padded: false },
    nulls: textsOnly,
  };
  return sql`
    select row, ${list(roles.map(ident))}
    from ${readCsv(path, { row: 'INTEGER', ...ofType('VARCHAR', roles) }, dialect)}`;
}

/** The lines of a file written by `RowFolder`, in no order: texts and whole numbers, null if missing. */
export function foldedRows(path: string, header: Header): Sql {
  const columns = {
    ...ofType('INTEGER', ['row', 'rows', 'fields']),
    ...ofType('VARCHAR', rolesOf(header).slice(0, -2)),
    ...ofType('INTEGER', Object.values(longFields)),
  };
  const dialect: Dialect = {
    ...{ delimiter: header.delimiter, newline: '\n', header: false, padded: false },
    nulls: missingTexts,
  };
  return sql`from ${readCsv(path, columns, dialect)}`;
}

const rolesOf = ({ roles }: Header): Role[] => roles.filter((role) => role !== null);

/** A path as the pattern that only it matches, because DuckDB takes every path for a pattern. */
const asPattern = (path: string): string => path.replace(/[*?[]/g, '[$&]');

type Columns = Record<string, 'VARCHAR' | 'INTEGER'>;

const ofType = (type: Columns[string], names: readonly string[]): Columns =>
  Object.fromEntries(names.map((name) => [name, type]));

/** The table in a file. A cell that is missing from its row is null. */
const readCsv = (path: string, columns: Columns, dialect: Dialect): Sql => sql`
  read_csv(${asPattern(path)}, header = ${dialect.header}, auto_detect = false, delim = ${quoted(dialect.delimiter)},
    quote = '"', escape = '"', new_line = ${quoted(newlines[dialect.newline])}, null_padding = ${dialect.padded},
    nullstr = [${list(dialect.nulls.map(quoted))}], compression = 'none', hive_partitioning = false,
    columns = {${joined(
      Object.entries(columns).map(([name, type]) => sql`${quoted(name)}: ${quoted(type)}`),
      ', ',
    )}})`;
