import { areaLevels, ENGLAND } from '../../data/definitions/levels.ts';
import { measures } from '../../data/definitions/measures.ts';
import type { Database } from '../../server/database.ts';
import { type FigureSql, figureOf, sumsSql } from '../../server/measureSql.ts';
import { ident, joined, list, type Sql, sql } from '../../server/sql.ts';
import { quoted } from './columns.ts';

const parts = ['numerator', 'denominator', 'practices', 'practices_reported'] as const;

/** The column that holds a part of a measure, the measures numbered in their order. */
const column = (part: (typeof parts)[number], measure: number): Sql => ident(`${part}_${measure}`);

/**
 * Adds up every measure for every area of every level and month, from `combined` into the release's `figure`:
 * once for the smallest places, of which all areas are made, then from those for each level.
 */
export async function rollUp(database: Database): Promise<void> {
  const ofPlaces = measures.flatMap((measure, i) => {
    const sums = sumsSql(measure);
    return parts.map((part) => sql`${sums[part]} as ${column(part, i)}`);
  });
  await database.run(sql`
    create table place_sum as
    select period, region_code, subregion_code, ccg_code, ${list(ofPlaces)}
    from combined
    group by period, region_code, subregion_code, ccg_code`);
  const added = measures.flatMap((_, i) =>
    parts.map((part) => sql`cast(sum(${column(part, i)}) as bigint) as ${column(part, i)}`),
  );
  const ofLevels = areaLevels.map((level) => {
    const code = level.column ? ident(level.column) : quoted(ENGLAND);
    return sql`
      select ${quoted(level.id)} as level, ${code} as area_code, period, ${list(added)}
      from place_sum
      where ${code} is not null
      group by all`;
  });
  await database.run(sql`create table area_sum as ${joined(ofLevels, ' union all ')}`);
  await database.run(sql`
    create table made.figure as
    ${joined(measures.map(figuresOf), ' union all ')}
    order by level, area_code, measure, period`);
}

/** The figures of one measure for all areas and months. */
function figuresOf({ id }: { id: string }, i: number): Sql {
  const sums = Object.fromEntries(parts.map((part) => [part, column(part, i)]));
  const { numerator, denominator, practices, practices_reported } = figureOf(
    sums as Record<keyof FigureSql, Sql>,
  );
  return sql`
    select level, area_code, period, ${quoted(id)} as measure, ${numerator} as numerator,
      ${denominator} as denominator, cast(${practices} as integer) as practices,
      cast(${practices_reported} as integer) as practices_reported
    from area_sum`;
}
