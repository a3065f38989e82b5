import { type Sql, sql } from '../sql.ts';

/** The format of a release's file. One row. */
export const formatQuery = (): Sql => sql`select format from release`;

/** What a release says about itself; `practices` counts those of its last month. One row. */
export const releaseQuery = (): Sql => sql`
  select id as release, kind, replace(left(cast(made_at as varchar), 19), ' ', 'T') || 'Z' as made_at,
    first_period, last_period, previous, note,
    cast((select count(*) from period) as integer) as months,
    (select practices from period where period = last_period) as practices,
    cast((select count(*) from acceptance) as integer) as acceptances,
    (select string_agg(distinct measure, ',' order by measure) from figure where level = 'england') as measures
  from release`;
