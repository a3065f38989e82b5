import { traits } from '../../../data/definitions/traits.ts';
import { ident, type Sql, sql } from '../sql.ts';

/**
 * How deprived the areas are in which a practice's patients live: a score (higher is more deprived) and its fifth (1 is
 * the most deprived).
 */
export interface DeprivationRow {
  practice_code: string;
  score: number | null;
  quintile: number | null;
}

export const deprivationQuery = (): Sql => sql`
  select practice_code, cast(score as double precision) as score, quintile
  from ${ident(traits.deprivation.table)}`;
