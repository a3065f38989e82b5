import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { releaseFile, releaseFormat } from '../../../data/definitions/releaseFolder.ts';
import type { Database } from '../../../server/store/database.ts';
import { sql } from '../../../server/store/sql.ts';
import { currentRelease } from './publish.ts';

export type Kind = 'published' | 'illustrative';

/** The release that is current while a new one is made, attached as `former`. */
export interface FormerRelease {
  id: string;
  kind: Kind;
  format: number;
  lastPeriod: string;
}

/**
 * Attaches the current release of a folder as `former`, whichever version made it; null where there is none. Throws
 * where its file is not there but needed.
 */
export async function attachFormer(
  database: Database,
  folder: string,
  needed: boolean,
): Promise<FormerRelease | null> {
  const id = currentRelease(folder);
  if (id === null) return null;
  const file = join(folder, releaseFile(id));
  if (!existsSync(file)) {
    if (!needed) return null;
    throw new Error(`the current release has no file (add --fresh to start from nothing): ${file}`);
  }
  await database.attach(file, 'former', 'read');
  return (await database.first<FormerRelease>(
    sql`select id, kind, format, last_period as "lastPeriod" from former.release`,
  ))!;
}

/** Whether the tables of a former release are to be held against those of a new one of a kind: illustrative figures tell nothing of published ones. */
export const isComparable = (former: FormerRelease | null, kind: Kind): boolean =>
  former !== null && former.kind === kind && former.format === releaseFormat;
