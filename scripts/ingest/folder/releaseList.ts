import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { timeInLondon } from '../../../data/definitions/days.ts';
import {
  formatProblem,
  isReleaseId,
  journalFile,
  releaseFile,
} from '../../../data/definitions/releaseFolder.ts';
import { unknown } from '../../../server/errors.ts';
import { Database } from '../../../server/store/database.ts';
import { type AcceptanceRow, acceptancesQuery } from '../../../server/store/queries/acceptances.ts';
import { sql } from '../../../server/store/sql.ts';
import { currentRelease, makeCurrent, readSmallFile } from './publish.ts';
import { enterWorkplace } from './workplace.ts';

interface Release {
  format: number;
  kind: string;
  first_period: string;
  last_period: string;
  made_at: string;
  /** The reasons for which doubts about it were accepted; none where its tables are of another format. */
  reasons: string[];
}

/** Ids of the releases of a folder, newest month first; one that was being put in place is none. */
export function releaseIds(folder: string): string[] {
  const unfinished = readSmallFile(join(folder, journalFile));
  return (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => name.endsWith('.duckdb'))
    .map((name) => name.slice(0, -'.duckdb'.length))
    .filter((id) => isReleaseId(id) && (id !== unfinished || id === currentRelease(folder)))
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
}

/**
 * One line a release: `* 2018-09.1  published  2018-04 to 2018-09  made 2026-01-31`, the star on the current one; and
 * one below it for each reason for which doubts about it were accepted.
 */
export async function listReleases(folder: string): Promise<string[]> {
  const current = currentRelease(folder);
  const lines: string[] = [];
  for (const id of releaseIds(folder)) {
    const about = await describe(folder, id);
    const { format, kind, first_period, last_period, made_at, reasons } = about;
    const ofOther = formatProblem(id, format) ? `  by another version (format ${format})` : '';
    lines.push(
      `${id === current ? '*' : ' '} ${id.padEnd(10)} ${kind.padEnd(12)} ${first_period} to ${last_period}  made ${timeInLondon(new Date(`${made_at}Z`))}${ofOther}`,
      ...reasons.map((reason) => `    accepted in spite of doubts: ${reason}`),
    );
  }
  return lines.length ? lines : [`no releases in ${resolve(folder)}`];
}

/** What the release of an id says of itself, whichever version made it. */
async function describe(folder: string, id: string): Promise<Release> {
  const database = await Database.openToRead(join(folder, releaseFile(id)));
  try {
    const about = (await database.first<Omit<Release, 'reasons'>>(
      sql`select format, kind, first_period, last_period, made_at::varchar as made_at from release`,
    ))!;
    if (formatProblem(id, about.format)) return { ...about, reasons: [] };
    const accepted = await database.all<AcceptanceRow>(acceptancesQuery());
    return { ...about, reasons: [...new Set(accepted.map(({ reason }) => reason))] };
  } finally {
    database.close();
  }
}

/**
 * Makes a release of the folder the current one, at one stroke; throws naming the nearest where there is none such,
 * or where another version of this software made it.
 */
export async function useRelease(folder: string, id: string): Promise<void> {
  const known = releaseIds(folder);
  if (!known.includes(id)) throw new Error(unknown('release', id, known));
  const { format } = await describe(folder, id);
  const problem = formatProblem(id, format);
  if (problem) throw new Error(problem);
  const workplace = await enterWorkplace(folder);
  try {
    makeCurrent(workplace.folder, id);
  } finally {
    workplace.leave();
  }
}
