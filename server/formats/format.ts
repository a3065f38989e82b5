import type { Column, Table } from '../endpoint.ts';

/** A way to write a table: its media type and its text, piece by piece. */
export interface Format {
  name: string;
  type: string;
  write(table: Table, columns: readonly Column[], meta: object): AsyncIterable<string>;
}
