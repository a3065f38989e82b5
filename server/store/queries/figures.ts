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

/** An area above others, by which they are chosen; a reader's own group names its practices. */
export interface Ancestor {
  level: PlaceLevel;
  code: string;
  members?: readonly string[];
  /** Of all its practices only these. */
  only?: PracticeChoice;
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

/**
 * What the measures count in places of one level, ordered by area code and month. Areas have a row for each
 * measure, in the declared order; practices, groups and areas of chosen practices one row with the counts of every
 * measure.
 */
export function figuresQuery(question: FiguresQuestion): Sql {
  if (question.level === 'group') return groupCounts(question);
  if (question.level === 'practice') return practiceCounts(question);
  return question.parent?.only ? countsOfChosen(question) : areaCounts(question);
}

/** Whether a row of that query holds the counts of every measure. */
export const isWide = ({ level, parent }: FiguresQuestion): boolean =>
  level === 'practice' || level === 'group' || parent?.only !== undefined;

/** How many rows that query has. */
export const countQuery = (question: FiguresQuestion): Sql =>
  sql`select count(*) as rows from (${figuresQuery(question)}) as figures`;

export const countNames = ['numerator', 'denominator', 'practices', 'practices_reported'] as const;

/** The columns of a measure's counts where a row holds those of every measure, by its position among them. */
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

/** Where the measure of a row stands among those asked for. */
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

/** The chosen practices of each area added up, for the areas and months that have any. */
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

/** A group's practices added up, for the months in which at least one of them is in an extract. */
function groupCounts({ measures, periods, group }: FiguresQuestion): Sql {
  return sql`
    select period, ${group!.code} as area_code, ${group!.name} as area_name,
      ${countsSql(measures, figureSql)}
    from practice_month
    where ${every([sql`period in (${list(periods)})`, within(group!)])}
    group by period
    order by period`;
}

/** That a row of `practice_month` is within an area, and of its chosen practices, where only some are. */
export const within = ({ only, ...area }: Ancestor): Sql =>
  only ? every([lyingIn(area), isChosen(only)]) : lyingIn(area);

/** Everybody is in England, and members in a group. */
function lyingIn({ level, code, members }: Ancestor): Sql {
  if (level === 'group') return sql`practice_code in (${list(members ?? [])})`;
  const { column } = levelOf(level);
  return column ? sql`${ident(column)} = ${code}` : sql`true`;
}
