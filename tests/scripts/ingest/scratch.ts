import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { releaseFile } from '../../../data/definitions/releaseFolder.ts';
import { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { expression } from '../../../server/store/sql.ts';

/** A folder for this test file only, removed at its end. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'uptake-ingest-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a file into a new folder within the scratch folder, so that it can have any name; returns its path. */
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

/** The files that record what happened to the releases of a folder. */
export const ledgered = ['current', 'ledger.jsonl'];

/** The names of what a folder of releases contains. */
export const contents = (folder: string): string[] => readdirSync(folder).sort();
