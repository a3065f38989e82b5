import pg from 'pg';
import Cursor from 'pg-cursor';
import { Busy, HttpError } from '../../errors.ts';
import type { Sql } from '../sql.ts';
import { shownAddress } from './address.ts';

/** The database cannot be reached now. */
class Away extends HttpError {
  constructor(cause: unknown) {
    super(503, 'the database of releases cannot be reached');
    this.cause = cause;
  }
}

/** How long a statement may take, and how long a query waits for a connection, in ms. */
const patience = 30_000;
const connectWithin = 5000;

/** Connections for queries whose whole result is read at once. */
const askedAtOnce = 8;
/** Connections for long results, read only as fast as each reader takes them. */
const readAtOnce = 24;

/** Codes for a server that is shutting down, starting up or out of connections. */
const away = /^(08|57P0|53300)/;
/** What the pool says if it has no connection in time, because all are in use or none can be made. */
const noneInTime = 'timeout exceeded when trying to connect';
const lost = new RegExp(
  `^(Connection terminated|${noneInTime}|Client has encountered a connection error)`,
);
/** When somebody may ask again after all connections were in use, in seconds. */
const askAgainAfter = 10;

const { builtins } = pg.types;
const asText = (text: string) => text;
const parsers = new Map<number, (text: string) => unknown>([
  [builtins.INT8, Number],
  [builtins.DATE, asText],
  [builtins.TIMESTAMP, asText],
  [builtins.TIMESTAMPTZ, asText],
]);
const types = {
  getTypeParser: (oid: number, format?: 'text') =>
    parsers.get(oid) ?? pg.types.getTypeParser(oid, format),
} as pg.CustomTypesConfig;

const settings = {
  default_transaction_read_only: 'on',
  statement_timeout: patience,
  datestyle: 'ISO',
  // Queries are short: compiling them takes longer than running them.
  jit: 'off',
};

/** Connections to a database, for reading only. */
export class Connections {
  private readonly asking: pg.Pool;
  private readonly reading: pg.Pool;
  /** The schema path last set on each connection. */
  private readonly paths = new WeakMap<pg.PoolClient, string>();
  /** How many connections of each pool somebody reads from. */
  private readonly used = new Map<pg.Pool, number>();

  constructor(readonly address: string) {
    this.asking = poolOf(address, askedAtOnce);
    this.reading = poolOf(address, readAtOnce);
  }

  /** The rows of a query by column, at most `most` at a time. With `waits`, other queries may run in between. */
  async *read(
    { text, values }: Sql,
    path: string,
    { most, waits }: { most: number; waits: boolean },
  ): AsyncGenerator<{ names: string[]; rows: unknown[][] }> {
    const pool = waits ? this.reading : this.asking;
    const client = await pool.connect().catch((error: Error) => {
      const areAllInUse = error.message === noneInTime && this.inUse(pool) === pool.options.max;
      if (areAllInUse)
        throw new Busy(503, 'too many answers are under way: ask again', askAgainAfter);
      return tell(error);
    });
    this.used.set(pool, this.inUse(pool) + 1);
    let failed = true;
    try {
      if (this.paths.get(client) !== path) {
        await client.query(`set search_path to ${path}`);
        this.paths.set(client, path);
      }
      const cursor = client.query(
        new Cursor<unknown[]>(numbered(text), [...values], { rowMode: 'array', types }),
      );
      for (;;) {
        const { names, rows } = await next(cursor, most);
        if (rows.length > 0) yield { names, rows };
        if (rows.length < most) break;
      }
      await cursor.close();
      failed = false;
    } catch (error) {
      tell(error as Error, text);
    } finally {
      // A connection broken off in the middle still has the rest of its result to come, so it cannot be reused.
      client.release(failed);
      this.used.set(pool, this.inUse(pool) - 1);
    }
  }

  private inUse(pool: pg.Pool): number {
    return this.used.get(pool) ?? 0;
  }

  async close(): Promise<void> {
    await Promise.all([this.asking.end(), this.reading.end()]);
  }
}

function poolOf(address: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: address,
    max,
    application_name: 'gp-online-uptake',
    connectionTimeoutMillis: connectWithin,
    allowExitOnIdle: true,
    options: Object.entries(settings)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
  });
  // A lost connection is replaced when one is next needed. Whoever was using it sees the error in the query.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** PostgreSQL numbers its parameters, where DuckDB writes `?`. */
function numbered(text: string): string {
  let number = 0;
  return text.replaceAll('?', () => `$${++number}`);
}

const next = (cursor: Cursor<unknown[]>, most: number) =>
  new Promise<{ names: string[]; rows: unknown[][] }>((resolve, reject) => {
    cursor.read(most, (error, rows, result) => {
      if (error) reject(error);
      else resolve({ names: result.fields.map(({ name }) => name), rows });
    });
  });

function tell(error: Error, text = ''): never {
  const { code = '' } = error as { code?: string };
  if (away.test(code) || lost.test(error.message) || isOfNetwork(error)) throw new Away(error);
  if (code === '57014') throw new HttpError(503, 'the question took too long');
  throw new Error(`query failed: ${error.message}\n${text}`, { cause: error });
}

const isOfNetwork = (error: object): boolean =>
  'syscall' in error || error instanceof AggregateError;

/** Why a database cannot be read, with its address. */
export function whyNot(address: string, error: Error): string {
  const cause = (error.cause ?? error) as NodeJS.ErrnoException;
  const { code = '', message } = cause;
  const why = code === noTable ? noRelease : noPassword.test(message) ? passwordMissing : message;
  return `${shownAddress(address)} cannot be read: ${why || code}`;
}

/** PostgreSQL's code for a table that is not there, or that this user may not see. */
const noTable = '42P01';
const noRelease =
  'it has no release that this user may read: load one, and name the user with --reader';
const noPassword = /client password must be a string/;
const passwordMissing = 'the user needs a password, in the address or in PGPASSWORD';
