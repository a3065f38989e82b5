import type { DuckDBConnection, DuckDBResult } from '@duckdb/node-api';
import { oldestDuckdb } from '../../data/definitions/releaseFolder.ts';
import { columnReaders } from './columnReader.ts';
import { Database, type Part } from './database.ts';
import { type FileBytes, fileBytes } from './fileBytes.ts';
import { OpenFile } from './openFile.ts';
import { expression, ident, type Sql, sql, writePlainValues } from './sql.ts';

const readerSettings = {
  access_mode: 'READ_ONLY',
  enable_external_access: 'false',
  lock_configuration: 'true',
  memory_limit: '4GB',
};

/** One DuckDB file. Only this file, `openFile.ts` and `columnReader.ts` know DuckDB's client library. */
export class DuckDatabase extends Database {
  readonly schema = 'main';

  private constructor(
    private readonly open: OpenFile,
    private readonly within: string | null = null,
  ) {
    super();
  }

  /** Opens a release read-only, with SQL barred from files and network. */
  static async openToRead(path: string): Promise<DuckDatabase> {
    return new DuckDatabase(await OpenFile.open(path, readerSettings));
  }

  /** Opens or creates a database file for writing, with all features of DuckDB; `:memory:` for one in memory. */
  static async openToWrite(
    path: string,
    settings: Record<string, string> = {},
  ): Promise<DuckDatabase> {
    return new DuckDatabase(await OpenFile.open(path, settings));
  }

  inSchema(schema: string): DuckDatabase {
    return new DuckDatabase(this.open, schema);
  }

  get path(): string {
    return this.open.path;
  }

  file(what: string): Promise<FileBytes> {
    return fileBytes(this.path, what);
  }

  async withFile<T>(use: (path: string) => Promise<T>): Promise<T> {
    const done = this.open.hold();
    try {
      return await use(this.path);
    } finally {
      done();
    }
  }

  protected async *parts(query: Sql, most: number): AsyncGenerator<Part> {
    const done = this.open.hold();
    let connection: DuckDBConnection | undefined;
    let finished = false;
    try {
      connection = await this.open.take(this.within);
      const result = await run(connection, query);
      const names = result.columnNames();
      for (;;) {
        const chunk = await result.fetchChunk();
        if (!chunk || chunk.rowCount === 0) break;
        const readers = columnReaders(result, chunk);
        // The library returns up to 2,048 rows at a time.
        for (let from = 0; from < chunk.rowCount; from += most) {
          const to = Math.min(from + most, chunk.rowCount);
          const values = readers.map((read) => read(from, to));
          yield { names, values, count: to - from };
        }
      }
      finished = true;
    } catch (error) {
      this.open.failed(error as Error);
      throw error;
    } finally {
      if (connection) this.open.giveBack(connection, this.within, finished);
      done();
    }
  }

  /** Runs a statement that returns nothing; without values it may be several, with `;` between them. */
  async run(statement: Sql): Promise<void> {
    if (statement.values.length > 0) {
      for await (const _ of this.chunks(statement));
      return;
    }
    const done = this.open.hold();
    const connection = await this.open.take(this.within);
    let finished = false;
    try {
      await connection.run(statement.text);
      finished = true;
    } catch (cause) {
      throw failure(statement, cause as Error);
    } finally {
      this.open.giveBack(connection, this.within, finished);
      done();
    }
  }

  /** Attaches another database file under a name. One attached for writing has no write-ahead log. */
  async attach(path: string, name: string, mode: 'read' | 'write'): Promise<void> {
    const quoted = `'${path.replaceAll("'", "''")}'`;
    const option =
      mode === 'read'
        ? 'read_only'
        : `recovery_mode no_wal_writes, storage_version 'v${oldestDuckdb}'`;
    await this.run(expression(`attach ${quoted} as ${ident(name).text} (${option})`));
  }

  /** Detaches a database file. If it was written to, it is then complete by itself. */
  async detach(name: string): Promise<void> {
    await this.run(sql`detach ${ident(name)}`);
  }

  async *held<T>(pieces: AsyncIterable<T>): AsyncGenerator<T> {
    const done = this.open.hold();
    try {
      yield* pieces;
    } finally {
      done();
    }
  }

  get isRead(): boolean {
    return this.open.isRead;
  }

  whenUnreadable(tell: () => void): void {
    this.open.onUnreadable = tell;
  }

  retire(): void {
    this.open.retire();
  }

  /** Cancels whatever is running, which fails with an error. */
  interrupt(): void {
    this.open.interrupt();
  }

  close(): void {
    this.open.close();
  }
}

/** Prepares the statement itself: the client's own way to stream parses its text twice. */
async function run(connection: DuckDBConnection, statement: Sql): Promise<DuckDBResult> {
  try {
    const { text, values } = writePlainValues(statement);
    const prepared = await connection.prepare(text);
    try {
      prepared.bind([...values]);
      return await prepared.stream();
    } finally {
      prepared.destroySync();
    }
  } catch (cause) {
    throw failure(statement, cause as Error);
  }
}

const failure = ({ text }: Sql, cause: Error): Error =>
  new Error(`query failed: ${cause.message}\n${text}`, { cause });
