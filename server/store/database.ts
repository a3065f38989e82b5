import { pauses } from '../pace.ts';
import type { FileBytes } from './fileBytes.ts';
import { type Row, toRows } from './rows.ts';
import type { Sql } from './sql.ts';

/** Rows that are read at once: what comes in larger pieces takes too long in one go where it has many columns. */
const rowsAtOnce = 500;

/** Some rows as an engine hands them on. */
export interface Part {
  names: readonly string[];
  /** By column. */
  values: unknown[][];
  count: number;
}

/** Some rows of an answer, one array a column. */
export interface ColumnChunk {
  columns: Record<string, unknown[]>;
  count: number;
}

/** What can be asked of a release, whichever engine holds it: the same questions in the same SQL. */
export abstract class Database {
  /** The schema that holds the tables of the release itself. */
  abstract readonly schema: string;

  /** The same database where names of tables are looked for in a schema of it first; closed with this one. */
  abstract inSchema(schema: string): Database;

  /** The file of the release, as those get it who ask for it. */
  abstract file(what: string): Promise<FileBytes>;

  /** Has something done with the file of the release, by its path on this machine. */
  abstract withFile<T>(use: (path: string) => Promise<T>): Promise<T>;

  /**
   * The answer to a query as it comes, so many rows at a time. `waits` says that others may be asked between two parts
   * of it.
   */
  protected abstract parts(query: Sql, most: number, waits: boolean): AsyncGenerator<Part>;

  /** The same pieces, from the first of them to the last of which the release stays open even where it was retired. */
  abstract held<T>(pieces: AsyncIterable<T>): AsyncGenerator<T>;

  /** Whether somebody is reading it. */
  abstract readonly isRead: boolean;

  /** Has a function called when the release turns out to be unreadable. */
  abstract whenUnreadable(tell: () => void): void;

  /** Lets the release go: it is closed as soon as nobody reads it, and opened again for whoever still asks. */
  abstract retire(): void;

  abstract close(): void;

  /** All rows of a query; integers and big integers as numbers, dates and decimals as text. */
  async all<T = Row>(query: Sql): Promise<T[]> {
    const rows: T[] = [];
    const pause = pauses();
    for await (const { names, values, count } of this.parts(query, rowsAtOnce, false)) {
      rows.push(...toRows<T>(values, names, count));
      await pause();
    }
    return rows;
  }

  /** The first row of a query, or undefined. */
  async first<T = Row>(query: Sql): Promise<T | undefined> {
    return (await this.all<T>(query))[0];
  }

  /** All of a query's columns, one array each, for numbers to be counted with rather than shown. */
  async columns<T extends Record<string, unknown[]>>(query: Sql): Promise<T> {
    const all: Record<string, unknown[]> = {};
    const pause = pauses();
    for await (const { names, values } of this.parts(query, rowsAtOnce, false)) {
      names.forEach((name, i) => {
        all[name] ??= [];
        for (const value of values[i]!) all[name].push(value);
      });
      await pause();
    }
    return all as T;
  }

  /** Columns as they come, so many rows at a time. */
  async *columnChunks(query: Sql, most = rowsAtOnce): AsyncGenerator<ColumnChunk> {
    for await (const { names, values, count } of this.parts(query, most, true)) {
      yield { columns: Object.fromEntries(names.map((name, i) => [name, values[i]!])), count };
    }
  }

  /** Rows as they come, so many at a time that large answers need little memory and hold nobody up. */
  async *chunks<T = Row>(query: Sql): AsyncGenerator<T[]> {
    for await (const { names, values, count } of this.parts(query, rowsAtOnce, true)) {
      yield toRows<T>(values, names, count);
    }
  }
}
