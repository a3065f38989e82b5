import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { longFields } from '../../data/definitions/extracts.ts';
import { Database } from '../../server/database.ts';
import { expression, list, sql } from '../../server/sql.ts';
import { ingest } from '../ingest/ingest.ts';
import { unpackZip } from '../ingest/unpackZip.ts';
import { median, type Ratio } from './measuring.ts';

const rounds = 5;

/**
 * Making a release of a published extract of the layout of 2018 (the zip, and the CSV within) against DuckDB alone
 * reading the same CSV and pivoting it into a new database file; for the zip, unpacking it comes before. All are
 * run in turns, so that what else the machine does meets each alike.
 */
export async function benchIngest(zip: string): Promise<Ratio[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-ingest-'));
  try {
    const [csv] = await unpackZip(zip, 'zip', join(folder, 'given'), []);
    const taken = { bare: [], csv: [], unpack: [], zip: [] } as Record<string, number[]>;
    for (let round = 0; round <= rounds; round++) {
      const times = {
        bare: await once(() => bareDuckDb(csv!.path, join(folder, `bare-${round}.duckdb`))),
        csv: await once(() => release(csv!.path, join(folder, `csv-${round}`))),
        unpack: await once(() => unpackZip(zip, 'zip', join(folder, 'again'), [])),
        zip: await once(() => release(zip, join(folder, `zip-${round}`))),
      };
      if (round === 0) continue;
      for (const [what, time] of Object.entries(times)) taken[what]!.push(time);
    }
    const [bare, ofCsv, unpack, ofZip] = ['bare', 'csv', 'unpack', 'zip'].map((what) =>
      median(taken[what]!),
    ) as [number, number, number, number];
    return [
      ratio('ingest of the six-month CSV, to DuckDB alone', ofCsv, bare),
      ratio('ingest of its zip, to unpacking it and DuckDB alone', ofZip, unpack + bare),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const ratio = (name: string, ours: number, bare: number): Ratio => ({
  name,
  value: ours / bare,
  detail: `${ours.toFixed(0)} ms to ${bare.toFixed(0)} ms`,
  atMost: 2,
});

async function once(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await run();
  return performance.now() - began;
}

async function release(file: string, dataFolder: string): Promise<void> {
  const { problems } = await ingest({ files: [file], dataFolder });
  if (problems.length) throw new Error(`the extract has problems: ${problems[0]!.message}`);
}

/** What anyone would write who wants the extract as a table with one row per practice and month. */
async function bareDuckDb(csv: string, file: string): Promise<void> {
  const database = await Database.openToWrite(file);
  const fields = Object.keys(longFields).map((field) => expression(`'${field}'`));
  await database.run(sql`
    create table practice_month as
    pivot (from read_csv(${csv})) on field in (${list(fields)}) using max(value)
    group by report_period_end, region_code, region_name, subregion_code, subregion_name, ccg_code, ccg_name,
      practice_code, practice_name, system_supplier`);
  database.close();
}
