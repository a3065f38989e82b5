import Papa from 'papaparse';
import type { Format } from './format.ts';

/**
 * RFC 4180 with one header row. A text that a spreadsheet would take for a formula gets a leading
 * apostrophe; numbers, negative ones too, stay numbers.
 */
export const csv: Format = {
  name: 'csv',
  type: 'text/csv; charset=utf-8; header=present',
  extension: 'csv',
  async *write(table, { columns }) {
    const names = columns.map(({ name }) => name);
    yield `${names.join(',')}\r\n`;
    for await (const rows of table.chunks) {
      if (!rows.length) continue;
      const cells = rows.map((row) =>
        names.map((name) => cell((row as Record<string, unknown>)[name])),
      );
      yield `${Papa.unparse(cells, { newline: '\r\n' })}\r\n`;
    }
  },
};

const formula = /^[=+\-@\t\r]/;
const number = /^-?\d+(\.\d+)?$/;

const cell = (value: unknown): unknown =>
  typeof value === 'string' && formula.test(value) && !number.test(value) ? `'${value}` : value;
