import { ENGLAND } from '../../../data/definitions/levels.ts';
import {
  type Reference,
  type ReferenceId,
  referenceOf,
  references,
} from '../../../data/definitions/references.ts';
import { referenceTables } from '../../../data/definitions/referenceTables.ts';
import type { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { expression, ident, joined, list, type Sql, sql } from '../../../server/store/sql.ts';
import type { Digest } from '../files/givenFile.ts';
import { quoted } from '../rows/columns.ts';
import type { ReferenceRows } from './readReference.ts';

/** A reference file as the release lists it. */
export interface ReferenceFile extends Digest, ReferenceRows {
  name: string;
  /** The address it was downloaded from; null if it was given as a file. */
  address: string | null;
  /** Bytes of text that was read, uncompressed. */
  textBytes: number;
}

export type ReferenceTable = Reference['table'];

/** The columns of the reference tables, with their types. */
const columns = Object.fromEntries(
  referenceTables.map((table) => [
    table.name,
    Object.fromEntries(table.columns.map(({ name, type }) => [name, type])),
  ]),
) as Record<ReferenceTable, Record<string, string>>;

/** The row order of a table: by its key. */
const keys: Record<ReferenceTable, readonly string[]> = {
  practice_lookup: ['practice_code'],
  practice_register: ['practice_code'],
  practice_deprivation: ['practice_code'],
  boundary: ['level', 'ons_code'],
};

/**
 * Makes the reference tables from the new files, and from the current release (attached as `former`) for kinds without
 * a new file; returns those with rows. A practice lookup is made in any case. The view `lookup_place` has the places of
 * practices according to it, `ons` the ONS codes of its areas; without a lookup they contain nothing but England.
 */
export async function keepReferences(
  database: DuckDatabase,
  files: readonly ReferenceFile[],
  keepFormer: boolean,
): Promise<ReadonlySet<ReferenceTable>> {
  const given = files.filter(({ rows }) => rows.length > 0);
  const kept = keepFormer ? await keptIds(database, files) : [];
  const ids = [...given.map(({ id }) => id), ...kept];
  const tables = new Set(references.filter(({ id }) => ids.includes(id)).map(({ table }) => table));
  for (const table of new Set<ReferenceTable>(['practice_lookup', ...tables])) {
    const types = Object.entries(columns[table]).map(([name, type]) =>
      expression(`${name} ${type}`),
    );
    await database.run(sql`create table ${ident(table)} (${list(types)})`);
  }
  for (const { id, rows } of given) {
    const { table } = referenceOf(id);
    const structure = JSON.stringify([columns[table]]);
    await database.run(sql`
      insert into ${ident(table)} by name
      select unnest(from_json(${JSON.stringify(rows)}, ${structure}), recursive := true)`);
  }
  for (const id of kept) await database.run(keepOne(referenceOf(id)));
  await database.run(lookupPlaces);
  await database.run(onsCodes);
  return tables;
}

/** The kinds of reference files that the current release has and no new file replaces. */
async function keptIds(
  database: DuckDatabase,
  files: readonly ReferenceFile[],
): Promise<ReferenceId[]> {
  const held = await database.all<{ layout: ReferenceId }>(sql`
    select layout from former.source_file where layout in (${list(references.map(({ id }) => quoted(id)))})`);
  return held
    .map(({ layout }) => layout)
    .filter((layout) => !files.some(({ id }) => id === layout));
}

function keepOne({ id, table }: Reference): Sql {
  const level = id.startsWith('boundary-') ? id.slice('boundary-'.length) : null;
  return sql`
    insert into ${ident(table)}
    select ${list(Object.keys(columns[table]).map(ident))}
    from former.${ident(table)}
    ${level ? sql`where level = ${quoted(level)}` : sql``}`;
}

const lookupPlaces = sql`
  create view lookup_place as
  select practice_code, stp_code, stp_name, pcn_code, pcn_name, region_code as lookup_region_code,
    region_name as lookup_region_name, ccg_code as lookup_ccg_code, ccg_name as lookup_ccg_name
  from practice_lookup`;

const onsCodes = sql`
  create view ons as
  select 'england' as level, ${quoted(ENGLAND)} as area_code, ${quoted(ENGLAND)} as ons_code
  ${joined(
    ['region', 'stp', 'ccg'].map(
      (level) => sql`
        union
        select ${quoted(level)}, ${ident(`${level}_code`)}, ${ident(`${level}_ons_code`)} from practice_lookup`,
    ),
    ' ',
  )}`;

/** Copies the reference tables with rows into the release, and their files into its `source_file`. */
export async function addReferences(
  database: DuckDatabase,
  files: readonly ReferenceFile[],
  tables: ReadonlySet<ReferenceTable>,
  keepFormer: boolean,
): Promise<void> {
  for (const table of tables) {
    await database.run(sql`
      create table made.${ident(table)} as
      select * from ${ident(table)} order by ${list(keys[table].map(ident))}`);
  }
  for (const id of keepFormer ? await keptIds(database, files) : []) {
    await database.run(sql`
      insert into made.source_file
      select * replace (${nextId} as file_id) from former.source_file where layout = ${quoted(id)}`);
  }
  for (const { id, name, address, sha256, bytes, textBytes, rows } of files) {
    const practices = id.startsWith('boundary-') ? 0 : rows.length;
    await database.run(sql`
      insert into made.source_file
      select ${nextId}, ${name}, ${sha256}, ${bytes}, ${textBytes}, ${id}, null, ${rows.length}, ${practices}, null, null,
        ${address}`);
  }
}

const nextId = sql`(select cast(max(file_id) + 1 as integer) from made.source_file)`;
