import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDatabase } from '../../server/store/duckDatabase.ts';
import { expression, ident, list, type Sql, sql } from '../../server/store/sql.ts';
import { makeManifest } from '../ingest/folder/makeManifest.ts';
import { publishOrKeep } from '../ingest/folder/publish.ts';

/** Tables in the order in which a release has their rows. */
const orders: Record<string, readonly string[]> = {
  practice_month: ['practice_code', 'period'],
  extract_row: ['period', 'service', 'practice_code'],
  figure: ['level', 'area_code', 'measure', 'period'],
  area_month: ['level', 'area_code', 'period'],
  period: ['period'],
};

/**
 * Publishes the release of a file in a folder, so many times as long: its figures repeat in the months before it. Returns
 * its id. Extracts of so many months could not be read, because no date before 2013 is accepted.
 */
export async function publishLonger(file: string, times: number, folder: string): Promise<string> {
  await mkdir(folder);
  const built = join(folder, '.longer.duckdb');
  const database = await DuckDatabase.openToWrite(':memory:');
  try {
    await database.attach(file, 'short', 'read');
    await database.attach(built, 'made', 'write');
    const { months } = (await database.first<{ months: number }>(
      sql`select cast(count(*) as integer) as months from short.period`,
    ))!;
    const tables = await database.all<{ name: string }>(sql`
      select table_name as name from duckdb_tables()
      where database_name = 'short' and schema_name = 'main'`);
    for (const { name } of tables) {
      await database.run(sql`create table made.${ident(name)} as ${longer(name, times, months)}`);
    }
    await database.detach('made');
  } finally {
    database.close();
  }
  const manifest = await makeManifest(built);
  publishOrKeep(folder, built, manifest, { by: null, at: null });
  return manifest.release;
}

function longer(name: string, times: number, months: number): Sql {
  const table = sql`short.${ident(name)}`;
  const earlier = (column: string, by: Sql) =>
    sql`strftime(strptime(${ident(column)}, '%Y-%m') - to_months(cast(${by} as integer)), '%Y-%m') as ${ident(column)}`;
  const order = orders[name];
  if (order) {
    return sql`
      select * exclude (time) replace (${earlier('period', sql`time * ${expression(String(months))}`)})
      from ${table}, (select unnest(range(${expression(String(times))})) as time)
      order by ${list(order.map(ident))}`;
  }
  const all = expression(String((times - 1) * months));
  const first = ['area', 'release', 'source_file'].includes(name)
    ? sql`replace (${earlier('first_period', all)})`
    : sql``;
  return sql`select * ${first} from ${table}`;
}
