import { type Sql, sql } from '../sql.ts';

/** A former or alternative name of a place. */
export interface NameRow {
  area_code: string;
  name: string;
  /** Whether it comes from an earlier month of the release; otherwise from the practice lookup or the register. */
  former: boolean;
}

/** Alternative names of areas and practices, those of earlier months first. */
export function otherNamesQuery(lookup: boolean, register: boolean): Sql {
  const none = sql`select null as practice_code, null as practice_name where false`;
  return sql`
    select area.area_code, name, bool_or(former) as former
    from (
      select practice_code as area_code, practice_name as name, true as former from practice_month
      union all
      select area_code, area_name, true from area_month
      union all
      select practice_code, practice_name, false
      from (${lookup ? sql`select practice_code, practice_name from practice_lookup` : none}) as looked_up
      union all
      select practice_code, practice_name, false
      from (${register ? sql`select practice_code, practice_name from practice_register` : none}) as registered
    ) as told
    join area on area.area_code = told.area_code
    where name <> area_name
    group by area.area_code, name
    order by area.area_code, former desc, name`;
}

/** The supplier of each practice's system in its last month. */
export const suppliersQuery = (): Sql => sql`
  select practice_code, supplier
  from practice_month
  join area on level = 'practice' and area_code = practice_code and period = last_period
  where supplier is not null`;
