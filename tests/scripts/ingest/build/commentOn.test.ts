import { describe, expect, inject, it } from 'vitest';
import { releaseTables } from '../../../../data/definitions/releaseTables.ts';
import { Releases } from '../../../../server/store/releases.ts';
import { expression, sql } from '../../../../server/store/sql.ts';

/** The tables and views in a release's file, by name. */
async function tablesIn(folder: string) {
  const releases = new Releases(folder);
  const { database } = await releases.get();
  const tables = await database.all<{ name: string; kind: string; comment: string | null }>(sql`
    select schema_name || '.' || table_name as name, 'table' as kind, comment from duckdb_tables()
    where not internal
    union all
    select schema_name || '.' || view_name, 'view', comment from duckdb_views() where not internal
    order by name`);
  const columns = await database.all<Record<string, string | null>>(sql`
    select schema_name || '.' || table_name as "table", column_name as name, data_type as type, comment as description
    from duckdb_columns() where not internal
    order by schema_name, table_name, column_index`);
  await releases.close();
  return tables.map(({ name, kind, comment }) => ({
    name: name.replace(/^main\./, ''),
    kind,
    description: comment,
    columns: columns.filter(({ table }) => table === name).map(({ table: _, ...column }) => column),
  }));
}

const declared = (isThere: (needs: string | null) => boolean) =>
  releaseTables
    .filter(({ needs }) => isThere(needs))
    // PostgreSQL has keys; a release's file has none.
    .map(({ needs: _, key: __, ...table }) => table)
    .sort((a, b) => (fullName(a.name) < fullName(b.name) ? -1 : 1));

const fullName = (name: string) => (name.includes('.') ? name : `main.${name}`);

describe('a release describes its tables and columns, as declared', () => {
  it('without reference files', async () => {
    expect(await tablesIn(inject('illustrative'))).toEqual(declared((needs) => needs === null));
  });

  it('with a lookup, a register and deprivation scores', async () => {
    expect(await tablesIn(inject('referenced'))).toEqual(
      declared((needs) => needs !== 'boundaries'),
    );
  });

  it('with keys that identify its rows', async () => {
    const releases = new Releases(inject('referenced'));
    const { database } = await releases.get();
    const keyed = releaseTables.filter(({ key, needs }) => key && needs !== 'boundaries');
    expect(keyed.length).toBeGreaterThan(5);
    for (const { name, key } of keyed) {
      const columns = expression(key!.join(', '));
      const rows = await database.all(
        sql`select ${columns} from ${expression(name)} group by ${columns} having count(*) > 1`,
      );
      expect([name, rows]).toEqual([name, []]);
    }
    await releases.close();
  });

  const real = inject('referenced2018');
  it.runIf(real)('with all reference files', async () => {
    expect(await tablesIn(real!)).toEqual(declared(() => true));
  });
});
