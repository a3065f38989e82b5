import type { Boundaries } from '../../../data/definitions/levels.ts';
import type { Measure } from '../../../data/definitions/measures.ts';
import { figureSql, inExtractSql, practicePartSql, valueSql } from '../measureSql.ts';
import { expression, ident, type Sql, sql } from '../sql.ts';
import { type Ancestor, within } from './figures.ts';

export interface RecomputedRow {
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  practices: number;
  practices_reported: number;
}

/**
 * Recomputes one figure of a place from the practices of a release, on the boundaries of the schema that the database
 * looks into. `from` names the table for readers who query the release's file themselves. One row.
 */
export function recomputeQuery(
  measure: Measure,
  period: string,
  place: Ancestor,
  from = sql`practice_month`,
): Sql {
  const figure = figureSql(measure);
  return sql`
    select numerator, denominator,
      ${valueSql(measure, { numerator: sql`numerator`, denominator: sql`denominator` })} as value,
      practices, practices_reported
    from (
      select
        ${figure.numerator} as numerator,
        ${figure.denominator} as denominator,
        ${figure.practices} as practices,
        ${figure.practices_reported} as practices_reported
      from ${from}
      where period = ${period}
        and ${at(place)}) as figure`;
}

/** The table of practices and months in a release's file, for some boundaries. */
export const practiceTableOf = (boundaries: Boundaries): Sql =>
  boundaries === 'lookup' ? sql`lookup.practice_month` : sql`practice_month`;

/** Each practice's contribution to a place's figure, with the file and data row it was read from. */
export function contributionsQuery(measure: Measure, period: string, place: Ancestor): Sql {
  const part = practicePartSql(measure);
  const source = measure.service === 'any' ? 'any' : measure.service;
  return sql`
    select period, practice_code, practice_name,
      ${part.numerator} as numerator, ${part.denominator} as denominator,
      coalesce((${expression(measure.reported)}), false) as reported,
      source_file.name as file, ${ident(`${source}_row`)} as row
    from practice_month
    left join source_file on source_file.file_id = practice_month.${ident(`${source}_file`)}
    where period = ${period} and ${inExtractSql(measure)} and ${at(place)}
    order by practice_code`;
}

/** The files behind a figure, each with the number of the place's practices read from it. */
export function filesQuery(measure: Measure, period: string, place: Ancestor): Sql {
  const source = measure.service === 'any' ? 'any' : measure.service;
  return sql`
    select source_file.name, source_file.sha256, source_file.layout, source_file.rows,
      cast(count(*) as integer) as practices
    from practice_month
    join source_file on source_file.file_id = practice_month.${ident(`${source}_file`)}
    where period = ${period} and ${at(place)}
    group by source_file.name, source_file.sha256, source_file.layout, source_file.rows
    order by source_file.name, source_file.sha256`;
}

const at = (place: Ancestor): Sql =>
  place.level === 'practice' ? sql`practice_code = ${place.code}` : within(place);
