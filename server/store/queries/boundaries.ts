import type { BoundaryLevel } from '../../../data/definitions/levels.ts';
import { ident, type Sql, sql } from '../sql.ts';

export interface BoundaryRow {
  /** The code of the area in figures; null where the practice lookup does not link it. */
  area_code: string | null;
  ons_code: string;
  name: string;
  /** GeoJSON, in longitude and latitude. */
  geometry: string;
}

/** The shapes of a level's areas by ONS code, with the codes of their figures where a lookup links them. */
export function boundariesQuery(level: BoundaryLevel, lookup: boolean): Sql {
  const codes = lookup
    ? sql`(select distinct ${ident(`${level}_ons_code`)} as ons_code, ${ident(`${level}_code`)} as area_code from practice_lookup)`
    : sql`(select null::varchar as ons_code, null::varchar as area_code where false)`;
  return sql`
    select area_code, ons_code, name, geometry
    from boundary
    left join ${codes} as codes using (ons_code)
    where level = ${level}
    order by ons_code`;
}
