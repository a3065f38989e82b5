import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Manifest, manifestText } from '../../data/definitions/manifest.ts';
import { manifestFile, releaseFile } from '../../data/definitions/releaseFolder.ts';
import type { Deed } from '../../data/life/events.ts';
import { makeManifest } from '../../scripts/ingest/folder/makeManifest.ts';
import { DuckDatabase } from '../../server/store/duckDatabase.ts';
import type { Doing } from '../../server/store/releases/ledger.ts';
import { writeDown } from '../../server/store/releases/writeDown.ts';
import { type Sql, sql } from '../../server/store/sql.ts';
import { takeIn } from './ledgers.ts';

/** Copies a release as a draft, with a manifest, to be published at a given time. */
export async function draftCopy(
  folder: string,
  from: string,
  to: string,
  due: Date,
  doing: Doing,
  ...changes: Sql[]
): Promise<void> {
  const manifest = await copied(folder, from, to, changes);
  writeFileSync(join(folder, manifestFile(to)), manifestText({ ...manifest, draft: true }));
  const { sha256 } = manifest;
  const deeds: Deed[] = [
    { event: 'built', release: to, sha256 },
    { event: 'scheduled', release: to, sha256, due: due.toISOString() },
  ];
  writeDown(folder, deeds, doing);
}

/** Copies a release under another id, with or without changes, with a manifest, as if it had been published so. */
export async function copyRelease(
  folder: string,
  from: string,
  to: string,
  ...changes: Sql[]
): Promise<void> {
  const manifest = await copied(folder, from, to, changes);
  writeFileSync(join(folder, manifestFile(to)), manifestText(manifest));
  takeIn(folder, to);
}

async function copied(
  folder: string,
  from: string,
  to: string,
  changes: readonly Sql[],
): Promise<Manifest> {
  const path = join(folder, releaseFile(to));
  cpSync(join(folder, releaseFile(from)), path);
  const database = await DuckDatabase.openToWrite(path);
  await database.run(sql`update release set id = ${to}`);
  for (const change of changes) await database.run(change);
  database.close();
  return makeManifest(path);
}
