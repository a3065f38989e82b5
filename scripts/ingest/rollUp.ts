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
 * once for the smallest places, of which all areas are made, then from those for all levels.
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
  await database.run(sql`
    create table made.figure as
    select level, area_code, period, measure, numerator, denominator, practices, practices_reported
    from (${figures})
    where area_code is not null
    order by level, area_code, measure, period`);
}

/** The sums of a place, one row for each measure. */
const byMeasure = sql`
  select period, region_code, subregion_code, ccg_code, unnest([${list(
    measures.map(
      ({ id }, i) =>
        sql`{measure: ${quoted(id)}, ${list(parts.map((part) => sql`${ident(part)}: ${column(part, i)}`))}}`,
    ),
  )}], recursive := true)
  from place_sum`;

const groups = areaLevels.map((level) =>
  level.column ? sql`(period, measure, ${ident(level.column)})` : sql`(period, measure)`,
);

/** Which level a row of the grouping sets is of, by the one area column it is grouped by. */
const levelCases = areaLevels.map(({ id, column }) =>
  column ? sql`when grouping(${ident(column)}) = 0 then ${quoted(id)}` : sql``,
);

const codeCases = areaLevels.map(({ column }) =>
  column ? sql`when grouping(${ident(column)}) = 0 then ${ident(column)}` : sql``,
);

const total = (part: (typeof parts)[number], type: 'bigint' | 'integer'): Sql =>
  sql`cast(sum(${ident(part)}) as ${ident(type)})`;

const figure: FigureSql = figureOf({
  numerator: total('numerator', 'bigint'),
  denominator: total('denominator', 'bigint'),
  practices: total('practices', 'integer'),
  practices_reported: total('practices_reported', 'integer'),
});

const figures = sql`
  select case ${joined(levelCases, ' ')} else ${quoted('england')} end as level,
    case ${joined(codeCases, ' ')} else ${quoted(ENGLAND)} end as area_code, period, measure,
    ${list(parts.map((part) => sql`${figure[part]} as ${ident(part)}`))}
  from (${byMeasure})
  group by grouping sets (${list(groups)})`;
