import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { oldestDuckdb, releaseFile } from '../../../data/definitions/releaseFolder.ts';
import { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { sql } from '../../../server/store/sql.ts';

/**
 * The first storage version that each version of DuckDB writes into its header: duckdb/src/storage/version_map.json.
 */
const storageVersions: Record<string, bigint> = { '1.2.0': 65n, '1.3.0': 66n, '1.4.0': 67n };

const current = readFileSync(join(inject('referenced'), 'current'), 'utf8').trim();
const file = join(inject('referenced'), releaseFile(current));

it('makes release files that the stated oldest version of DuckDB can open', () => {
  const header = readFileSync(file).subarray(0, 20);
  expect(header.subarray(8, 12).toString()).toBe('DUCK');
  expect(header.readBigUInt64LE(12)).toBe(storageVersions[oldestDuckdb]);
});

it('compresses texts in ways that are quick to write', async () => {
  const database = await DuckDatabase.openToRead(file);
  const used = await database.all<{ compression: string }>(sql`
    select distinct compression
    from pragma_storage_info('area')
    where segment_type = 'VARCHAR'`);
  database.close();
  const ways = used.map(({ compression }) => compression);
  expect(ways).toContain('Dictionary');
  expect(ways).not.toContain('FSST');
});
