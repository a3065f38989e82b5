import { statSync } from 'node:fs';
import type { Manifest, ReleaseAbout } from '../../../data/definitions/manifest.ts';
import type { Database } from '../../../server/store/database.ts';
import { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { type AcceptanceRow, acceptancesQuery } from '../../../server/store/queries/acceptances.ts';
import { formatQuery, releaseQuery } from '../../../server/store/queries/release.ts';
import { sha256Of } from '../../../server/store/sha256.ts';

/** The manifest of a built release: what its file says about itself, its size and its checksum. */
export async function makeManifest(path: string): Promise<Manifest> {
  const database = await DuckDatabase.openToRead(path);
  try {
    return await manifestOf(database, path);
  } finally {
    database.close();
  }
}

/** The same of a release that is open already. */
export async function manifestOf(database: Database, path: string): Promise<Manifest> {
  const about = (await database.first<ReleaseAbout>(releaseQuery()))!;
  const { format } = (await database.first<{ format: number }>(formatQuery()))!;
  const reasons = await reasonsIn(database);
  return { ...about, format, reasons, bytes: statSync(path).size, sha256: await sha256Of(path) };
}

/** The reasons given for accepting doubts about a release. */
export async function reasonsIn(database: Database): Promise<string[]> {
  const accepted = await database.all<AcceptanceRow>(acceptancesQuery());
  return [...new Set(accepted.map(({ reason }) => reason))];
}
