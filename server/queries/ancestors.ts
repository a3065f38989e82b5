import type { LevelId } from '../../data/definitions/levels.ts';
import { every, list, type Sql, sql } from '../sql.ts';

/** The areas a place lay in that month; null where the layout of the month or the release has none. */
export interface AncestorsRow {
  period: string;
  area_code: string;
  region_code: string | null;
  subregion_code: string | null;
  stp_code: string | null;
  ccg_code: string | null;
  pcn_code: string | null;
}

/** The ancestors of places of one level in each month, which move when boundaries do; of all without codes. */
export function ancestorsQuery(
  level: LevelId,
  periods: readonly string[],
  codes?: readonly string[],
): Sql {
  const practice = level === 'practice';
  const conditions = [sql`period in (${list(periods)})`];
  if (!practice) conditions.push(sql`level = ${level}`);
  if (codes) conditions.push(sql`area_code in (${list(codes)})`);
  const months = practice
    ? sql`(select *, practice_code as area_code from practice_month)`
    : sql`area_month`;
  return sql`
    select period, area_code, region_code, subregion_code, stp_code, ccg_code, pcn_code
    from ${months} as months
    where ${every(conditions)}`;
}
