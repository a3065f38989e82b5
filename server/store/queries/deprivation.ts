import { traits } from '../../../data/definitions/traits.ts';
import { ident, type Sql, sql } from '../sql.ts';

/** How deprived the places are that a practice's patients live in: its score, higher where more, and its fifth, 1 the most. */
export interface DeprivationRow {
  practice_code: string;
  score: number | null;
  quintile: number | null;
}

export const deprivationQuery = (): Sql => sql`
  select practice_code, cast(score as double precision) as score, quintile
  from ${ident(traits.deprivation.table)}`;
