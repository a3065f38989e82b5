import { limits } from '../../../data/definitions/findings.ts';
import { measures } from '../../../data/definitions/measures.ts';
import { expression, list, type Sql, sql } from '../../../server/store/sql.ts';
import { quoted } from '../rows/columns.ts';
import { count, month, monthBefore, monthName, sentence, tenths } from './findingSql.ts';

const monthHeldAgainst = monthName(sql`period_before`);

const number = (value: number): Sql => expression(String(value));

/**
 * Queries for changes of England's figures from month to month, over `england_step` (see `pairs`) and the release's
 * `period`.
 */
export const nationalFindings = (): Sql[] => [monthsMissing, coverageDrops, nationalMoves];

const monthsMissing = sql`
  select 'month_missing', month, null, null, null, null, null,
    ${sentence`No file has ${monthName(sql`month`)}, though there are months before and after it.`}, null, null
  from (
    select strftime(unnest(generate_series(min(period || '-01')::date, max(period || '-01')::date, interval 1 month)), '%Y-%m')
      as month
    from made.period
  )
  where month not in (select period from made.period)`;

const titles = sql`(values ${list(
  measures.map(({ id, title, scale, form, unit }) => {
    const words = form === 'share' ? '%' : ` ${unit}`;
    return sql`(${quoted(id)}, ${quoted(title)}, ${number(scale)}, ${quoted(words)})`;
  }),
)}) as title(measure, title, scale, unit)`;

/**
 * England's figures with those of the month before, if both months collected the measure; none across months without a
 * file.
 */
export const pairs = sql`
  create table england_step as
  select *, numerator / nullif(denominator, 0)::double as ratio,
    numerator_before / nullif(denominator_before, 0)::double as ratio_before
  from (
    select period, measure, practices, practices_reported, numerator, denominator, ${list(
      ['period', 'practices', 'practices_reported', 'numerator', 'denominator'].map((column) =>
        expression(
          `lag(${column}) over (partition by measure order by period) as ${column}_before`,
        ),
      ),
    )}
    from made.figure
    where level = 'england' and practices > 0
  )
  join ${titles} using (measure)
  where period_before = ${monthBefore(sql`period`)}`;

const coverageDrops = sql`
  select 'coverage_drop', period, null, null, measure, practices_reported::varchar, practices_reported_before::varchar,
    ${sentence`${sql`title`}: ${count(sql`practices_reported`)} practices reported it in ${month}, down from ${count(sql`practices_reported_before`)} in ${monthHeldAgainst}.`},
    null, null
  from england_step
  where practices_reported_before - practices_reported > ${number(limits.coverageDrop)} * practices_before`;

const nationalMoves = sql`
  select 'national_move', period, null, null, measure, (ratio * scale)::varchar, (ratio_before * scale)::varchar,
    ${sentence`${sql`title`}: ${tenths(sql`ratio * scale`)}${sql`unit`} in ${month}, after ${tenths(sql`ratio_before * scale`)}${sql`unit`} in ${monthHeldAgainst}; months usually differ by ${tenths(sql`usual * scale`)}.`},
    null, null
  from (
    select *, abs(ratio - ratio_before) as move, median(abs(ratio - ratio_before)) over (partition by measure) as usual,
      count(ratio - ratio_before) over (partition by measure) as moves
    from england_step
  )
  where moves >= ${number(limits.fewestMoves)} and move > ${number(limits.usualMoves)} * usual
    and move > ${number(limits.leastMove)}`;
