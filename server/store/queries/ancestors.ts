import type { LevelId } from '../../../data/definitions/levels.ts';
import { every, list, type Sql, sql } from '../sql.ts';

/** The areas that a place was in that month; null if the month's layout or the release has none. */
export interface AncestorsRow {
  period: string;
  area_code: string;
  region_code: string | null;
  subregion_code: string | null;
  stp_code: string | null;
  ccg_code: string | null;
  pcn_code: string | null;
}

/** For more codes than this, reading everything from the first to the last is quicker than listing them. */
const many = 300;

/**
 * The ancestors of at least the given places of a level, whose codes are sorted, for each month. They change with
 * boundaries.
 */
export function ancestorsQuery(
  level: LevelId,
  periods: readonly string[],
  codes: readonly string[],
): Sql {
  const practice = level === 'practice';
  const conditions = [sql`period in (${list(periods)})`];
  if (!practice) conditions.push(sql`level = ${level}`);
  conditions.push(
    codes.length > many
      ? sql`area_code between ${codes[0]!} and ${codes.at(-1)!}`
      : sql`area_code in (${list(codes)})`,
  );
  const months = practice
    ? sql`(select *, practice_code as area_code from practice_month)`
    : sql`area_month`;
  return sql`
    select period, area_code, region_code, subregion_code, stp_code, ccg_code, pcn_code
    from ${months} as months
    where ${every(conditions)}`;
}
