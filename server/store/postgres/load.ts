import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import pg from 'pg';
import { type Manifest, manifestText, type Removal } from '../../../data/definitions/manifest.ts';
import { releaseTables } from '../../../data/definitions/releaseTables.ts';
import { DuckDatabase } from '../duckDatabase.ts';
import type { Entry } from '../releases/folder.ts';
import { sql } from '../sql.ts';
import { schemaOf, schemaWithin } from './address.ts';
import { whyNot } from './connections.ts';
import { copyTable } from './copyTable.ts';
import { keySql, type PlacedTable, tableSql } from './tableSql.ts';

/** A release to be loaded from a folder into a database, with what the folder says about all releases. */
export interface Loading {
  entry: Entry & { manifest: Manifest };
  /** The contents of the folder's ledger and statements files. */
  ledger: string;
  statements: string | null;
  /** Releases that were removed from the folder. */
  removed: ReadonlyMap<string, string>;
  /** A role that may read what is loaded; null for its owner only. */
  reader: string | null;
}

/** Bytes of a release's file per row. */
const pieceBytes = 1 << 20;

const catalogue = `
  create schema if not exists uptake;
  create table if not exists uptake.release (
    id text collate "C" primary key,
    manifest text not null,
    file_bytes bigint not null,
    file_modified bigint not null,
    loaded_at timestamp with time zone not null default now());
  create table if not exists uptake.piece (
    release text collate "C" not null references uptake.release on delete cascade,
    first_byte bigint not null,
    bytes bytea not null,
    primary key (release, first_byte));
  create table if not exists uptake.folder (ledger text not null, statements text);
  comment on schema uptake is 'Which releases of GP online uptake this database holds; the figures of each are in a schema of its own.';
  comment on table uptake.release is 'The releases of this database: one row each, with its manifest as JSON.';
  comment on table uptake.piece is 'The file of each release, in pieces.';
  comment on table uptake.folder is 'The ledger and the statements of the folder that the releases come from: one row.'`;

/**
 * Loads a release into a database in one transaction, so that readers find all of it or nothing, and copies what the
 * folder says about all releases. A release that is already there stays as it is. Returns the number of rows of its
 * tables, or null if it was there. Throws if its id is taken by a different release.
 */
export async function loadRelease(
  address: string,
  { entry, ledger, statements, removed, reader }: Loading,
): Promise<number | null> {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 10_000 });
  await client.connect().catch((error) => {
    throw new Error(whyNot(address, error));
  });
  try {
    await client.query('begin');
    await client.query("select pg_advisory_xact_lock(hashtext('gp-online-uptake'))");
    await client.query(catalogue);
    const isThere = await holds(client, entry);
    const rows = isThere ? null : await put(client, entry);
    for (const [id, removed_at] of removed) await remove(client, { release: id, removed_at });
    await client.query('delete from uptake.folder');
    await client.query('insert into uptake.folder values ($1, $2)', [ledger, statements]);
    if (reader !== null) await letRead(client, reader, await schemasOf(client, entry.id));
    await client.query('commit');
    return rows;
  } finally {
    await client.end();
  }
}

async function holds(client: pg.Client, { id, manifest }: Loading['entry']): Promise<boolean> {
  const { rows } = await client.query('select manifest from uptake.release where id = $1', [id]);
  if (rows.length === 0) return false;
  const there = JSON.parse(rows[0].manifest) as Manifest | Removal;
  if ('removed_at' in there) throw new Error(`release ${id} was removed from this database`);
  if (there.sha256 === manifest.sha256) return true;
  throw new Error(
    `another release is there as ${id}: its SHA-256 is ${there.sha256}, not ${manifest.sha256}`,
  );
}

async function put(client: pg.Client, { id, path, manifest }: Loading['entry']): Promise<number> {
  const { size, mtime } = await stat(path);
  await client.query('insert into uptake.release values ($1, $2, $3, $4)', [
    id,
    manifestText(manifest),
    size,
    mtime.getTime(),
  ]);
  let first = 0;
  for await (const piece of createReadStream(path, { highWaterMark: pieceBytes })) {
    await client.query('insert into uptake.piece values ($1, $2, $3)', [id, first, piece]);
    first += piece.length;
  }
  const database = await DuckDatabase.openToRead(path);
  try {
    return await putTables(client, database, id);
  } finally {
    database.close();
  }
}

async function putTables(client: pg.Client, database: DuckDatabase, id: string): Promise<number> {
  const tables = await tablesIn(database, id);
  for (const schema of new Set(tables.map((table) => table.schema))) {
    await client.query(`create schema ${schema}`);
  }
  const { rowCount: isSpread } = await client.query(
    "select from pg_extension where extname = 'citus'",
  );
  if (isSpread) await client.query("set local citus.multi_shard_modify_mode to 'sequential'");
  let rows = 0;
  for (const table of tables) {
    for (const statement of tableSql(table, isSpread === 1)) await client.query(statement);
    rows += await copyTable(client, database, table);
    for (const statement of keySql(table)) await client.query(statement);
  }
  return rows;
}

/** The tables and views of a release's file with their destinations. A view in the file becomes a table here. */
async function tablesIn(database: DuckDatabase, id: string): Promise<PlacedTable[]> {
  const found = await database.all<{ name: string }>(sql`
    select case table_schema when 'main' then table_name else table_schema || '.' || table_name end as name
    from information_schema.tables`);
  const there = new Set(found.map(({ name }) => name));
  return releaseTables
    .filter(({ name }) => there.has(name))
    .map((table) => {
      const [within, name] = table.name.includes('.') ? table.name.split('.') : [null, table.name];
      const schema = within ? schemaWithin(schemaOf(id), within) : schemaOf(id);
      return { ...table, schema, name: name!, source: table.name };
    });
}

async function remove(client: pg.Client, removal: Removal): Promise<void> {
  const { rowCount } = await client.query(
    'update uptake.release set manifest = $2 where id = $1 and manifest <> $2',
    [removal.release, manifestText(removal)],
  );
  if (!rowCount) return;
  await client.query('delete from uptake.piece where release = $1', [removal.release]);
  for (const schema of await schemasOf(client, removal.release)) {
    await client.query(`drop schema ${schema} cascade`);
  }
}

async function schemasOf(client: pg.Client, id: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'select nspname as name from pg_namespace where nspname in ($1, $2)',
    [schemaOf(id), schemaWithin(schemaOf(id), 'lookup')],
  );
  return rows.map(({ name }) => name);
}

async function letRead(client: pg.Client, role: string, schemas: string[]): Promise<void> {
  const reader = pg.escapeIdentifier(role);
  for (const schema of ['uptake', ...schemas]) {
    await client.query(`grant usage on schema ${schema} to ${reader}`);
    await client.query(`grant select on all tables in schema ${schema} to ${reader}`);
  }
}
