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

const band = sql`case ${joined(
  listSizes.map(({ below }, i) =>
    below === null
      ? sql`else ${number(i)}`
      : sql`when registered < ${number(below)} then ${number(i)}`,
  ),
  ' ',
)} end`;

const knownSupplier = sql`supplier is not null and supplier not in (${list(unknownSuppliers.map(quoted))})`;

/**
 * Practices by month: one row each with their previous month (`follows` if no month lies between), their last
 * known system, and the figures of both months. Over `combined`.
 */
export const movesOfPractices: Sql = sql`
  create table practice_move as
  with figured as (
    select practice_code, practice_name, period, supplier, registered, ${firstFile},
      case when ${knownSupplier} then ${brandSql(sql`supplier`)} end as brand,
      {${list(followed.map((measure) => sql`${ident(measure.id)}: ${xAndN(measure)}`))}} as figures
    from combined
  ), known as (
    select *, lag({period: period, figures: figures}) over (partition by practice_code order by period) as before,
      last_value(case when brand is not null then {brand: brand, supplier: supplier, period: period} end ignore nulls)
        over (partition by practice_code order by period rows between unbounded preceding and 1 preceding) as system_before
    from figured
  )
  select practice_code, practice_name, period, supplier, brand, registered, file_id, row, system_before.brand as brand_before,
    system_before.supplier as supplier_before, system_before.period as period_known, before.period as period_before, figures,
    before.figures as figures_before, brand <> brand_before as moved,
    before.period = ${monthBefore(sql`period`)} as follows, ${band} as band
  from known`;

/** A practice's numerator (x) and denominator (n) of a measure. */
function xAndN(measure: Measure): Sql {
  const { numerator, denominator } = practiceFigureSql(measure);
  return sql`{x: ${numerator}, n: ${denominator}}`;
}

/**
 * Each practice's patients set up by month and measure, with those of its month before, and its systems in both;
 * `moved` if their suppliers differ. Over `practice_move`.
 */
export const moves: Sql = sql`
  create view move as
  select * exclude (figures, figures_before, figure), figure.measure as measure,
    figure.now.x as x, figure.now.x / nullif(figure.now.n, 0)::double * 100 as value,
    figure.before.x as x_before, figure.before.x / nullif(figure.before.n, 0)::double * 100 as value_before
  from (
    select *, unnest([${list(
      followed.map(
        ({ id }) =>
          sql`{measure: ${quoted(id)}, now: figures.${ident(id)}, before: figures_before.${ident(id)}}`,
      ),
    )}]) as figure
    from practice_move
  )`;

const titles = (measure: Sql): Sql =>
  sql`case ${measure} ${joined(
    followed.map(({ id, title }: Measure) => sql`when ${quoted(id)} then ${quoted(title)}`),
    ' ',
  )} end`;

/** Changes within a system from one month to the next, in percentage points. */
const steps = sql`
  select *, value - value_before as change
  from move
  where follows and not coalesce(moved, false) and value is not null and value_before is not null`;

/** Queries for monthly changes at single practices, over `move` (see `moves`). */
export const moveFindings = (): Sql[] => [
  sql`
    select 'system_changed', period, practice_code, null, measure, value::varchar, value_before::varchar,
      ${sentence`${practice} moved from ${sql`supplier_before`} to ${sql`supplier`} ${since(sql`period_known`)}. ${titles(sql`measure`)}: ${percentage(sql`value_before`)} before, ${percentage(sql`value`)} after.`},
      file_id, row
    from move
    where moved`,
  sql`
    select 'fell_to_none', period, practice_code, null, measure, x::varchar, x_before::varchar,
      ${sentence`${practice}, ${titles(sql`measure`)}: none in ${month}, after ${count(sql`x_before`)} the month before.`},
      file_id, row
    from move
    where x = 0 and x_before >= ${number(limits.fellFrom)} and follows`,
  sql`
    select 'unusual_move', period, practice_code, null, measure, value::varchar, value_before::varchar,
      ${sentence`${practice}, ${titles(sql`measure`)}: ${percentage(sql`value`)} in ${month}, after ${percentage(sql`value_before`)} the month before. Practices of its size and supplier do not move so far in a month.`},
      file_id, row
    from (${steps}) as step
    join (
      select measure, band, brand, count(*) as steps, quantile_cont(change, [0.25, 0.75]) as middle,
        middle[1] as lower, middle[2] as upper
      from (${steps}) as step
      group by measure, band, brand) as usual using (measure, band, brand)
    where steps >= ${number(limits.fewestSteps)} and abs(change) >= ${number(limits.leastPracticeMove)}
      and not (x = 0 and x_before >= ${number(limits.fellFrom)})
      and (change < lower - ${number(limits.usualSpreads)} * (upper - lower)
        or change > upper + ${number(limits.usualSpreads)} * (upper - lower))`,
];
