import type { DuckDBValue, DuckDBVector } from '@duckdb/node-api';

export type Row = Record<string, unknown>;

/** Columns as rows. */
export function toRows<T>(
  columns: readonly (readonly unknown[])[],
  names: readonly string[],
  count: number,
): T[] {
  const rows: Row[] = new Array(count);
  for (let i = 0; i < count; i++) {
    const row: Row = {};
    for (let j = 0; j < names.length; j++) row[names[j]!] = columns[j]![i];
    rows[i] = row;
  }
  return rows as T[];
}

/** A slice of a column. Integers and big integers become numbers, dates and decimals text. */
export function itemsOf(vector: DuckDBVector, from: number, to: number): unknown[] {
  const items: unknown[] = new Array(to - from);
  for (let i = from; i < to; i++) items[i - from] = plain(vector.getItem(i));
  return items;
}

function plain(value: DuckDBValue): unknown {
  if (value === null || typeof value === 'number' || typeof value === 'string') return value;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'boolean') return value;
  return String(value);
}
