import { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { expression, sql } from '../../../server/store/sql.ts';
import { areaMonths, areasOf, likeForLikeSources } from './areaMonths.ts';
import { commentOn } from './commentOn.ts';
import { figuresOfAreas } from './rollUp.ts';

/** Places of practices according to the lookup, in the columns that otherwise have those of the extracts. */
const places = {
  region_code: expression('lookup_region_code'),
  subregion_code: expression('null::varchar'),
  stp_code: expression('stp_code'),
  ccg_code: expression('lookup_ccg_code'),
  pcn_code: expression('pcn_code'),
};

/** Levels whose areas differ between the lookup and the extracts. */
const moved = likeForLikeSources.filter(({ id }) => id === 'region' || id === 'ccg');

/**
 * Makes the schema `lookup` of the release (attached as `made`): areas and figures of every month on the boundaries of
 * the practice lookup. Whatever is the same on both is a view, see `addLikeForLikeViews`.
 */
export async function buildLikeForLike(database: DuckDatabase): Promise<void> {
  await database.run(sql`create schema made.lookup`);
  await database.run(sql`create table made.lookup.area_month as ${areaMonths(likeForLikeSources)}`);
  await database.run(sql`
    create table made.lookup.area as
    ${areasOf(likeForLikeSources, sql`made.lookup.area_month`, places)}`);
  await database.run(sql`create table made.lookup.figure_moved as ${figuresOfAreas(moved)}`);
}

/**
 * If a complete release file has the schema `lookup`, adds the views that make it answer like the main schema: a
 * question asked in that schema is answered like for like.
 */
export async function addLikeForLikeViews(file: string): Promise<void> {
  const database = await DuckDatabase.openToWrite(file);
  try {
    await database.run(sql`
      create view lookup.figure as
      select * from main.figure where level in ('england', 'stp', 'pcn')
      union all
      select * from lookup.figure_moved`);
    await database.run(sql`
      create view lookup.practice_month as
      select * replace (lookup_region_code as region_code, cast(null as varchar) as subregion_code,
        lookup_ccg_code as ccg_code)
      from main.practice_month`);
    await commentOn(database, 'view');
  } finally {
    database.close();
  }
}
