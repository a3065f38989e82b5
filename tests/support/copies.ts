import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifestText } from '../../data/definitions/manifest.ts';
import { manifestFile, releaseFile } from '../../data/definitions/releaseFolder.ts';
import { makeManifest } from '../../scripts/ingest/folder/makeManifest.ts';
import { Database } from '../../server/store/database.ts';
import { type Sql, sql } from '../../server/store/sql.ts';

/** Puts a copy of a release beside it under another id, changed or not, with a manifest, as if it had been published so. */
export async function copyRelease(
  folder: string,
  from: string,
  to: string,
  ...changes: Sql[]
): Promise<void> {
  const path = join(folder, releaseFile(to));
  cpSync(join(folder, releaseFile(from)), path);
  const database = await Database.openToWrite(path);
  await database.run(sql`update release set id = ${to}`);
  for (const change of changes) await database.run(change);
  database.close();
  writeFileSync(join(folder, manifestFile(to)), manifestText(await makeManifest(path)));
}
