import type { Format } from './format.ts';
import { columnsInCsv } from './kindColumn.ts';

/**
 * RFC 4180 with one header row. Text that a spreadsheet would take for a formula gets a leading apostrophe; numbers,
 * including negative ones, stay numbers. Illustrative figures are marked in a last column.
 */
export const csv: Format = {
  name: 'csv',
  type: 'text/csv; charset=utf-8; header=present',
  extension: 'csv',
  async *write(table, { columns, meta }) {
    const names = columns.map(({ name }) => name);
    const heads = columnsInCsv(columns, meta).map(({ name }) => name);
    const end = heads.length > names.length ? `,${meta.kind}\r\n` : '\r\n';
    // The header comes with the first rows, so that what goes wrong before them can still be answered as a problem.
    let lines = `${heads.join(',')}\r\n`;
    const cells = names.map(cellsOfColumn);
    for await (const rows of table.chunks) {
      if (!rows.length) continue;
      for (const row of rows as Record<string, unknown>[]) {
        for (let i = 0; i < names.length; i++) {
          if (i > 0) lines += ',';
          lines += cells[i]!(row[names[i]!]);
        }
        lines += end;
      }
      yield lines;
      lines = '';
    }
    if (lines) yield lines;
  },
};

/** How a formula begins, also in full-width characters, after any invisible ones. */
const formula = /^[\p{Cf}\s]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
const number = /^-?\d+(\.\d+)?$/;
/** Characters that outside quotes would end a cell or be dropped. */
const quoted = /[",\r\n\ufeff]|^ | $/;

/** Makes the cells of one column. A text like the one before it, as in most columns, is not looked at again. */
function cellsOfColumn(): (value: unknown) => string {
  let last: string | undefined;
  let made = '';
  return (value) => {
    if (typeof value !== 'string') {
      return value === null || value === undefined ? '' : String(value);
    }
    if (value !== last) {
      last = value;
      made = textCell(value);
    }
    return made;
  };
}

function textCell(value: string): string {
  const safe = formula.test(value) && !number.test(value) ? `'${value}` : value;
  return quoted.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
