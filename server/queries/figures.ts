import { ENGLAND, levelOf, type PlaceLevel } from '../../data/definitions/levels.ts';
import type { Marker } from '../../data/definitions/markers.ts';
import type { Measure, Unit } from '../../data/definitions/measures.ts';
import { figureSql, practiceFigureSql } from '../measureSql.ts';
import { every, expression, ident, joined, list, type Sql, sql } from '../sql.ts';

/** One figure: a measure of one place in one month. Counts are whole numbers, `value` is in `unit`. */
export interface FigureRow {
  period: string;
  level: PlaceLevel;
  area_code: string;
  area_name: string;
  measure: string;
  unit: Unit;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  marker: Marker | null;
  practices: number;
  practices_reported: number;
}

/** An area above others, by which they are chosen; a reader's own group names its practices. */
export interface Ancestor {
  level: PlaceLevel;
  code: string;
  members?: readonly string[];
}

/** Which figures: of one level, by area codes, an ancestor's code and months; all where not given. */
export interface FiguresQuestion {
  level: PlaceLevel;
  measures: readonly Measure[];
  periods: readonly string[];
  areas?: readonly string[];
  parent?: Ancestor;
  /** The reader's own group, for figures of it as one place. */
  group?: Ancestor & { name: string };
  /** Only codes from this one on, and up to that one: how large answers are read in steps. */
  between?: readonly [string, string];
}

/** Figures of one level, ordered by area code, month and the declared order of measures. */
export function figuresQuery(question: FiguresQuestion): Sql {
  const { level, measures, periods, group } = question;
  if (level === 'group') return setFiguresQuery(measures, periods, group!);
  return level === 'practice' ? practiceFigures(question) : areaFigures(question);
}

const scaleSql = (measures: readonly Measure[]): Sql =>
  sql`case measure ${joined(
    measures.map((m) => sql`when ${m.id} then ${expression(String(m.scale))}`),
    ' ',
  )} end`;

const unitSql = (measures: readonly Measure[]): Sql =>
  sql`case measure ${joined(
    measures.map((m) => sql`when ${m.id} then ${m.unit}`),
    ' ',
  )} end`;

const positionSql = (measures: readonly Measure[]): Sql =>
  sql`case measure ${joined(
    measures.map((m, i) => sql`when ${m.id} then ${expression(String(i))}`),
    ' ',
  )} end`;

/**
 * The columns every figure has, over rows that hold its counts. A figure that no practice of the place
 * reported is `[x]`; one that no extract of the month holds for anybody is `[z]`.
 */
export const figureColumns = (measures: readonly Measure[]): Sql => sql`
  measure, ${unitSql(measures)} as unit, numerator, denominator,
  cast(numerator as double precision) / nullif(cast(denominator as double precision), 0)
    * ${scaleSql(measures)} as value,
  case
    when practices = 0 and not exists (
      select 1 from figure as england
      where england.level = 'england' and england.area_code = ${ENGLAND}
        and england.period = counts.period and england.measure = counts.measure
        and england.practices > 0) then '[z]'
    when practices_reported = 0 or denominator = 0 then '[x]'
  end as marker,
  practices, practices_reported`;

function areaFigures({ level, measures, periods, areas, parent, between }: FiguresQuestion): Sql {
  const conditions = [
    sql`figure.level = ${level}`,
    sql`measure in (${list(measures.map((m) => m.id))})`,
    sql`figure.period in (${list(periods)})`,
  ];
  if (areas) conditions.push(sql`figure.area_code in (${list(areas)})`);
  if (parent) conditions.push(within(parent));
  if (between) conditions.push(sql`figure.area_code between ${between[0]} and ${between[1]}`);
  return sql`
    with counts as (
      select figure.period, figure.level, figure.area_code, area_name, measure,
        numerator, denominator, figure.practices, practices_reported
      from figure
      join area_month using (level, area_code, period)
      where ${every(conditions)})
    select period, level, area_code, area_name, ${figureColumns(measures)}
    from counts
    order by area_code, period, ${positionSql(measures)}`;
}

/**
 * Figures of any set of practices as one place, added up on the spot: one row a month and measure, for
 * the months in which at least one of the practices is in an extract.
 */
export function setFiguresQuery(
  measures: readonly Measure[],
  periods: readonly string[],
  place: Ancestor & { name: string },
): Sql {
  const perMeasure = measures.map((measure) => {
    const figure = figureSql(measure);
    return sql`{measure: ${measure.id}, numerator: ${figure.numerator}, denominator: ${figure.denominator},
      practices: ${figure.practices}, practices_reported: ${figure.practices_reported}}`;
  });
  return sql`
    with sums as (
      select period, unnest([${list(perMeasure)}]) as of_measure
      from practice_month
      where ${every([sql`period in (${list(periods)})`, within(place)])}
      group by period),
    counts as (
      select period, of_measure.measure as measure, of_measure.numerator as numerator,
        of_measure.denominator as denominator, of_measure.practices as practices,
        of_measure.practices_reported as practices_reported
      from sums)
    select period, ${place.level} as level, ${place.code} as area_code, ${place.name} as area_name,
      ${figureColumns(measures)}
    from counts
    order by period, ${positionSql(measures)}`;
}

function practiceFigures({ measures, periods, areas, parent, between }: FiguresQuestion): Sql {
  const conditions = [sql`period in (${list(periods)})`];
  if (areas) conditions.push(sql`practice_code in (${list(areas)})`);
  if (parent) conditions.push(within(parent));
  if (between) conditions.push(sql`practice_code between ${between[0]} and ${between[1]}`);
  const perMeasure = measures.map((measure) => {
    const figure = practiceFigureSql(measure);
    return sql`{measure: ${measure.id}, numerator: ${figure.numerator}, denominator: ${figure.denominator},
      practices: ${figure.practices}, practices_reported: ${figure.practices_reported}}`;
  });
  return sql`
    with rows as (
      select period, practice_code, practice_name, unnest([${list(perMeasure)}]) as of_measure
      from practice_month
      where ${every(conditions)}),
    counts as (
      select period, practice_code, practice_name, of_measure.measure as measure,
        of_measure.numerator as numerator, of_measure.denominator as denominator,
        of_measure.practices as practices, of_measure.practices_reported as practices_reported
      from rows)
    select period, 'practice' as level, practice_code as area_code, practice_name as area_name,
      ${figureColumns(measures)}
    from counts
    order by practice_code, period, ${positionSql(measures)}`;
}

/** That a row of `practice_month` lies within an area: England holds everybody, a group its members. */
export function within({ level, code, members }: Ancestor): Sql {
  if (level === 'group') return sql`practice_code in (${list(members ?? [])})`;
  const { column } = levelOf(level);
  return column ? sql`${ident(column)} = ${code}` : sql`true`;
}
