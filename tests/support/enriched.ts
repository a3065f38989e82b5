import { copyFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { DuckDatabase } from '../../server/store/duckDatabase.ts';
import { expression } from '../../server/store/sql.ts';

/**
 * A copy of a folder of releases, with the current release changed by statements, as reference files would change it.
 */
export async function enriched(folder: string, statements: readonly string[]): Promise<string> {
  const copy = mkdtempSync(join(inject('scratch'), 'enriched-'));
  const file = `${readFileSync(join(folder, 'current'), 'utf8').trim()}.duckdb`;
  copyFileSync(join(folder, 'current'), join(copy, 'current'));
  copyFileSync(join(folder, file), join(copy, file));
  const database = await DuckDatabase.openToWrite(join(copy, file));
  for (const statement of statements) await database.run(expression(statement));
  database.close();
  return copy;
}

/** Deprivation of all practices except every ninth, and urban or rural areas of all except every seventh. */
export const traitStatements = [
  `create table practice_deprivation as
   select area_code as practice_code, 5 + hash(area_code) % 400 / 10.0 as score,
     cast(5 - hash(area_code) % 400 // 80 as integer) as quintile
   from area where level = 'practice' and hash(area_code) % 9 > 0`,
  `create table practice_rurality as
   select area_code as practice_code, hash(area_code) % 6 = 0 as rural
   from area where level = 'practice' and hash(area_code) % 7 > 0`,
];

/** A shape for every area of a release's practice lookup, side by side in rows; none is real. */
export const shapeStatements = [
  `create table boundary as
   with areas as (
     select distinct 'region' as level, region_ons_code as ons_code, region_name as name from practice_lookup
     union all select distinct 'stp', stp_ons_code, stp_name from practice_lookup
     union all select distinct 'ccg', ccg_ons_code, ccg_name from practice_lookup),
   placed as (
     select *, (row_number() over (partition by level order by ons_code) - 1) as i from areas
     where ons_code is not null),
   corners as (select *, -4 + i % 4 * 1.4 as west, 54 - i // 4 * 0.7 as north from placed)
   select level, ons_code, name, printf(
     '{"type":"Polygon","coordinates":[[[%1$.3f,%2$.3f],[%3$.3f,%4$.3f],[%5$.3f,%6$.3f],[%7$.3f,%8$.3f],[%1$.3f,%2$.3f]]]}',
     west, north, west + 1.2, north - 0.1, west + 1.3, north - 0.6, west + 0.2, north - 0.5) as geometry
   from corners`,
];

/** Two doubts that were accepted: one about a month, kept from an earlier release, and one about this release. */
export const acceptedStatements = [
  `insert into acceptance values
   ('region_lost', '2014-09', 'Y56', '0', '40',
    'September 2014 has none of the 40 practices that London (Y56) had in August 2014.', 'London sent nothing', '2014-09.1'),
   ('older_current', null, null, '2015-03', '2015-04', 'The latest month would move back to March 2015.',
    'back to what was checked', '2015-03.1')`,
];
