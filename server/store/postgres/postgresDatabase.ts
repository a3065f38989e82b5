import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { releaseFile } from '../../../data/definitions/releaseFolder.ts';
import { HttpError } from '../../errors.ts';
import { Database, type Part } from '../database.ts';
import type { FileBytes } from '../fileBytes.ts';
import { ident, type Sql, sql } from '../sql.ts';
import { schemaWithin } from './address.ts';
import type { Connections } from './connections.ts';

/** A release in a PostgreSQL database. */
export class PostgresDatabase extends Database {
  /** Always false: nothing here is closed while it is being read, so nobody needs to wait for readers. */
  readonly isRead = false;
  private readonly path: string;

  constructor(
    private readonly connections: Connections,
    private readonly id: string,
    readonly schema: string,
    within: string | null = null,
  ) {
    super();
    const schemas = within === null ? [schema] : [schemaWithin(schema, within), schema];
    this.path = schemas.map((name) => ident(name).text).join(', ');
  }

  inSchema(schema: string): PostgresDatabase {
    return new PostgresDatabase(this.connections, this.id, this.schema, schema);
  }

  async file(what: string): Promise<FileBytes> {
    const found = await this.first<{ file_bytes: number; file_modified: number }>(
      sql`select file_bytes, file_modified from uptake.release where id = ${this.id}`,
    );
    if (!found) throw new HttpError(503, `${what} cannot be read: it is no longer there`);
    const { file_bytes: bytes, file_modified } = found;
    return {
      bytes,
      modified: new Date(file_modified),
      read: (from = 0, to = bytes) => this.bytesOfFile(from, to),
    };
  }

  /** Puts the release's file together, and removes it after use. */
  async withFile<T>(use: (path: string) => Promise<T>): Promise<T> {
    const folder = await mkdtemp(join(tmpdir(), 'gp-online-uptake-'));
    try {
      const path = join(folder, releaseFile(this.id));
      const { read } = await this.file(`the file of release ${this.id}`);
      await writeFile(path, read());
      return await use(path);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async *bytesOfFile(from: number, to: number): AsyncGenerator<Uint8Array> {
    const pieces = this.parts(
      sql`
      select first_byte, bytes from uptake.piece
      where release = ${this.id} and first_byte + length(bytes) > ${from} and first_byte < ${to}
      order by first_byte`,
      1,
      true,
    );
    for await (const { values } of pieces) {
      const [first] = values[0] as [number];
      const [bytes] = values[1] as [Buffer];
      yield bytes.subarray(Math.max(0, from - first), to - first);
    }
  }

  protected async *parts(query: Sql, most: number, waits: boolean): AsyncGenerator<Part> {
    for await (const { names, rows } of this.connections.read(query, this.path, { most, waits })) {
      const values = names.map((_, column) => rows.map((row) => row[column]));
      yield { names, values, count: rows.length };
    }
  }

  async *held<T>(pieces: AsyncIterable<T>): AsyncGenerator<T> {
    yield* pieces;
  }

  whenUnreadable(): void {}

  retire(): void {}

  close(): void {}
}
