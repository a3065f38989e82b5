import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parquet } from '../../../server/formats/parquet.ts';
import { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { expression } from '../../../server/store/sql.ts';
import { holds } from '../../../server/table.ts';
import { gathered } from '../../support/bytes.ts';
import { about, columns, illustrative, illustrativeNote, rows, tableOf } from './madeUp.ts';

let folder: string;
let database: DuckDatabase;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'uptake-parquet-'));
  database = await DuckDatabase.openToWrite(':memory:');
});
afterAll(async () => {
  database.close();
  await rm(folder, { recursive: true });
});

async function written(all: object[], description = about): Promise<string> {
  const file = join(folder, `${Math.random()}.parquet`);
  await writeFile(file, await gathered(parquet.write(tableOf(all, 2048), description)));
  return file;
}

describe('parquet', () => {
  it('reads back with equal values and the types of the columns', async () => {
    const file = await written(rows);
    const types = await database.all<{ column_name: string; column_type: string }>(
      expression(`describe select * from '${file}'`),
    );
    expect(types.map(({ column_name, column_type }) => `${column_name} ${column_type}`)).toEqual(
      columns.map((column) => {
        const sql = {
          month: 'DATE',
          day: 'DATE',
          time: 'TIMESTAMP',
          string: 'VARCHAR',
          integer: 'BIGINT',
          number: 'DOUBLE',
          boolean: 'BOOLEAN',
        };
        return `${column.name} ${sql[holds(column)]}`;
      }),
    );
    expect(await database.all(expression(`select * from '${file}'`))).toEqual(
      rows.map((row) => ({ ...row, period: `${row.period}-01` })),
    );
  });

  it('writes many row groups in order and little memory', async () => {
    const many = Array.from({ length: 45_000 }, (_, i) => ({
      ...rows[i % rows.length],
      numerator: i,
      area_name: `practice ${i}`,
    }));
    const pieces: Uint8Array[] = [];
    for await (const piece of parquet.write(tableOf(many, 2048), about)) {
      pieces.push(piece as Uint8Array);
    }
    expect(pieces.length).toBeGreaterThan(2);
    const file = await written(many);
    const found = await database.all<{ numerator: number; area_name: string }>(
      expression(`select * from '${file}'`),
    );
    expect(found.length).toBe(many.length);
    expect(found.every((row, i) => row.numerator === i && row.area_name === `practice ${i}`)).toBe(
      true,
    );
    const groups = await database.first<{ n: number }>(
      expression(`select count(distinct row_group_id) as n from parquet_metadata('${file}')`),
    );
    expect(groups).toEqual({ n: 5 });
  });

  it('has minimum, maximum and null count of each column in each row group', async () => {
    const many = Array.from({ length: 25_000 }, (_, i) => ({
      ...rows[0],
      period: `20${10 + Math.floor(i / 10_000)}-03`,
      numerator: i % 10 ? i : null,
    }));
    const file = await written(many);
    const found = await database.all(
      expression(
        `select stats_min_value as least, stats_max_value as greatest, stats_null_count as empty
         from parquet_metadata('${file}') where path_in_schema in ('period', 'numerator')
         order by row_group_id, path_in_schema`,
      ),
    );
    expect(found).toEqual([
      { least: '1', greatest: '9999', empty: 1000 },
      { least: '2010-03-01', greatest: '2010-03-01', empty: 0 },
      { least: '10001', greatest: '19999', empty: 1000 },
      { least: '2011-03-01', greatest: '2011-03-01', empty: 0 },
      { least: '20001', greatest: '24999', empty: 500 },
      { least: '2012-03-01', greatest: '2012-03-01', empty: 0 },
    ]);
  });

  it('can be without rows', async () => {
    const file = await written([]);
    expect(await database.all(expression(`select * from '${file}'`))).toEqual([]);
  });

  it('names its release, and marks illustrative data', async () => {
    const file = await written(rows, illustrative);
    const found = await database.all<{ key: string; value: string }>(
      expression(
        `select decode(key) as key, decode(value) as value from parquet_kv_metadata('${file}')`,
      ),
    );
    expect(Object.fromEntries(found.map(({ key, value }) => [key, value]))).toMatchObject({
      release: '2018-09.1',
      kind: 'illustrative',
      note: illustrativeNote,
    });
  });
});
