import { badParameter } from '../errors.ts';
import type { Table } from '../table.ts';

interface Page {
  /** Rows of the page; all remaining rows if not given. */
  limit?: number;
  /** Rows of the previous pages. */
  after?: number;
}

/** One page of a table with a fixed order. */
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

/** The cursor that continues after this many rows. */
export const rowCursor = (rows: number): string => Buffer.from(`row ${rows}`).toString('base64url');

/** How many rows precede a cursor; throws a 400 if it is not a cursor. */
export function rowsBefore(cursor: string): number {
  const [, rows] = /^row (\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (rows === undefined) throw notACursor(cursor);
  return Number(rows);
}

/** The error for a cursor that no answer of this address gave. */
export const notACursor = (cursor: string) =>
  badParameter(
    'cursor',
    cursor,
    `not a cursor from an answer of this address: ${cursor.slice(0, 40)}`,
  );
