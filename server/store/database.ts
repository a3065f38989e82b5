import { pauses } from '../pace.ts';
import type { FileBytes } from './fileBytes.ts';
import { type Row, toRows } from './rows.ts';
import type { Sql } from './sql.ts';

/** Rows read in one go. With many columns, larger pieces would block other requests for too long. */
const rowsAtOnce = 500;

/** Some rows as an engine returns them. */
export interface Part {
  names: readonly string[];
  /** By column. */
  values: unknown[][];
  count: number;
}

/** Some rows of an answer, one array per column. */
export interface ColumnChunk {
  columns: Record<string, unknown[]>;
  count: number;
}

/** What can be asked of a release, whichever engine holds it. The SQL is the same for each. */
export abstract class Database {
  /** The schema with the release's own tables. */
  abstract readonly schema: string;

  /** The same database, looking up table names in one of its schemas first. It closes together with this one. */
  abstract inSchema(schema: string): Database;

  /** The release's file, as it is downloaded. */
  abstract file(what: string): Promise<FileBytes>;

  /** Calls a function with the path of the release's file on this machine. */
  abstract withFile<T>(use: (path: string) => Promise<T>): Promise<T>;

  /** The result of a query in parts of at most `most` rows. With `waits`, other queries may run between two parts. */
  protected abstract parts(query: Sql, most: number, waits: boolean): AsyncGenerator<Part>;

  /** The same pieces. The release stays open from the first to the last, even if it is retired meanwhile. */
  abstract held<T>(pieces: AsyncIterable<T>): AsyncGenerator<T>;

  /** Whether anything is reading it. */
  abstract readonly isRead: boolean;

  /** Sets a function to call when the release turns out to be unreadable. */
  abstract whenUnreadable(tell: () => void): void;

  /** Closes the release as soon as nothing reads it. Whoever still asks has it opened again. */
  abstract retire(): void;

  abstract close(): void;

  /** All rows of a query. Integers and big integers become numbers, dates and decimals text. */
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

  /** All columns of a query, one array each: for computing, where rows would be slower. */
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

  /** Columns in chunks of at most `most` rows. */
  async *columnChunks(query: Sql, most = rowsAtOnce): AsyncGenerator<ColumnChunk> {
    for await (const { names, values, count } of this.parts(query, most, true)) {
      yield { columns: Object.fromEntries(names.map((name, i) => [name, values[i]!])), count };
    }
  }

  /** Rows in chunks, so that large answers need little memory and do not block other requests. */
  async *chunks<T = Row>(query: Sql): AsyncGenerator<T[]> {
    for await (const { names, values, count } of this.parts(query, rowsAtOnce, true)) {
      yield toRows<T>(values, names, count);
    }
  }
}
