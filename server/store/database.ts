import type { DuckDBConnection, DuckDBResult } from '@duckdb/node-api';
import { oldestDuckdb } from '../../data/definitions/releaseFolder.ts';
import { pauses } from '../pace.ts';
import { OpenFile } from './openFile.ts';
import { itemsOf, type Row, toRows } from './rows.ts';
import { expression, ident, type Sql, sql } from './sql.ts';

const readerSettings = {
  access_mode: 'READ_ONLY',
  enable_external_access: 'false',
  lock_configuration: 'true',
  memory_limit: '4GB',
};

/** Rows that are read at once: the library hands on 2,048 at a time, which of many columns takes too long. */
const rowsAtOnce = 500;

interface Part {
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

/** What can be asked of one DuckDB file; with the file itself the only place that knows the client library. */
export class Database {
  private constructor(
    private readonly file: OpenFile,
    private readonly schema: string | null = null,
  ) {}

  /** Opens a release to read: read-only, and without access to files or network from SQL. */
  static async openToRead(path: string): Promise<Database> {
    return new Database(await OpenFile.open(path, readerSettings));
  }

  /** Opens or makes a database file to write, with all of DuckDB; `:memory:` for one in memory. */
  static async openToWrite(path: string, settings: Record<string, string> = {}): Promise<Database> {
    return new Database(await OpenFile.open(path, settings));
  }

  /** The same database where names of tables are looked for in a schema of it first; closed with this one. */
  inSchema(schema: string): Database {
    return new Database(this.file, schema);
  }

  get path(): string {
    return this.file.path;
  }

  /** All rows of a query; integers and big integers as numbers, dates and decimals as text. */
  async all<T = Row>(query: Sql): Promise<T[]> {
    const rows: T[] = [];
    const pause = pauses();
    for await (const chunk of this.chunks<T>(query)) {
      rows.push(...chunk);
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
    for await (const { columns } of this.columnChunks(query)) {
      for (const name in columns) {
        all[name] ??= [];
        for (const value of columns[name]!) all[name].push(value);
      }
      await pause();
    }
    return all as T;
  }

  /** Columns as they come, so many rows at a time. */
  async *columnChunks(query: Sql, most = rowsAtOnce): AsyncGenerator<ColumnChunk> {
    for await (const { names, values, count } of this.parts(query, most)) {
      yield { columns: Object.fromEntries(names.map((name, i) => [name, values[i]!])), count };
    }
  }

  /** Rows as they come, so many at a time that large answers need little memory and hold nobody up. */
  async *chunks<T = Row>(query: Sql): AsyncGenerator<T[]> {
    for await (const { names, values, count } of this.parts(query)) {
      yield toRows<T>(values, names, count);
    }
  }

  private async *parts(query: Sql, most = rowsAtOnce): AsyncGenerator<Part> {
    const done = this.file.hold();
    let connection: DuckDBConnection | undefined;
    let finished = false;
    try {
      connection = await this.file.take(this.schema);
      const result = await run(connection, query);
      const names = result.columnNames();
      for (;;) {
        const chunk = await result.fetchChunk();
        if (!chunk || chunk.rowCount === 0) break;
        for (let from = 0; from < chunk.rowCount; from += most) {
          const to = Math.min(from + most, chunk.rowCount);
          const values = names.map((_, column) => itemsOf(chunk.getColumnVector(column), from, to));
          yield { names, values, count: to - from };
        }
      }
      finished = true;
    } catch (error) {
      this.file.failed(error as Error);
      throw error;
    } finally {
      if (connection) this.file.giveBack(connection, this.schema, finished);
      done();
    }
  }

  /** Runs a statement for its effect. */
  async run(statement: Sql): Promise<void> {
    for await (const _ of this.chunks(statement));
  }

  /** Runs a long statement for its effect, telling about ten times a second which part of it is done. */
  async runWatched(statement: Sql, onProgress: (fraction: number) => void): Promise<void> {
    const connection = await this.file.take(this.schema);
    await connection.run('set enable_progress_bar = true');
    await connection.run('set enable_progress_bar_print = false');
    const timer = setInterval(() => {
      const { percentage } = connection.progress;
      if (percentage > 0) onProgress(Math.min(1, percentage / 100));
    }, 100);
    try {
      const result = await run(connection, statement);
      while ((await result.fetchChunk())?.rowCount);
    } finally {
      clearInterval(timer);
      this.file.giveBack(connection, this.schema, false);
    }
  }

  /** Attaches another database file under a name of its own; one to write keeps no log file. */
  async attach(path: string, name: string, mode: 'read' | 'write'): Promise<void> {
    const quoted = `'${path.replaceAll("'", "''")}'`;
    const option =
      mode === 'read'
        ? 'read_only'
        : `recovery_mode no_wal_writes, storage_version 'v${oldestDuckdb}'`;
    await this.run(expression(`attach ${quoted} as ${ident(name).text} (${option})`));
  }

  /** Detaches a database file; one that was written is then whole on its own. */
  async detach(name: string): Promise<void> {
    await this.run(sql`detach ${ident(name)}`);
  }

  /** The same pieces, from the first of them to the last of which the file stays open even where it was retired. */
  async *held<T>(pieces: AsyncIterable<T>): AsyncGenerator<T> {
    const done = this.file.hold();
    try {
      yield* pieces;
    } finally {
      done();
    }
  }

  /** Whether somebody is reading it. */
  get isRead(): boolean {
    return this.file.isRead;
  }

  /** Has a function called when the file turns out to be unreadable. */
  whenUnreadable(tell: () => void): void {
    this.file.onUnreadable = tell;
  }

  /** Lets the file go: it is closed as soon as nobody reads it, and opened again for whoever still asks. */
  retire(): void {
    this.file.retire();
  }

  /** Breaks off whatever runs: it fails with an error. */
  interrupt(): void {
    this.file.interrupt();
  }

  close(): void {
    this.file.close();
  }
}

async function run(connection: DuckDBConnection, { text, values }: Sql): Promise<DuckDBResult> {
  try {
    return await connection.stream(text, [...values]);
  } catch (cause) {
    throw new Error(`query failed: ${(cause as Error).message}\n${text}`, { cause });
  }
}
