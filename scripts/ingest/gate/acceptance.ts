import type { Doubt } from '../../../data/definitions/gate.ts';
import type { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { sql } from '../../../server/store/sql.ts';

const longest = 500;

/** The reason from the command line, as the release keeps it; throws if it is blank or too long. */
export function parseReason(text: string): string {
  const reason = text.replace(/[\s\p{C}]+/gu, ' ').trim();
  if (reason === '')
    throw new Error('no reason is given for --accept: say why the files are right');
  if (reason.length > longest) {
    throw new Error(
      `the reason for --accept is longer than ${longest} characters: ${reason.length}`,
    );
  }
  return reason;
}

/**
 * Records what was accepted, and why, in the release (attached as `made`): the doubts of this ingest, and those about
 * months that are kept from the previous release (attached as `former`, if `keepFormer`).
 */
export async function keepAcceptances(
  database: DuckDatabase,
  doubts: readonly Doubt[],
  { id, reason, keepFormer }: { id: string; reason: string | null; keepFormer: boolean },
): Promise<void> {
  await database.run(sql`
    create table made.acceptance (kind varchar, period varchar, area_code varchar, value varchar, other varchar,
      message varchar, reason varchar, accepted_in varchar)`);
  if (keepFormer) {
    await database.run(sql`
      insert into made.acceptance
      select * from former.acceptance
      where period in (select period from made.period) and period not in (select period from given_row)`);
  }
  if (reason === null) return;
  for (const { kind, period, area_code, value, other, message } of doubts) {
    await database.run(sql`
      insert into made.acceptance
      values (${kind}, ${period}, ${area_code}, ${value}, ${other}, ${message}, ${reason}, ${id})`);
  }
}
