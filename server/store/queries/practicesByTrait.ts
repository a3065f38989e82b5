import type { Measure } from '../../../data/definitions/measures.ts';
import { traits } from '../../../data/definitions/traits.ts';
import { practiceFigureSql } from '../measureSql.ts';
import { ident, list, type Sql, sql } from '../sql.ts';
import { type Ancestor, within } from './figures.ts';

/**
 * Practices with a figure of a measure: month, counts, place, and the deprivation of their patients' homes (null if the
 * release does not have it). A type alias, so that its columns can be read as arrays.
 */
export type TraitColumns = {
  period: string[];
  practice_code: string[];
  numerator: number[];
  denominator: number[];
  region_code: (string | null)[];
  subregion_code: (string | null)[];
  ccg_code: (string | null)[];
  supplier: (string | null)[];
  score: (number | null)[];
};

/** A place's practices with a figure, by month and code; `deprived` if the release has scores. */
export function practicesByTraitQuery(
  measure: Measure,
  periods: readonly string[],
  place: Ancestor,
  deprived: boolean,
): Sql {
  const { numerator, denominator } = practiceFigureSql(measure);
  const scores = sql`left join (select practice_code, cast(score as double precision) as score
    from ${ident(traits.deprivation.table)}) as scored using (practice_code)`;
  return sql`
    select *
    from (
      select period, practice_code, ${numerator} as numerator, ${denominator} as denominator,
        region_code, subregion_code, ccg_code, supplier,
        ${deprived ? sql`score` : sql`cast(null as double precision) as score`}
      from practice_month ${deprived ? scores : sql``}
      where period in (${list(periods)}) and ${within(place)}) as one
    where numerator is not null and denominator > 0
    order by period, practice_code`;
}
