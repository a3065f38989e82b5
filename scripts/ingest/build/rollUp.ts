import { ENGLAND } from '../../../data/definitions/levels.ts';
import { measures } from '../../../data/definitions/measures.ts';
import type { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { type FigureSql, figureOf, sumsSql } from '../../../server/store/measureSql.ts';
import { ident, joined, list, type Sql, sql } from '../../../server/store/sql.ts';
import { quoted } from '../rows/columns.ts';

const parts = ['numerator', 'denominator', 'practices', 'practices_reported'] as const;

/** The column for a part of a measure. Measures are numbered in declared order. */
const column = (part: (typeof parts)[number], measure: number): Sql => ident(`${part}_${measure}`);

/** A level of areas, and the column with a place's area; null for England. */
interface AreaColumn {
  id: string;
  column: string | null;
}

/**
 * Sums every measure for every area of every level and month, from `located` into the release's `figure`: first for the
 * smallest places, of which all areas consist, then from those for all levels. The table `place_sum` keeps the places,
 * by the columns of the levels and of `others`.
 */
export async function rollUp(
  database: DuckDatabase,
  levels: readonly AreaColumn[],
  others: readonly AreaColumn[],
): Promise<void> {
  const columns = new Set([...levels, ...others].flatMap(({ column }) => column ?? []));
  await database.run(sql`create table place_sum as ${sumsOfPlaces([...columns].map(ident))}`);
  await database.run(sql`create table made.figure as ${figuresOfAreas(levels)}`);
}

/** The sums of every measure by month and place, where a place is one combination of the columns. */
function sumsOfPlaces(columns: readonly Sql[]): Sql {
  const sums = measures.flatMap((measure, i) => {
    const sums = sumsSql(measure);
    return parts.map((part) => sql`${sums[part]} as ${column(part, i)}`);
  });
  return sql`
    select period, ${list(columns)}, ${list(sums)}
    from located
    group by period, ${list(columns)}`;
}

/** The figures of all areas of some levels, in the order of a release, from the sums of places. */
export function figuresOfAreas(levels: readonly AreaColumn[]): Sql {
  const named = levels.filter((level) => level.column !== null);
  const columns = named.map((level) => ident(level.column!));
  const groups = levels.map((level) =>
    level.column ? sql`(period, measure, ${ident(level.column)})` : sql`(period, measure)`,
  );
  // In grouping sets, a row belongs to the level of the one column that it is grouped by.
  const cases = (value: (i: number) => Sql) =>
    joined(
      columns.map((code, i) => sql`when grouping(${code}) = 0 then ${value(i)}`),
      ' ',
    );
  return sql`
    select level, area_code, period, measure, numerator, denominator, practices, practices_reported
    from (
      select case ${cases((i) => quoted(named[i]!.id))} else ${quoted('england')} end as level,
        case ${cases((i) => columns[i]!)} else ${quoted(ENGLAND)} end as area_code, period, measure,
        ${list(parts.map((part) => sql`${figure[part]} as ${ident(part)}`))}
      from (${sumsByMeasure(columns)})
      group by grouping sets (${list(groups)})
    )
    where area_code is not null
    order by level, area_code, measure, period`;
}

/** The sums of a place, one row per measure. */
const sumsByMeasure = (columns: readonly Sql[]): Sql => sql`
  select period, ${list(columns)}, unnest([${list(
    measures.map(
      ({ id }, i) =>
        sql`{measure: ${quoted(id)}, ${list(parts.map((part) => sql`${ident(part)}: ${column(part, i)}`))}}`,
    ),
  )}], recursive := true)
  from place_sum`;

const total = (part: (typeof parts)[number], type: 'bigint' | 'integer'): Sql =>
  sql`cast(sum(${ident(part)}) as ${ident(type)})`;

const figure: FigureSql = figureOf({
  numerator: total('numerator', 'bigint'),
  denominator: total('denominator', 'bigint'),
  practices: total('practices', 'integer'),
  practices_reported: total('practices_reported', 'integer'),
});
