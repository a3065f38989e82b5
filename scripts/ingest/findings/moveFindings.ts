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
 * Each practice's patients set up by month and measure, with those of its month before, and its systems in both;
 * `moved` if their suppliers differ. Over `combined`.
 */
export const moves: Sql = sql`
  create table move as
  with told as (
    select practice_code, practice_name, period, supplier, registered, ${firstFile},
      case when ${knownSupplier} then ${brandSql(sql`supplier`)} end as brand, ${list(
        followed.map((measure) => {
          const { numerator, denominator } = practiceFigureSql(measure);
          return sql`{measure: ${quoted(measure.id)}, x: ${numerator}, n: ${denominator}} as ${ident(measure.id)}`;
        }),
      )}
    from combined
  ), known as (
    select *, last_value(brand ignore nulls) over before as brand_before,
      last_value(case when brand is not null then supplier end ignore nulls) over before as supplier_before,
      last_value(case when brand is not null then period end ignore nulls) over before as period_known,
      lag(period) over months as period_before, ${list(
        followed.map(({ id }) => sql`lag(${ident(id)}) over months as ${ident(`${id}_before`)}`),
      )}
    from told
    window months as (partition by practice_code order by period),
      before as (partition by practice_code order by period rows between unbounded preceding and 1 preceding)
  ), each as (
    select practice_code, practice_name, period, supplier, brand, registered, file_id, row, brand_before,
      supplier_before, period_known, period_before, unnest([${list(
        followed.map(({ id }) => sql`{now: ${ident(id)}, before: ${ident(`${id}_before`)}}`),
      )}]) as figure
    from known
  )
  select * exclude (figure), figure.now.measure as measure,
    figure.now.x as x, figure.now.x / nullif(figure.now.n, 0)::double * 100 as value,
    figure.before.x as x_before, figure.before.x / nullif(figure.before.n, 0)::double * 100 as value_before,
    brand <> brand_before as moved, ${band} as band
  from each`;

const titles = (measure: Sql): Sql =>
  sql`case ${measure} ${joined(
    followed.map(({ id, title }: Measure) => sql`when ${quoted(id)} then ${quoted(title)}`),
    ' ',
  )} end`;

const isNextMonth = sql`period_before = ${monthBefore(sql`period`)}`;

/** Changes within a system from one month to the next, in percentage points. */
const steps = sql`
  select *, value - value_before as change
  from move
  where ${isNextMonth} and not coalesce(moved, false) and value is not null and value_before is not null`;

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
    where x = 0 and x_before >= ${number(limits.fellFrom)} and ${isNextMonth}`,
  sql`
    select 'unusual_move', period, practice_code, null, measure, value::varchar, value_before::varchar,
      ${sentence`${practice}, ${titles(sql`measure`)}: ${percentage(sql`value`)} in ${month}, after ${percentage(sql`value_before`)} the month before. Practices of its size and supplier do not move so far in a month.`},
      file_id, row
    from (${steps}) as step
    join (
      select measure, band, brand, count(*) as steps, quantile_cont(change, 0.25) as lower, quantile_cont(change, 0.75) as upper
      from (${steps}) as step
      group by all) as usual using (measure, band, brand)
    where steps >= ${number(limits.fewestSteps)} and abs(change) >= ${number(limits.leastPracticeMove)}
      and not (x = 0 and x_before >= ${number(limits.fellFrom)})
      and (change < lower - ${number(limits.usualSpreads)} * (upper - lower)
        or change > upper + ${number(limits.usualSpreads)} * (upper - lower))`,
];
