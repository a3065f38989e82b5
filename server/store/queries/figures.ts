import { type LevelId, levelOf, type PlaceLevel } from '../../../data/definitions/levels.ts';
import type { Marker } from '../../../data/definitions/markers.ts';
import type { Measure } from '../../../data/definitions/measures.ts';
import type { Unit } from '../../../data/definitions/units.ts';
import { type FigureSql, figureSql, figureTable, practiceFigureSql } from '../measureSql.ts';
import { every, expression, ident, joined, list, type Sql, sql } from '../sql.ts';
import { isChosen, type PracticeChoice } from './chosenPractices.ts';

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

/** An area that selects the places within it. A reader's own group lists its practices. */
export interface Ancestor {
  level: PlaceLevel;
  code: string;
  members?: readonly string[];
  /** Restricts it to these of its practices. */
  only?: PracticeChoice;
}

/** Selects figures: of one level, by area codes, ancestor and months. What is not given is not restricted. */
export interface FiguresQuestion {
  level: PlaceLevel;
  measures: readonly Measure[];
  periods: readonly string[];
  areas?: readonly string[];
  parent?: Ancestor;
  /** The reader's own group, for its figures as one place. */
  group?: Ancestor & { name: string };
  /** A range of codes, both included. Large answers are read in such steps. */
  between?: readonly [string, string];
}

/**
 * Counts of the measures in places of one level, ordered by area code and month. Areas have a row for each measure, in
 * declared order. Practices, groups and areas restricted to chosen practices have one row with the counts of every
 * measure.
 */
export function figuresQuery(question: FiguresQuestion): Sql {
  if (question.level === 'group') return groupCounts(question);
  if (question.level === 'practice') return practiceCounts(question);
  return question.parent?.only ? countsOfChosen(question) : areaCounts(question);
}

/** Whether a row of that query has the counts of every measure. */
export const isWide = ({ level, parent }: FiguresQuestion): boolean =>
  level === 'practice' || level === 'group' || parent?.only !== undefined;

/** Counts the rows of that query. */
export const countQuery = (question: FiguresQuestion): Sql =>
  sql`select count(*) as rows from (${figuresQuery(question)}) as figures`;

export const countNames = ['numerator', 'denominator', 'practices', 'practices_reported'] as const;

/** The columns of a measure's counts in a row with those of every measure, by its position. */
export const namesOfCounts = (position: number): string[] =>
  countNames.map((name) => `${name}_${position}`);

const countsSql = (measures: readonly Measure[], figureOf: (measure: Measure) => FigureSql): Sql =>
  list(
    measures.flatMap((measure, position) => {
      const figure = figureOf(measure);
      const columns = namesOfCounts(position);
      return countNames.map(
        (name, i) => sql`cast(${figure[name]} as double precision) as ${ident(columns[i]!)}`,
      );
    }),
  );

function areaCounts({ level, measures, periods, areas, parent, between }: FiguresQuestion): Sql {
  const conditions = [
    sql`figure.level = ${level}`,
    sql`measure in (${list(measures.map((m) => m.id))})`,
    sql`figure.period in (${list(periods)})`,
  ];
  if (areas) conditions.push(sql`figure.area_code in (${list(areas)})`);
  if (parent) conditions.push(within(parent));
  if (between) conditions.push(sql`figure.area_code between ${between[0]} and ${between[1]}`);
  return sql`
    select figure.period, figure.area_code, area_name, measure,
      numerator, denominator, figure.practices, practices_reported
    from ${figureTable(measures)}
    join area_month using (level, area_code, period)
    where ${every(conditions)}
    order by figure.area_code, figure.period, ${positionOf(measures)}`;
}

/** The position of a row's measure among those asked for. */
export function positionOf(measures: readonly Measure[]): Sql {
  const position = measures.map((m, i) => sql`when ${m.id} then ${expression(String(i))}`);
  return sql`case measure ${joined(position, ' ')} end`;
}

function practiceCounts({ measures, periods, areas, parent, between }: FiguresQuestion): Sql {
  const conditions = [sql`period in (${list(periods)})`];
  if (areas) conditions.push(sql`practice_code in (${list(areas)})`);
  if (parent) conditions.push(within(parent));
  if (between) conditions.push(sql`practice_code between ${between[0]} and ${between[1]}`);
  return sql`
    select period, practice_code as area_code, practice_name as area_name,
      ${countsSql(measures, practiceFigureSql)}
    from practice_month
    where ${every(conditions)}
    order by practice_code, period`;
}

/** The counts of every measure in all places of a level and all months: one row for a place and month, in any order. */
export const levelQuery = (level: LevelId, measures: readonly Measure[]): Sql =>
  level === 'practice'
    ? sql`
      select period, practice_code as area_code, ${countsSql(measures, practiceFigureSql)}
      from practice_month`
    : sql`
      select period, area_code, ${countsSql(measures, countedSql)}
      from ${figureTable(measures)}
      where level = ${level}
      group by period, area_code`;

/** The counts of one measure among rows of several. */
function countedSql({ id }: Measure): FigureSql {
  const [numerator, denominator, practices, practices_reported] = countNames.map(
    (name) => sql`max(case when measure = ${id} then ${ident(name)} end)`,
  ) as [Sql, Sql, Sql, Sql];
  return { numerator, denominator, practices, practices_reported };
}

/** The names of all places of a level: a row for the first month with each name, and for each later change. */
export const namesQuery = (level: LevelId): Sql => sql`
  select period, area_code, area_name
  from (
    select *, lag(area_name) over (partition by area_code order by period) as former_name
    from (${
      level === 'practice'
        ? sql`select period, practice_code as area_code, practice_name as area_name from practice_month`
        : sql`select period, area_code, area_name from area_month where level = ${level}`
    }) as named) as named
  where area_name is distinct from former_name
  order by area_code, period`;

/** The counts of the chosen practices of each area, for the areas and months that have any. */
function countsOfChosen({
  level,
  measures,
  periods,
  areas,
  parent,
  between,
}: FiguresQuestion): Sql {
  const { column } = levelOf(level as LevelId);
  const code = column ? ident(column) : sql`'E92000001'`;
  const conditions = [sql`period in (${list(periods)})`, within(parent!), sql`${code} is not null`];
  if (areas) conditions.push(sql`${code} in (${list(areas)})`);
  if (between) conditions.push(sql`${code} between ${between[0]} and ${between[1]}`);
  return sql`
    select summed.*, area_name
    from (
      select period, ${code} as area_code, ${countsSql(measures, figureSql)}
      from practice_month
      where ${every(conditions)}
      group by 1, 2) as summed
    join area_month using (area_code, period)
    where level = ${level}
    order by area_code, period`;
}

/** A group's counts, for the months in which at least one of its practices is in an extract. */
function groupCounts({ measures, periods, group }: FiguresQuestion): Sql {
  return sql`
    select period, ${group!.code} as area_code, ${group!.name} as area_name,
      ${countsSql(measures, figureSql)}
    from practice_month
    where ${every([sql`period in (${list(periods)})`, within(group!)])}
    group by period
    order by period`;
}

/** Condition: a row of `practice_month` is within an area and, if the area is restricted, of a chosen practice. */
export const within = ({ only, ...area }: Ancestor): Sql =>
  only ? every([lyingIn(area), isChosen(only)]) : lyingIn(area);

/** England contains every practice, a group its members. */
function lyingIn({ level, code, members }: Ancestor): Sql {
  if (level === 'group') return sql`practice_code in (${list(members ?? [])})`;
  const { column } = levelOf(level);
  return column ? sql`${ident(column)} = ${code}` : sql`true`;
}
