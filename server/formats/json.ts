import type { Format } from './format.ts';

/** `{"data": [...], "meta": {...}}`, a chunk of rows at a time. */
export const json: Format = {
  name: 'json',
  type: 'application/json; charset=utf-8',
  extension: 'json',
  async *write(table, { meta }) {
    let separator = '{"data":[';
    let written = 0;
    for await (const rows of table.chunks) {
      if (!rows.length) continue;
      const text = JSON.stringify(rows);
      yield `${separator}\n${text.slice(1, -1)}`;
      separator = ',';
      written += rows.length;
    }
    const total = table.total ? await table.total() : written;
    const rest = { ...meta, ...table.meta, total, next: table.next?.() ?? undefined };
    yield `${separator === ',' ? '' : separator}],"meta":${JSON.stringify(rest)}}\n`;
  },
};
