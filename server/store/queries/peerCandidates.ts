import { type Trait, traits } from '../../../data/definitions/traits.ts';
import { ident, type Sql, sql } from '../sql.ts';

/** A practice with the characteristics that its peers are chosen by. None of them is uptake. */
export interface PeerCandidateRow {
  code: string;
  name: string;
  ccg_code: string | null;
  /** The supplier of its computer system that month. */
  supplier: string | null;
  registered: number | null;
  /** Deprivation score, higher is more deprived; null if unknown. */
  deprivation: number | null;
  rural: boolean | null;
}

/** The practices of a month by code, with what the release's reference files say about them. */
export function peerCandidatesQuery(period: string, held: ReadonlySet<Trait>): Sql {
  const from = (trait: Trait, column: string): Sql =>
    sql`left join (select practice_code, ${ident(column)} from ${ident(traits[trait].table)}) as ${ident(trait)} using (practice_code)`;
  const deprived = held.has('deprivation');
  const rural = held.has('rurality');
  return sql`
    select practice_code as code, practice_name as name, ccg_code, supplier, registered,
      ${deprived ? sql`cast(score as double precision)` : sql`null`} as deprivation,
      ${rural ? sql`rural` : sql`null`} as rural
    from practice_month
      ${deprived ? from('deprivation', 'score') : sql``}
      ${rural ? from('rurality', 'rural') : sql``}
    where period = ${period}
    order by practice_code`;
}
