import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Database } from '../database.ts';
import { expression, sql } from '../sql.ts';
import { type PlacedTable, pathOf } from './tableSql.ts';

/** Copies a table from a release's file into a database. Returns the number of rows. */
export async function copyTable(
  client: pg.Client,
  database: Database,
  table: PlacedTable,
): Promise<number> {
  let rows = 0;
  const names = table.columns.map(({ name }) => name);
  const quoted = names.map((name) => `"${name}"`).join(', ');
  const query = sql`select ${expression(quoted)} from ${expression(table.source)}`;
  async function* lines() {
    for await (const { columns, count } of database.columnChunks(query)) {
      rows += count;
      const values = names.map((name) => columns[name]!);
      yield Array.from({ length: count }, (_, row) => lineOf(values, row)).join('');
    }
  }
  await pipeline(
    Readable.from(lines()),
    client.query(copyFrom(`copy ${pathOf(table)} (${quoted}) from stdin`)),
  );
  return rows;
}

const lineOf = (values: readonly unknown[][], row: number): string =>
  `${values.map((column) => cell(column[row])).join('\t')}\n`;

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const cell = (value: unknown): string =>
  value === null ? '\\N' : String(value).replace(/[\\\t\n\r]/g, (one) => escapes[one]!);
