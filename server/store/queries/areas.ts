import { levelIds, type PlaceLevel } from '../../../data/definitions/levels.ts';
import { expression, joined, type Sql, sql } from '../sql.ts';

export interface AreaRow {
  level: PlaceLevel;
  area_code: string;
  area_name: string;
  region_code: string | null;
  subregion_code: string | null;
  stp_code: string | null;
  ccg_code: string | null;
  pcn_code: string | null;
  /** Its ONS code, if the practice lookup has it. */
  ons_code: string | null;
  first_period: string;
  last_period: string;
  /** Registered patients in the area's last month. */
  registered: number | null;
  /** The practices of a reader's own group; absent for a published area. */
  members?: readonly string[];
}

/** Every area and practice that ever appears in the release, with the names and parents of its last month. */
export const allAreasQuery = (): Sql => sql`
  select level, area_code, area_name, region_code, subregion_code, stp_code, ccg_code, pcn_code, ons_code,
    first_period, last_period, cast(registered as bigint) as registered
  from area
  order by case level ${joined(
    levelIds.map((id, i) => expression(`when '${id}' then ${i}`)),
    ' ',
  )} end, area_code`;
