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

let reader: Promise<DuckDatabase> | undefined;
let asks = 0;

/** All rows of a query on a release, by one database for all tests, as starting another takes longer than most queries. */
export async function asked<T = Record<string, unknown>>(
  folder: string,
  id: string,
  query: string,
): Promise<T[]> {
  const database = await (reader ??= DuckDatabase.openToWrite(':memory:', { threads: '1' }));
  const name = `asked_${asks++}`;
  await database.attach(join(folder, releaseFile(id)), name, 'read');
  try {
    return await database.inSchema(name).all<T>(expression(query));
  } finally {
    await database.detach(name);
  }
}

/** The files that record what happened to the releases of a folder. */
export const ledgered = ['current', 'ledger.jsonl'];

/** The names of what a folder of releases contains. */
export const contents = (folder: string): string[] => readdirSync(folder).sort();
