import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { Database } from '../server/database.ts';
import { expression } from '../server/sql.ts';

/** A copy of a folder of releases whose current release is changed by statements, as reference files would. */
export async function enriched(folder: string, statements: readonly string[]): Promise<string> {
  const copy = mkdtempSync(join(tmpdir(), 'uptake-enriched-'));
  afterAll(() => rmSync(copy, { recursive: true, force: true }));
  const file = `${readFileSync(join(folder, 'current'), 'utf8').trim()}.duckdb`;
  copyFileSync(join(folder, 'current'), join(copy, 'current'));
  copyFileSync(join(folder, file), join(copy, file));
  const database = await Database.openToWrite(join(copy, file));
  for (const statement of statements) await database.run(expression(statement));
  database.close();
  return copy;
}

/** Deprivation of all practices but every ninth, and town or country of all but every seventh. */
export const traitStatements = [
  `create table practice_deprivation as
   select area_code as practice_code, 5 + hash(area_code) % 400 / 10.0 as score,
     cast(5 - hash(area_code) % 400 // 80 as integer) as quintile
   from area where level = 'practice' and hash(area_code) % 9 > 0`,
  `create table practice_rurality as
   select area_code as practice_code, hash(area_code) % 6 = 0 as rural
   from area where level = 'practice' and hash(area_code) % 7 > 0`,
];
