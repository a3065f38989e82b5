import type { BoundaryLevel } from '../../../data/definitions/levels.ts';
import { ident, type Sql, sql } from '../sql.ts';

export interface BoundaryRow {
  /** The area's code in figures; null if the practice lookup does not link it. */
  area_code: string | null;
  ons_code: string;
  name: string;
  /** GeoJSON, in longitude and latitude. */
  geometry: string;
}

/** The shapes of a level's areas by ONS code, with their codes in figures if a lookup links them. */
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

/** An area of the practice lookup that has no shape. */
export interface UnshapedRow {
  area_code: string;
  area_name: string;
  ons_code: string;
}

const areasOf = (level: BoundaryLevel): Sql => sql`
  select ${ident(`${level}_ons_code`)} as ons_code, min(${ident(`${level}_code`)}) as area_code,
    min(${ident(`${level}_name`)}) as area_name
  from practice_lookup
  where ${ident(`${level}_ons_code`)} is not null
  group by ${ident(`${level}_ons_code`)}`;

const shapesOf = (level: BoundaryLevel): Sql => sql`
  select ons_code, name from boundary where level = ${level}`;

/** Areas of the lookup without a shape, by name, if others of their level have one. */
export const unshapedQuery = (level: BoundaryLevel): Sql => sql`
  select area_code, area_name, ons_code
  from (${areasOf(level)}) as looked_up
  where ons_code not in (select ons_code from (${shapesOf(level)}) as drawn)
    and exists (select 1 from (${shapesOf(level)}) as drawn)
  order by area_name, area_code`;

/** A shape whose ONS code the practice lookup does not know. */
export interface StrayShapeRow {
  ons_code: string;
  name: string;
}

/** Shapes of a level that match no area of the lookup, by name, if the lookup has that level. */
export const strayShapesQuery = (level: BoundaryLevel): Sql => sql`
  select ons_code, name
  from (${shapesOf(level)}) as drawn
  where ons_code not in (select ons_code from (${areasOf(level)}) as looked_up)
    and exists (select 1 from (${areasOf(level)}) as looked_up)
  order by name, ons_code`;
