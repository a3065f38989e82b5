import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { oldestDuckdb, releaseFile } from '../../../data/definitions/releaseFolder.ts';

/**
 * The first storage version that each version of DuckDB writes into its header: duckdb/src/storage/version_map.json.
 */
const storageVersions: Record<string, bigint> = { '1.2.0': 65n, '1.3.0': 66n, '1.4.0': 67n };

it('makes release files that the stated oldest version of DuckDB can open', () => {
  const current = readFileSync(join(inject('illustrative'), 'current'), 'utf8').trim();
  const header = readFileSync(join(inject('illustrative'), releaseFile(current))).subarray(0, 20);
  expect(header.subarray(8, 12).toString()).toBe('DUCK');
  expect(header.readBigUInt64LE(12)).toBe(storageVersions[oldestDuckdb]);
});
