import { ENGLAND, type LevelId, levelIds, levels } from '../../../data/definitions/levels.ts';
import { type Measure, measures } from '../../../data/definitions/measures.ts';
import { practiceFigureSql, sumsSql } from '../measureSql.ts';
import { every, expression, ident, joined, list, type Sql, sql } from '../sql.ts';
import { positionOf } from './figures.ts';

/** Two releases as attached, the earlier first, with the measures as each has them. */
export interface Sides {
  before: readonly Measure[];
  after: readonly Measure[];
  /** The months that both have. */
  periods: readonly string[];
}

type Side = 'before' | 'after';

/**
 * How a figure of a month that both releases have differs: in its value, only in its counts, or because only one
 * release has it.
 */
export const revisionChanges = ['value', 'counts', 'new', 'gone'] as const;
export type RevisionChange = (typeof revisionChanges)[number];

/** A figure that differs between two releases. Counts of practices explain why. */
export interface RevisionRow {
  period: string;
  level: LevelId;
  area_code: string;
  area_name: string;
  measure: string;
  change: RevisionChange;
  numerator_before: number | null;
  numerator_after: number | null;
  denominator_before: number | null;
  denominator_after: number | null;
  practices_before: number;
  practices_after: number;
  practices_reported_before: number;
  practices_reported_after: number;
  practices_restated: number;
  practices_new: number;
  practices_gone: number;
  practices_moved: number;
}

/** How many figures of a level, measure and month each release has, and how many of them differ. */
export interface RevisionTotal {
  period: string;
  level: LevelId;
  measure: string;
  figures_before: number;
  figures_after: number;
  revised: number;
  recounted: number;
  new: number;
  gone: number;
}

/** Selects revisions by places, measures and months. What is not given is not restricted. */
export interface RevisionsQuestion {
  levels?: readonly LevelId[];
  areas?: readonly string[];
  between?: readonly [string, string];
  measures?: readonly Measure[];
  periods?: readonly string[];
  changes?: readonly RevisionChange[];
}

const ids = measures.map(({ id }) => id);
const areaLevels = levels.filter(({ id }) => id !== 'practice');
const codes = areaLevels.flatMap(({ column }) => column ?? []);
const counts = ['numerator', 'denominator', 'practices', 'practices_reported'] as const;

/** The statements, in order, that find everything that differs between `before` and `after`. */
export const differenceStatements = (sides: Sides): Sql[] => [
  practiceTable(sides),
  practiceFigureTable,
  areaFigureTable(sides),
  revisionTable,
  totalTable(sides),
  sql`drop table practice`,
  sql`drop table practice_figure`,
  sql`drop table area_figure`,
];

/** Practices and months in which a count or an area differs, with the counts of every measure on both sides. */
const practiceTable = ({ before, after, periods }: Sides): Sql => sql`
  create table practice as
  select practice_code, period, coalesce(after.practice_name, before.practice_name) as area_name,
    before.practice_name is not null as was_there, after.practice_name is not null as is_there,
    ${list(codes.flatMap((code) => (['before', 'after'] as const).map((side) => sql`${ident(side)}.${ident(code)} as ${ident(`${code}_${side}`)}`)))},
    before.counts as counts_before, after.counts as counts_after
  from (${practiceCounts('before', before, periods)}) as before
  full join (${practiceCounts('after', after, periods)}) as after using (practice_code, period)
  where ${joined(
    ['counts', ...codes].map(
      (column) => sql`before.${ident(column)} is distinct from after.${ident(column)}`,
    ),
    ' or ',
  )}`;

const practiceCounts = (side: Side, of: readonly Measure[], periods: readonly string[]): Sql => sql`
  select practice_code, period, practice_name, ${list(codes.map(ident))},
    [${list(
      of.map((measure) => {
        const figure = practiceFigureSql(measure);
        return sql`{${list(counts.map((name) => sql`${ident(name)}: ${figure[name]}`))}}`;
      }),
    )}] as counts
  from ${ident(side)}.practice_month
  where period in (${list(periods)})`;

/** The same, one row per measure. */
const practiceFigureTable = sql`
  create table practice_figure as
  select practice_code, period, area_name, was_there, is_there, measure,
    ${list(codes.flatMap((code) => [ident(`${code}_before`), ident(`${code}_after`)]))},
    of_before, of_after,
    coalesce(of_before.practices, 0) > 0 as was_held, coalesce(of_after.practices, 0) > 0 as is_held,
    was_there and is_there and of_before is distinct from of_after as is_restated
  from (
    select *, unnest([${list(ids)}]) as measure, unnest(counts_before) as of_before,
      unnest(counts_after) as of_after
    from practice)
  where coalesce(of_before.practices, 0) + coalesce(of_after.practices, 0) > 0`;

/** Figures of areas that differ. */
const areaFigureTable = ({ periods }: Sides): Sql => sql`
  create table area_figure as
  select level, area_code, period, measure,
    coalesce(after_name.area_name, before_name.area_name) as area_name,
    before.practices is not null as was_held, after.practices is not null as is_held,
    ${list(counts.flatMap((name) => (['before', 'after'] as const).map((side) => sql`${ident(side)}.${ident(name)} as ${ident(`${name}_${side}`)}`)))}
  from (${areaCounts('before', periods)}) as before
  full join (${areaCounts('after', periods)}) as after using (level, area_code, period, measure)
  left join before.area_month as before_name using (level, area_code, period)
  left join after.area_month as after_name using (level, area_code, period)
  where ${joined(
    counts.map((name) => sql`before.${ident(name)} is distinct from after.${ident(name)}`),
    ' or ',
  )}`;

const areaCounts = (side: Side, periods: readonly string[]): Sql => sql`
  select level, area_code, period, measure, ${list(counts.map(ident))}
  from ${ident(side)}.figure
  where practices > 0 and measure in (${list(ids)}) and period in (${list(periods)})`;

/** Changes of practices by area. One that moved appears in both the area it left and the one it joined. */
const happened = (): Sql => {
  const parts = areaLevels.flatMap(({ id, column }) =>
    (['before', 'after'] as const).map((side) => {
      const area = column ? ident(`${column}_${side}`) : sql`${ENGLAND}`;
      const moved = column
        ? sql`(was_there and is_there and ${ident(`${column}_before`)} is distinct from ${ident(`${column}_after`)})`
        : sql`false`;
      // A practice that did not move counts once.
      const restated = side === 'after' ? sql`is_restated` : sql`is_restated and ${moved}`;
      const [came, went] =
        side === 'after' ? [sql`not was_there`, sql`false`] : [sql`false`, sql`not is_there`];
      return sql`
        select ${id} as level, ${area} as area_code, period, measure,
          ${countOf(restated)} as restated, ${countOf(came)} as new, ${countOf(went)} as gone,
          ${countOf(moved)} as moved
        from practice_figure
        where ${side === 'after' ? sql`is_there` : sql`was_there`} and ${area} is not null
        group by all`;
    }),
  );
  return sql`
    select level, area_code, period, measure, sum(restated) as restated, sum(new) as new,
      sum(gone) as gone, sum(moved) as moved
    from (${joined(parts, ' union all ')})
    group by all`;
};

const countOf = (condition: Sql): Sql => sql`count(case when ${condition} then 1 end)`;

/** A figure's value without its scale; null if it has none. */
const ratio = (side: Side): Sql => {
  const [numerator, denominator] = [ident(`numerator_${side}`), ident(`denominator_${side}`)];
  const alone = measures.filter(({ form }) => form === 'count').map(({ id }) => id);
  const share = sql`cast(${numerator} as double precision) / nullif(${denominator}, 0)`;
  return alone.length
    ? sql`case when measure in (${list(alone)}) then ${numerator} else ${share} end`
    : share;
};

const levelPosition = sql`case level ${joined(
  levelIds.map((id, i) => sql`when ${id} then ${expression(String(i))}`),
  ' ',
)} end`;

const change = sql`
  case when not was_held then 'new' when not is_held then 'gone'
    when ${ratio('before')} is distinct from ${ratio('after')} then 'value' else 'counts' end`;

/** All differences, in the order of figures. */
const revisionTable = sql`
  create table revision as
  with practices as (
    select 'practice' as level, practice_code as area_code, area_name, period, measure, was_held, is_held,
      ${list(
        counts.flatMap((name) =>
          (['before', 'after'] as const).map(
            (side) => sql`${ident(`of_${side}`)}.${ident(name)} as ${ident(`${name}_${side}`)}`,
          ),
        ),
      )},
      cast(is_restated as integer) as restated, cast(not was_there as integer) as new,
      cast(not is_there as integer) as gone, 0 as moved
    from practice_figure
    where of_before is distinct from of_after),
  areas as (
    select area_figure.*, restated, new, gone, moved
    from area_figure
    left join (${happened()}) as happened using (level, area_code, period, measure))
  select period, level, area_code, area_name, measure, ${change} as change,
    ${list(
      counts.flatMap((name) =>
        (['before', 'after'] as const).map((side) => {
          const column = ident(`${name}_${side}`);
          return name.startsWith('practices')
            ? sql`cast(coalesce(${column}, 0) as integer) as ${column}`
            : column;
        }),
      ),
    )},
    ${list(
      ['restated', 'new', 'gone', 'moved'].map(
        (name) =>
          sql`cast(coalesce(${ident(name)}, 0) as integer) as ${ident(`practices_${name}`)}`,
      ),
    )}
  from (select * from areas union all by name select * from practices)
  order by ${levelPosition}, area_code, period, ${positionOf(measures)}`;

/** How many figures each side has by level, measure and month, in all its months. */
const totalTable = ({ before, after }: Sides): Sql => sql`
  create table total as
  select level, measure, period, before.figures as figures_before, after.figures as figures_after
  from (${figuresHeld('before', before)}) as before
  full join (${figuresHeld('after', after)}) as after using (level, measure, period)`;

const figuresHeld = (side: Side, of: readonly Measure[]): Sql => sql`
  select level, measure, period, cast(count(*) as integer) as figures
  from ${ident(side)}.figure
  where practices > 0 and measure in (${list(ids)})
  group by level, measure, period
  union all
  select 'practice', measure, period, figures
  from (
    select period, unnest([${list(ids)}]) as measure,
      unnest([${list(of.map((measure) => sumsSql(measure).practices))}]) as figures
    from ${ident(side)}.practice_month
    group by period)
  where figures > 0`;

function conditionsOf(question: RevisionsQuestion): Sql {
  const { levels: of, areas, between, measures: asked, periods, changes } = question;
  const conditions: Sql[] = [];
  const among = (column: string, values: readonly string[] | undefined) => {
    if (values)
      conditions.push(values.length ? sql`${ident(column)} in (${list(values)})` : sql`false`);
  };
  among('level', of);
  among('area_code', areas);
  among(
    'measure',
    asked?.map(({ id }) => id),
  );
  among('period', periods);
  among('change', changes);
  if (between) conditions.push(sql`area_code between ${between[0]} and ${between[1]}`);
  return every(conditions);
}

/** Figures that differ, in the order of figures. */
export const revisionsQuery = (question: RevisionsQuestion): Sql => sql`
  select * from revision where ${conditionsOf(question)}`;

/** How many revisions there are of each kind. */
export const revisionCountQuery = (question: RevisionsQuestion): Sql => sql`
  select change, cast(count(*) as integer) as figures
  from revision
  where ${conditionsOf(question)}
  group by change`;

const numberOf = (kind: RevisionChange): Sql =>
  sql`cast(count(case when change = ${kind} then 1 end) as integer)`;

/** How many figures each side has, and how many differ, by level, measure and month. */
export const revisionTotalsQuery = (question: Omit<RevisionsQuestion, 'changes'>): Sql => sql`
  select period, level, measure, coalesce(figures_before, 0) as figures_before,
    coalesce(figures_after, 0) as figures_after,
    ${numberOf('value')} as revised, ${numberOf('counts')} as recounted,
    case when figures_before is null then figures_after else ${numberOf('new')} end as new,
    case when figures_after is null then figures_before else ${numberOf('gone')} end as gone
  from total
  left join revision using (level, measure, period)
  where ${conditionsOf(question)}
  group by period, level, measure, figures_before, figures_after
  order by ${levelPosition}, period, ${positionOf(measures)}`;
