import { levelOf } from '../../../data/definitions/levels.ts';
import { traits } from '../../../data/definitions/traits.ts';
import { every, ident, type Sql, sql } from '../sql.ts';
import { type FiguresQuestion, within } from './figures.ts';

/** Characteristics of a place in a month: its practices, its patients and where they live. */
export interface ProfileRow {
  area_code: string;
  practices: number;
  registered: number | null;
  list_size: number | null;
  deprivation: number | null;
  most_deprived: number | null;
  /** Practices only. */
  supplier: string | null;
}

/** Profiles of a level's places in a month by code; with deprivation scores only if the release has them. */
export function profilesQuery(
  { level, parent }: Pick<FiguresQuestion, 'level' | 'parent'>,
  period: string,
  deprived: boolean,
): Sql {
  const column = level === 'group' ? 'practice_code' : levelOf(level).column;
  const code = column ? ident(column) : sql`'E92000001'`;
  const scores = deprived
    ? sql`left join (select practice_code, cast(score as double precision) as score, quintile
        from ${ident(traits.deprivation.table)}) as scored using (practice_code)`
    : sql``;
  const none = sql`cast(null as double precision)`;
  const weighted = sql`sum(case when score is not null then registered end)`;
  const conditions = [sql`period = ${period}`, sql`${code} is not null`];
  if (parent) conditions.push(within(parent));
  return sql`
    select ${code} as area_code, cast(count(*) as integer) as practices,
      cast(sum(registered) as double precision) as registered,
      cast(sum(registered) as double precision) / count(registered) as list_size,
      ${deprived ? sql`sum(score * registered order by practice_code) / nullif(${weighted}, 0)` : none} as deprivation,
      ${
        deprived
          ? sql`cast(100 * count(case when quintile = 1 then 1 end) as double precision) / nullif(count(quintile), 0)`
          : none
      } as most_deprived,
      ${column === 'practice_code' ? sql`max(supplier)` : sql`cast(null as varchar)`} as supplier
    from practice_month ${scores}
    where ${every(conditions)}
    group by 1
    order by area_code`;
}
