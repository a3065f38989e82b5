import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { HttpError } from '../errors.ts';
import { ident } from './sql.ts';
import { outsideOf } from './stamp.ts';

/** Matches errors that mean the file cannot be read, rather than that the query is wrong. */
const unreadable =
  /corrupt|checksum|could not read|read enough bytes|IO Error|fatal error|INTERNAL/i;

/**
 * One DuckDB file with its connections. It stays open until it is retired and nothing reads it any more. Whoever still
 * asks a retired one has it opened again for as long as that takes.
 */
export class OpenFile {
  private readonly idle = new Map<string | null, DuckDBConnection[]>();
  private readonly busy = new Set<DuckDBConnection>();
  private holds = 0;
  private retired = false;
  private reopening: Promise<DuckDBInstance> | null = null;
  /** Called when the file turns out to be unreadable. */
  onUnreadable: () => void = () => {};

  private constructor(
    readonly path: string,
    private readonly settings: Record<string, string>,
    private instance: DuckDBInstance | null,
    private readonly stamp: string | undefined,
  ) {}

  /** Opens a file. One opened for writing is created if it does not exist. */
  static async open(path: string, settings: Record<string, string>): Promise<OpenFile> {
    const stamp = outsideOf(path)?.stamp;
    return new OpenFile(path, settings, await DuckDBInstance.create(path, settings), stamp);
  }

  /** Whether anything is reading it. */
  get isRead(): boolean {
    return this.holds > 0;
  }

  /** Keeps it open until the function returned is called. */
  hold(): () => void {
    this.holds++;
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.holds--;
      this.closeIfIdle();
    };
  }

  /** A connection that looks up table names in a schema first. Give it back when done. */
  async take(schema: string | null): Promise<DuckDBConnection> {
    const connection = this.idle.get(schema)?.pop() ?? (await this.connect(schema));
    this.busy.add(connection);
    return connection;
  }

  /** Takes back a connection for the next caller, or drops it if its query was broken off. */
  giveBack(connection: DuckDBConnection, schema: string | null, reusable: boolean): void {
    this.busy.delete(connection);
    const idle = this.idle.get(schema) ?? [];
    this.idle.set(schema, idle);
    if (reusable && this.instance) idle.push(connection);
    else connection.closeSync();
  }

  /** Closes it as soon as nothing reads it. */
  retire(): void {
    this.retired = true;
    this.closeIfIdle();
  }

  /** Cancels whatever is running, which fails with an error. */
  interrupt(): void {
    for (const connection of this.busy) connection.interrupt();
  }

  close(): void {
    for (const connection of [...this.idle.values()].flat()) connection.closeSync();
    this.idle.clear();
    this.instance?.closeSync();
    this.instance = null;
  }

  /** Calls `onUnreadable` if an error means that the file cannot be read. */
  failed(error: Error): void {
    if (unreadable.test(error.message)) this.onUnreadable();
  }

  private closeIfIdle(): void {
    if (this.retired && !this.isRead) this.close();
  }

  private async connect(schema: string | null): Promise<DuckDBConnection> {
    const instance = this.instance ?? (await this.openAgain());
    const connection = await instance.connect();
    if (schema) await connection.run(`use ${ident(schema).text}`);
    return connection;
  }

  private async openAgain(): Promise<DuckDBInstance> {
    if (outsideOf(this.path)?.stamp !== this.stamp) {
      throw new HttpError(503, 'the release was removed or replaced while it was read');
    }
    this.reopening ??= DuckDBInstance.create(this.path, this.settings);
    try {
      return (this.instance = await this.reopening);
    } finally {
      this.reopening = null;
    }
  }
}
