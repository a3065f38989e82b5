import { badParameter } from '../errors.ts';
import type { Table } from '../table.ts';

interface Page {
  /** Rows of the page; all that are left without it. */
  limit?: number;
  /** Rows of the pages before. */
  after?: number;
}

/** One page of a table whose order is fixed. */
export function paged(table: Table, { limit, after = 0 }: Page): Table {
  if (limit === undefined && after === 0) return table;
  const end = limit === undefined ? Number.POSITIVE_INFINITY : after + limit;
  let next: string | null = null;
  let row = 0;
  async function* chunks() {
    for await (const rows of table.chunks) {
      const taken = rows.slice(Math.max(0, after - row), Math.max(0, end - row));
      row += rows.length;
      if (taken.length) yield taken;
      if (row > end) {
        next = rowCursor(end);
        return;
      }
    }
  }
  const total = () => table.total?.() ?? (next ? undefined : row);
  return { ...table, chunks: chunks(), next: () => next, total };
}

/** The cursor that goes on after so many rows. */
export const rowCursor = (rows: number): string => Buffer.from(`row ${rows}`).toString('base64url');

/** How many rows the pages before a cursor hold; throws a 400 for what is no cursor. */
export function rowsBefore(cursor: string): number {
  const [, rows] = /^row (\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (rows === undefined) throw notACursor(cursor);
  return Number(rows);
}

/** The answer to a cursor that no answer of the address gave. */
export const notACursor = (cursor: string) =>
  badParameter(
    'cursor',
    cursor,
    `not a cursor from an answer of this address: ${cursor.slice(0, 40)}`,
  );
