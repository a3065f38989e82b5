import type { Doubt } from '../../../data/definitions/gate.ts';
import { type Sql, sql } from '../sql.ts';

/** A doubt about a release before it became current, and why it was accepted. */
export interface AcceptanceRow extends Doubt {
  reason: string;
  /** The release in which it was accepted. */
  accepted_in: string;
}

/** What was doubted of a release before it became current and accepted with a reason, by check and month. */
export const acceptancesQuery = (): Sql => sql`
  select kind, period, area_code, value, other, message, reason, accepted_in
  from acceptance
  order by kind, period, area_code, value, other, message, reason, accepted_in`;
