import { type Doubt, gateChecks } from '../../../data/definitions/gate.ts';
import type { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { sql } from '../../../server/store/sql.ts';
import type { FormerRelease } from '../folder/formerRelease.ts';
import type { Continuity } from '../report/againstFormer.ts';
import { doubtAlike } from './alikeServices.ts';
import { doubtFileMonths } from './fileMonths.ts';
import { doubtBeside } from './monthsBeside.ts';
import { doubtMoved } from './movedMonths.ts';
import { doubtServices } from './wideServices.ts';

/** What the gate examines besides the tables: the files of `given_row` in order, and the time of the release. */
export interface Entry {
  files: readonly { name: string }[];
  madeAt: Date;
  /** The previous release of the same kind; null if there is none. */
  former: FormerRelease | null;
  /** The figures of months in both releases; null if the two cannot be compared. */
  continuity: Continuity | null;
}

/**
 * Compares a built release (attached as `made`) with common sense and with the previous one: every doubt about the
 * months of its new files, in the order of the checks.
 */
export async function raiseDoubts(database: DuckDatabase, entry: Entry): Promise<Doubt[]> {
  const { files, madeAt, former, continuity } = entry;
  const compared = continuity && former;
  const found = await Promise.all([
    doubtFileMonths(database, files, madeAt),
    doubtBeside(database, compared?.id ?? null),
    doubtServices(database, compared?.id ?? null),
    doubtAlike(database),
    compared ? doubtMoved(continuity!.revisions, compared.id) : [],
    former ? doubtOrder(database, former) : [],
  ]);
  const doubts = found.flat();
  const known = new Set<string>();
  const order = Object.keys(gateChecks);
  return doubts
    .filter(({ message }) => !known.has(message) && known.add(message))
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** The current month must not move back unintentionally. */
async function doubtOrder(database: DuckDatabase, former: FormerRelease): Promise<Doubt[]> {
  const { last } = (await database.first<{ last: string }>(
    sql`select max(period) as last from made.period`,
  ))!;
  if (last >= former.lastPeriod) return [];
  const says = { now: last, before: former.lastPeriod, release: former.id };
  const message = gateChecks.older_current.says(says);
  const counts = { value: last, other: former.lastPeriod };
  return [{ kind: 'older_current', period: null, area_code: null, ...counts, message }];
}
