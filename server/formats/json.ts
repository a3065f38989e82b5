import type { Meta } from '../store/meta.ts';
import type { Table } from '../table.ts';
import type { Format } from './format.ts';

/** `{"data": [...], "meta": {...}}`, written a chunk of rows at a time. */
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
    const rest = await said(table, meta, written);
    yield `${separator === ',' ? '' : separator}],"meta":${JSON.stringify(rest)}}\n`;
  },
};

/** What is said about a table, of which this many rows have been read. */
const said = async (table: Table, meta: Meta, read: number): Promise<object> => ({
  ...meta,
  ...table.meta,
  total: table.total ? await table.total() : read,
  next: table.next?.() ?? undefined,
});

/** The result of parsing that text, without writing it. */
export async function asRead(table: Table, meta: Meta): Promise<{ data: unknown; meta: unknown }> {
  const data: unknown[] = [];
  for await (const rows of table.chunks) for (const row of rows) data.push(plain(row));
  return { data, meta: plain(await said(table, meta, data.length)) };
}

/** A value as it would be after being written as JSON and parsed: a copy, without what JSON cannot express. */
export function plain(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => plain(one) ?? null);
  // Most of a row stays as it is: copying it whole is much quicker than name by name.
  const copy: Record<string, unknown> = { ...value };
  for (const name in copy) {
    const one = copy[name];
    if (typeof one === 'string' || one === null) continue;
    const said = plain(one);
    if (said === undefined) delete copy[name];
    else copy[name] = said;
  }
  return copy;
}
