import type { Doubt } from '../../../data/definitions/gate.ts';
import { type Sql, sql } from '../sql.ts';

/** A doubt about a release before it became current, and why it was accepted. */
export interface AcceptanceRow extends Doubt {
  reason: string;
  /** The release in which it was accepted. */
  accepted_in: string;
}

/** Doubts about a release that were accepted with a reason before it became current, by check and month. */
export const acceptancesQuery = (): Sql => sql`
  select kind, period, area_code, value, other, message, reason, accepted_in
  from acceptance
  order by kind, period, area_code, value, other, message, reason, accepted_in`;
