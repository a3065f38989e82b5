import type { Measure } from '../../data/definitions/measures.ts';
import { expression, joined, type Sql, sql } from './sql.ts';

export interface FigureSql {
  numerator: Sql;
  denominator: Sql;
  practices: Sql;
  practices_reported: Sql;
}

/**
 * What a measure counts over rows of `practice_month`, as sums: those of an area are the sums of those of its parts.
 * `figureOf` turns them into the figure. (`case` expressions, because DuckDB takes twice as long with `filter`.)
 */
export function sumsSql(measure: Measure): FigureSql {
  const inExtract = expression(`(${measure.inExtract})`);
  const reported = sql`(${inExtract} and ${expression(measure.reported)})`;
  const counted = measure.base === 'extract' ? inExtract : reported;
  const total = (part: string) =>
    sql`cast(coalesce(sum(case when ${counted} then ${expression(part)} end), 0) as bigint)`;
  return {
    numerator: total(measure.numerator),
    denominator: total(measure.denominator),
    practices: sql`cast(count(case when ${inExtract} then 1 end) as integer)`,
    practices_reported: sql`cast(count(case when ${reported} then 1 end) as integer)`,
  };
}

/** An area's figure from its sums, without numerator and denominator if no practice reported. */
export function figureOf({ numerator, denominator, ...counts }: FigureSql): FigureSql {
  const ifReported = (total: Sql) =>
    sql`case when ${counts.practices_reported} > 0 then ${total} end`;
  return { numerator: ifReported(numerator), denominator: ifReported(denominator), ...counts };
}

/** A measure's figure for an area, as aggregates over rows of `practice_month`. */
export const figureSql = (measure: Measure): FigureSql => figureOf(sumsSql(measure));

/** The same figure for one practice and month, from its single row. */
export function practiceFigureSql(measure: Measure): FigureSql {
  const inExtract = expression(`(${measure.inExtract})`);
  const reported = sql`(${inExtract} and ${expression(measure.reported)})`;
  const part = (declared: string) =>
    sql`case when ${reported} then cast(${expression(declared)} as bigint) end`;
  return {
    numerator: part(measure.numerator),
    denominator: part(measure.denominator),
    practices: sql`cast(coalesce(${inExtract}, false) as integer)`,
    practices_reported: sql`cast(coalesce(${reported}, false) as integer)`,
  };
}

/**
 * What one practice adds to an area's figure, from its single row; null if it does not count. For a measure that counts
 * every practice in the extract, one that did not report counts too.
 */
export function practicePartSql(measure: Measure): Pick<FigureSql, 'numerator' | 'denominator'> {
  const counts = measure.base === 'extract' ? sql`true` : sql`(${expression(measure.reported)})`;
  const part = (declared: string) =>
    sql`case when ${counts} then cast(${expression(declared)} as bigint) end`;
  return { numerator: part(measure.numerator), denominator: part(measure.denominator) };
}

/** Condition: a practice's row is in the extract that a measure is read from. */
export const inExtractSql = (measure: Measure): Sql => expression(`(${measure.inExtract})`);

/**
 * The value of counts at full precision in their measure's unit; null without a denominator, unless the measure is a
 * count.
 */
export const valueSql = (
  { form, scale }: Measure,
  { numerator, denominator }: Pick<FigureSql, 'numerator' | 'denominator'>,
): Sql =>
  form === 'count'
    ? sql`cast(${numerator} as double precision)`
    : sql`cast(${numerator} as double precision) / nullif(cast(${denominator} as double precision), 0) * ${expression(String(scale))}`;

/** A measure for a release that was made without it: in no extract, whatever columns the release has. */
export const withoutFigures = (measure: Measure): Measure => ({
  ...measure,
  inExtract: 'false',
  reported: 'false',
  numerator: '0',
  denominator: '0',
});

/**
 * The table `figure` under its own name, for measures that the release may lack. For those, every area has a row
 * without numbers in every month.
 */
export function figureTable(measures: readonly Measure[]): Sql {
  const lacking = measures.filter(({ inExtract }) => inExtract === 'false').map(({ id }) => id);
  if (!lacking.length) return sql`figure`;
  return sql`(
    select level, area_code, period, measure, numerator, denominator, practices, practices_reported from figure
    union all
    select level, area_code, period, lacking.measure, null, null, 0, 0
    from area_month cross join (values ${joined(
      lacking.map((id) => sql`(${id})`),
      ', ',
    )}) as lacking (measure)) as figure`;
}
