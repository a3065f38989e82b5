import type { Breakdown } from '../../../data/definitions/breakdowns.ts';
import { notKnown } from '../../../data/definitions/breakdowns.ts';
import { listSizes } from '../../../data/definitions/listSizes.ts';
import type { Measure } from '../../../data/definitions/measures.ts';
import { traits } from '../../../data/definitions/traits.ts';
import { figureSql, inExtractSql, practicePartSql } from '../measureSql.ts';
import { ident, joined, list, type Sql, sql } from '../sql.ts';
import { type Ancestor, type FigureRow, within } from './figures.ts';
import { oneBelowAnother, sideBySide } from './ofEachMeasure.ts';

/** The counts of one group of an area's practices; `registered` is all patients of the group. */
export interface BreakdownRow
  extends Pick<
    FigureRow,
    'period' | 'measure' | 'numerator' | 'denominator' | 'practices' | 'practices_reported'
  > {
  group_code: string;
  registered: number | null;
  /** Sums over its practices, for the uncertainty that comes from differences between practices. */
  numerator_squared: number;
  product: number;
  denominator_squared: number;
}

export interface BreakdownQuestion {
  by: Breakdown['id'];
  measures: readonly Measure[];
  periods: readonly string[];
  area: Ancestor;
  /** The latest month of the release. */
  latest: string;
}

/** Figures of an area by group of its practices, summed from the practices, in order of month. */
export function breakdownQuery(question: BreakdownQuestion): Sql {
  const { measures, periods, area } = question;
  const { code, join } = groupSql(question);
  return sql`
    with grouped as (
      select practice_month.*, ${code} as group_code
      from practice_month ${join}
      where period in (${list(periods)}) and ${within(area)}),
    wide as (
      select period, group_code, cast(sum(registered) as bigint) as registered,
        ${sideBySide(measures, countsOf)}
      from grouped
      group by period, group_code)
    select period, group_code, registered, measure, ${list(countNames.map(ident))}
    from (${oneBelowAnother(sql`wide`, measures, ['period', 'group_code', 'registered'], countNames)}) as counted
    order by period, group_code, position`;
}

const countNames = [
  'numerator',
  'denominator',
  'practices',
  'practices_reported',
  'numerator_squared',
  'product',
  'denominator_squared',
] as const;

function countsOf(measure: Measure): Record<(typeof countNames)[number], Sql> {
  const part = practicePartSql(measure);
  const x = sql`coalesce(cast(${part.numerator} as double precision), 0)`;
  const n = sql`coalesce(cast(${part.denominator} as double precision), 0)`;
  const summed = (product: Sql) =>
    sql`coalesce(sum(case when ${inExtractSql(measure)} then ${product} end), 0)`;
  return {
    ...figureSql(measure),
    numerator_squared: summed(sql`${x} * ${x}`),
    product: summed(sql`${x} * ${n}`),
    denominator_squared: summed(sql`${n} * ${n}`),
  };
}

/** The group of a row of `practice_month`, and the join needed to find it. */
function groupSql({ by, latest }: BreakdownQuestion): { code: Sql; join: Sql } {
  if (by === 'supplier') return { code: sql`coalesce(supplier, ${notKnown.code})`, join: sql`` };
  if (by === 'deprivation') {
    return {
      code: sql`coalesce(cast(quintile as varchar), ${notKnown.code})`,
      join: sql`left join (select practice_code, quintile from ${ident(traits.deprivation.table)}) as scored
        using (practice_code)`,
    };
  }
  if (by === 'practice_status') {
    return {
      code: sql`case when last_period = ${latest} then 'in_latest_month' else 'not_in_latest_month' end`,
      join: sql`join (select area_code as practice_code, last_period from area where level = 'practice') as lived
        using (practice_code)`,
    };
  }
  const bands = listSizes.map(({ id, below }) =>
    below === null ? sql`else ${id}` : sql`when registered < ${below} then ${id}`,
  );
  return {
    code: sql`case when registered is null then ${notKnown.code} ${joined(bands, ' ')} end`,
    join: sql``,
  };
}
