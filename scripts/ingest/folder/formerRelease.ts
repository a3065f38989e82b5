import {
  isConvertible,
  type ReleaseKind,
  releaseFormat,
} from '../../../data/definitions/releaseFolder.ts';
import type { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { type Entry, ReleaseFolder } from '../../../server/store/releases/folder.ts';
import { verify } from '../../../server/store/releases/openRelease.ts';
import { sql } from '../../../server/store/sql.ts';
import { inPresentFormat } from './olderFormats.ts';

/** The release that is current while a new one is made, attached as `former`. */
export interface FormerRelease {
  id: string;
  kind: ReleaseKind;
  format: number;
  lastPeriod: string;
}

/**
 * Attaches the current release of a folder as `former`, whichever version made it; null if the folder has none. If it
 * is needed and has an older convertible format, a copy in `work` is converted and attached. If there are releases but
 * the current one is unknown or unreadable, throws if it is needed, otherwise returns null.
 */
export async function attachFormer(
  database: DuckDatabase,
  folder: string,
  needed: boolean,
  work: string,
): Promise<FormerRelease | null> {
  try {
    const entry = currentIn(folder);
    if (!entry) return null;
    await verify(entry);
    await database.attach(entry.path, 'former', 'read');
    const former = await attached(database);
    if (!needed || !isConvertible(former.format)) return former;
    await database.detach('former');
    const converted = await inPresentFormat(entry.path, former.format, work);
    await database.attach(converted, 'former', 'read');
    return await attached(database);
  } catch (error) {
    if (!needed) return null;
    const [cause] = (error as Error).message.split('\n');
    throw new Error(
      `cannot add to the current release (make another current with \`npm run releases -- use ID\`, or add --fresh to start from nothing): ${cause}`,
      { cause: error },
    );
  }
}

const attached = async (database: DuckDatabase): Promise<FormerRelease> =>
  (await database.first<FormerRelease>(
    sql`select id, kind, format, last_period as "lastPeriod" from former.release`,
  ))!;

function currentIn(folder: string): Entry | null {
  const { named, entries } = new ReleaseFolder(folder).look();
  if (named === null && entries.size === 0) return null;
  if (named === null) {
    throw new Error(
      `the file \`current\` is missing from the folder of releases, which contains ${[...entries.keys()].join(', ')}`,
    );
  }
  const entry = entries.get(named);
  if (!entry) throw new Error(`the file \`current\` names no release that is there: ${named}`);
  if (entry.trouble?.damaged) throw new Error(entry.trouble.message);
  return entry;
}

/**
 * Whether the tables of a former release can be compared with those of a new one. Illustrative figures say nothing
 * about published ones.
 */
export const isComparable = (former: FormerRelease | null, kind: ReleaseKind): boolean =>
  former !== null && former.kind === kind && former.format === releaseFormat;
