import type { Format } from './format.ts';
import { columnsInCsv } from './kindColumn.ts';

/**
 * RFC 4180 with one header row. A text that a spreadsheet would take for a formula gets a leading
 * apostrophe; numbers, negative ones too, stay numbers. Illustrative figures say so in a last column.
 */
export const csv: Format = {
  name: 'csv',
  type: 'text/csv; charset=utf-8; header=present',
  extension: 'csv',
  async *write(table, { columns, meta }) {
    const names = columns.map(({ name }) => name);
    const heads = columnsInCsv(columns, meta).map(({ name }) => name);
    const end = heads.length > names.length ? `,${meta.kind}\r\n` : '\r\n';
    yield `${heads.join(',')}\r\n`;
    for await (const rows of table.chunks) {
      if (!rows.length) continue;
      let lines = '';
      for (const row of rows as Record<string, unknown>[]) {
        lines += cell(row[names[0]!]);
        for (let i = 1; i < names.length; i++) lines += `,${cell(row[names[i]!])}`;
        lines += end;
      }
      yield lines;
    }
  },
};

/** How a formula begins, in full width too, whatever nobody sees before it. */
const formula = /^[\p{Cf}\s]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
const number = /^-?\d+(\.\d+)?$/;
/** What would be read as the end of a cell, or not be read at all, outside quotes. */
const quoted = /[",\r\n\ufeff]|^ | $/;

function cell(value: unknown): string {
  if (typeof value === 'string') {
    const safe = formula.test(value) && !number.test(value) ? `'${value}` : value;
    return quoted.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  }
  return value === null || value === undefined ? '' : String(value);
}
