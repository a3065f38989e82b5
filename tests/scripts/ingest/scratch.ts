import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { releaseFile } from '../../../data/definitions/releaseFolder.ts';
import { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { expression } from '../../../server/store/sql.ts';

/** A folder of this test file's own, removed at its end. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'uptake-ingest-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a file into a new folder under the scratch folder, so that it can have any name; returns its path. */
export function written(scratch: string, name: string, content: string | Buffer): string {
  const folder = mkdtempSync(join(scratch, 'file-'));
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** All rows of a query on a release. */
export async function asked<T = Record<string, unknown>>(
  folder: string,
  id: string,
  query: string,
): Promise<T[]> {
  const database = await DuckDatabase.openToRead(join(folder, releaseFile(id)));
  try {
    return await database.all<T>(expression(query));
  } finally {
    database.close();
  }
}

/** What says of the releases of a folder what became of them. */
export const ledgered = ['current', 'ledger.jsonl'];

/** What lies in a folder of releases, by name. */
export const contents = (folder: string): string[] => readdirSync(folder).sort();
