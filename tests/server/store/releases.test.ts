import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { releaseFormat } from '../../../data/definitions/releaseFolder.ts';
import {
  listReleases,
  useRelease,
  verifyReleases,
} from '../../../scripts/ingest/folder/releaseList.ts';
import { Releases } from '../../../server/store/releases.ts';
import { sql } from '../../../server/store/sql.ts';
import { takeIn } from '../../support/ledgers.ts';
import { type Serving, serve } from '../../support/serving.ts';

/** Columns of every table of a release with all its references, by format. If they change, the format must change. */
const layouts = { 5: '0f5d42cb5dace259' };

it('a release has a new format with every change of its tables', async () => {
  const releases = new Releases(inject('referenced'));
  const { database } = await releases.get();
  const columns = await database.all(sql`
    select schema_name, table_name, column_name, data_type from duckdb_columns()
    where not internal order by all`);
  const layout = createHash('sha256').update(JSON.stringify(columns)).digest('hex').slice(0, 16);
  expect({ [releaseFormat]: layout }).toEqual(layouts);
  await releases.close();
});

describe('a release of another version of this software', () => {
  const other = '2099-01.1';
  let folder: string;
  let serving: Serving;
  const asked = async (path: string) => {
    const response = await fetch(serving.origin + path);
    return { status: response.status, body: await response.json() };
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'uptake-format-'));
    cpSync(inject('illustrative'), folder, { recursive: true });
    const file = join(folder, `${other}.duckdb`);
    cpSync(join(folder, '2015-03.1.duckdb'), file);
    const instance = await DuckDBInstance.create(file);
    const connection = await instance.connect();
    await connection.run('update release set format = 1');
    connection.closeSync();
    instance.closeSync();
    takeIn(folder, other);
    serving = await serve(folder);
  });
  afterAll(async () => {
    await serving.stop();
    rmSync(folder, { recursive: true });
  });

  it('is refused with a reason, without affecting others', async () => {
    const { status, body } = await asked(`/api/v1/figures?release=${other}`);
    expect(status).toBe(503);
    expect(body.detail).toBe(
      `release ${other} was made by another version of this software (ingest its files again, with --fresh): its format is 1, not ${releaseFormat}`,
    );
    const listed = await asked('/api/v1/releases');
    expect(listed.body.data.map(({ release }: { release: string }) => release)).toEqual([
      '2015-03.1',
    ]);
    expect((await asked('/api/v1/continuity')).status).toBe(200);
  });

  it('is reported by the health of a server that is ready, and by `verify`', async () => {
    await asked('/api/v1/releases');
    const why = expect.stringContaining('was made by another version of this software');
    const { status, body } = await asked('/health/ready');
    expect([status, body.release, body.problems]).toEqual([200, '2015-03.1', [why]]);
    const { lines, areWhole } = await verifyReleases(folder);
    expect([areWhole, lines]).toEqual([false, [why, expect.stringContaining('whole')]]);
  });

  it('is listed with its format, and cannot be made the current one', async () => {
    const [first] = await listReleases(folder);
    expect(first).toContain(other);
    expect(first).toContain('was made by another version of this software');
    await expect(useRelease(folder, other)).rejects.toThrow(
      `release ${other} was made by another version of this software (ingest its files again, with --fresh)`,
    );
  });
});
