import { limits } from '../../../data/definitions/findings.ts';
import { listSizes } from '../../../data/definitions/listSizes.ts';
import { type Measure, measures } from '../../../data/definitions/measures.ts';
import { unknownSuppliers } from '../../../data/definitions/suppliers.ts';
import { practiceFigureSql } from '../../../server/store/measureSql.ts';
import { brandSql } from '../../../server/store/queries/supplierChanges.ts';
import { expression, ident, joined, list, type Sql, sql } from '../../../server/store/sql.ts';
import { quoted } from '../rows/columns.ts';
import {
  count,
  firstFile,
  month,
  monthBefore,
  percentage,
  practice,
  sentence,
  since,
} from './findingSql.ts';

/**
 * Measures whose monthly changes at practices are examined: patients set up, a stock that changes little from month to
 * month.
 */
const followed = measures.filter(
  ({ stage, unit }) => stage === 'enabled' && unit === 'percent of patients',
);

const number = (value: number): Sql => expression(String(value));

const band = (registered: Sql): Sql =>
  sql`case ${joined(
    listSizes.map(({ below }, i) =>
      below === null
        ? sql`else ${number(i)}`
        : sql`when ${registered} < ${number(below)} then ${number(i)}`,
    ),
    ' ',
  )} end`;

const knownSupplier = sql`supplier is not null and supplier not in (${list(unknownSuppliers.map(quoted))})`;

/** Practices by month with their system, if it is known, and their figures. Over `combined`. */
const figured = sql`
  select practice_code, practice_name, period, supplier, registered, ${firstFile},
    case when ${knownSupplier} then ${brandSql(sql`supplier`)} end as brand,
    {${list(followed.map((measure) => sql`${ident(measure.id)}: ${xAndN(measure)}`))}} as figures
  from combined`;

/** A practice's numerator (x) and denominator (n) of a measure. */
function xAndN(measure: Measure): Sql {
  const { numerator, denominator } = practiceFigureSql(measure);
  return sql`{x: ${numerator}, n: ${denominator}}`;
}

/**
 * Makes the table `system_change`: the months in which a practice has another system than it was last known to have,
 * with its figures in that month and in its month before. Only practices that had several are put in order of months,
 * which takes long.
 */
export const systemChanges: Sql = sql`
  create table system_change as
  with figured as (${figured}), known as (
    select *, lag(figures) over (partition by practice_code order by period) as figures_before,
      last_value(case when brand is not null then {brand: brand, supplier: supplier, period: period} end ignore nulls)
        over (partition by practice_code order by period rows between unbounded preceding and 1 preceding) as system_before
    from figured
    where practice_code in (select practice_code from figured group by practice_code having min(brand) <> max(brand))
  )
  select practice_code, practice_name, period, supplier, file_id, row, system_before.supplier as supplier_before,
    system_before.period as period_known, figures, figures_before
  from known
  where brand <> system_before.brand`;

/**
 * Makes the table `practice_move`: practices with their figures in a month and in the calendar month before, `moved` if
 * they have another system. Over `system_change`.
 */
export const practiceMoves: Sql = sql`
  create table practice_move as
  with figured as (${figured}), month as (
    select period, ${monthBefore(sql`period`)} as month_before from (select distinct period from combined)
  )
  select now.practice_code, now.period, now.brand, ${band(sql`now.registered`)} as band,
    system_change.period is not null as moved, now.figures, before.figures as figures_before
  from figured as now
  join month using (period)
  join figured as before on before.practice_code = now.practice_code and before.period = month.month_before
  left join system_change on system_change.practice_code = now.practice_code and system_change.period = now.period`;

const x = (figures: 'figures' | 'figures_before', { id }: Measure): Sql =>
  sql`${ident(figures)}.${ident(id)}.x`;

const value = (figures: 'figures' | 'figures_before', measure: Measure): Sql =>
  sql`(${x(figures, measure)} / nullif(${ident(figures)}.${ident(measure.id)}.n, 0)::double * 100)`;

/** The change of a measure from one month to the next, in percentage points. */
const change = (measure: Measure): Sql =>
  sql`${value('figures', measure)} - ${value('figures_before', measure)}`;

/** Whether patients set up fell to none, or a percentage changed so much that it may be unusual. */
const isNotable = (measure: Measure): Sql => sql`
  ${x('figures', measure)} = 0 and ${x('figures_before', measure)} >= ${number(limits.fellFrom)}
    or abs(${change(measure)}) >= ${number(limits.leastPracticeMove)}`;

/** Rows with `figures` and `figures_before` as one row per measure: its numerators, and its percentages. */
const byMeasure = (rows: Sql): Sql => sql`
  select * exclude (figures, figures_before),
    unnest([${list(
      followed.map(
        (measure) => sql`{measure: ${quoted(measure.id)}, x: ${x('figures', measure)},
          x_before: ${x('figures_before', measure)}, value: ${value('figures', measure)},
          value_before: ${value('figures_before', measure)}}`,
      ),
    )}], recursive := true)
  from (${rows})`;

/** Makes the table `notable_move`: notable moves of practices, one row per measure, with their names. */
export const notableMoves: Sql = sql`
  create table notable_move as
  select *, value - value_before as change
  from (${byMeasure(sql`
    select * from practice_move where ${joined(followed.map(isNotable), ' or ')}`)})
  join (select practice_code, period, practice_name, ${firstFile} from combined) using (practice_code, period)`;

/** How many practices of a size and supplier have a change of a measure within a system, and their quartiles. */
const usual = sql`
  select band, brand, unnest(measures, recursive := true)
  from (
    select band, brand, [${list(
      followed.map(
        (measure) => sql`{measure: ${quoted(measure.id)}, steps: count(${change(measure)}),
          quartiles: quantile_cont(${change(measure)}, [0.25, 0.75])}`,
      ),
    )}] as measures
    from practice_move
    where not moved
    group by band, brand
  )`;

const titles = (measure: Sql): Sql =>
  sql`case ${measure} ${joined(
    followed.map(({ id, title }: Measure) => sql`when ${quoted(id)} then ${quoted(title)}`),
    ' ',
  )} end`;

/** Queries for monthly changes at single practices, over `system_change`, `practice_move` and `notable_move`. */
export const moveFindings = (): Sql[] => [
  sql`
    select 'system_changed', period, practice_code, null, measure, value::varchar, value_before::varchar,
      ${sentence`${practice} moved from ${sql`supplier_before`} to ${sql`supplier`} ${since(sql`period_known`)}. ${titles(sql`measure`)}: ${percentage(sql`value_before`)} before, ${percentage(sql`value`)} after.`},
      file_id, row
    from (${byMeasure(sql`from system_change`)})`,
  sql`
    select 'fell_to_none', period, practice_code, null, measure, x::varchar, x_before::varchar,
      ${sentence`${practice}, ${titles(sql`measure`)}: none in ${month}, after ${count(sql`x_before`)} the month before.`},
      file_id, row
    from notable_move
    where x = 0 and x_before >= ${number(limits.fellFrom)}`,
  sql`
    select 'unusual_move', period, practice_code, null, measure, value::varchar, value_before::varchar,
      ${sentence`${practice}, ${titles(sql`measure`)}: ${percentage(sql`value`)} in ${month}, after ${percentage(sql`value_before`)} the month before. Few practices of its size and supplier move so far in a month.`},
      file_id, row
    from notable_move
    join (${usual}) using (measure, band, brand)
    where not moved and steps >= ${number(limits.fewestSteps)} and abs(change) >= ${number(limits.leastPracticeMove)}
      and not (x = 0 and x_before >= ${number(limits.fellFrom)})
      and (change < quartiles[1] - ${number(limits.usualSpreads)} * (quartiles[2] - quartiles[1])
        or change > quartiles[2] + ${number(limits.usualSpreads)} * (quartiles[2] - quartiles[1]))`,
];
