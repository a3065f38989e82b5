import { areaLevels, ENGLAND } from '../../data/definitions/levels.ts';
import { measures } from '../../data/definitions/measures.ts';
import type { Database } from '../../server/database.ts';
import { figureSql } from '../../server/measureSql.ts';
import { expression, ident, joined, list, type Sql, sql } from '../../server/sql.ts';
import { quoted } from './columns.ts';

const parts = ['numerator', 'denominator', 'practices', 'practices_reported'] as const;

/**
 * Adds up every measure for every area of every level and month, from `combined` into the release's `figure`:
 * once for the smallest places, of which all areas are made, then from those for each level.
 */
export async function rollUp(database: Database): Promise<void> {
  const ofPlaces = measures.flatMap((measure, i) => {
    const figure = figureSql(measure);
    return parts.map((part) => sql`${figure[part]} as ${ident(`${part}_${i}`)}`);
  });
  await database.run(sql`
    create table place_figure as
    select period, region_code, subregion_code, ccg_code, ${list(ofPlaces)}
    from combined
    group by period, region_code, subregion_code, ccg_code`);
  const sums = measures.flatMap((_, i) =>
    parts.map((part) => sql`sum(${ident(`${part}_${i}`)}) as ${ident(`${part}_${i}`)}`),
  );
  const ofLevels = areaLevels.map(({ id, column }) => {
    const code = column ? ident(column) : quoted(ENGLAND);
    return sql`
      select ${quoted(id)} as level, ${code} as area_code, period, ${list(sums)}
      from place_figure
      where ${code} is not null
      group by all`;
  });
  await database.run(sql`create table area_figure as ${joined(ofLevels, ' union all ')}`);
  const rows = measures.map(
    (
      { id },
      i,
    ) => sql`select level, area_code, period, ${quoted(id)} as measure, ${list(parts.map((part) => figurePart(part, i)))}
      from area_figure`,
  );
  await database.run(sql`
    create table made.figure as
    ${joined(rows, ' union all ')}
    order by level, area_code, measure, period`);
}

const types = {
  numerator: 'bigint',
  denominator: 'bigint',
  practices: 'integer',
  practices_reported: 'integer',
};

const figurePart = (part: (typeof parts)[number], i: number): Sql =>
  sql`cast(${ident(`${part}_${i}`)} as ${expression(types[part])}) as ${ident(part)}`;
