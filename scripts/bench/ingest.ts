import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { longFields } from '../../data/definitions/extracts.ts';
import { DuckDatabase } from '../../server/store/duckDatabase.ts';
import { expression, list, sql } from '../../server/store/sql.ts';
import { unpackZip } from '../ingest/files/unpackZip.ts';
import { ingest } from '../ingest/ingest.ts';
import { readLimits } from '../ingest/limits.ts';
import type { Generated } from './generated.ts';
import { inMs, inTurns, type Ratio } from './measuring.ts';

const turns = 9;
const limits = readLimits({});

/** The published extract of six months of 2018, if available. */
function publishedZip(): string | null {
  const folder =
    process.env.UPTAKE_PUBLISHED || fileURLToPath(new URL('../../../shared/data', import.meta.url));
  const zip = join(folder, 'pomi', 'pomi_1819-apr2018_to_sep2018.zip');
  return existsSync(zip) ? zip : null;
}

/**
 * Making a release of the published extract of six months (the zip, and the CSV within) compared with DuckDB alone
 * reading the same CSV and pivoting it into a new database; for the zip, after unpacking it. If it is not available,
 * generated extracts of twelve months are used instead.
 */
export async function benchIngest(generated: Generated): Promise<Ratio[]> {
  const folder = join(generated.folder, 'ingest');
  await mkdir(folder);
  let made = 0;
  const fresh = (name: string) => join(folder, `${name}-${made++}`);
  const zip = publishedZip();
  if (!zip) {
    const files = await generated.extractsOf(12);
    const { ours, bare } = await inTurns(turns, {
      bare: () => pivotWide(files, fresh('bare')),
      ours: () => release(files, fresh('ours')),
    });
    return [ratio('ingest of generated extracts of 12 months, to DuckDB alone', ours, bare)];
  }
  const [csv] = await unpackZip(zip, 'zip', join(folder, 'given'), limits, []);
  const { ofCsv, ofZip, unpack, bare } = await inTurns(turns, {
    bare: () => pivotLong(csv!.path, fresh('bare')),
    ofCsv: () => release([csv!.path], fresh('csv')),
    unpack: () => unpackZip(zip, 'zip', join(folder, 'again'), limits, []),
    ofZip: () => release([zip], fresh('zip')),
  });
  return [
    ratio('ingest of the published CSV of 6 months, to DuckDB alone', ofCsv, bare),
    ratio('ingest of its zip, to unpacking it and DuckDB alone', ofZip, unpack + bare),
  ];
}

const ratio = (name: string, ours: number, bare: number): Ratio => ({
  name,
  value: ours / bare,
  detail: `${inMs(ours)} to ${inMs(bare)}`,
  atMost: 2,
});

async function release(files: readonly string[], dataFolder: string): Promise<void> {
  const { release, problems, doubts } = await ingest({ files: [...files], dataFolder });
  if (!release) throw new Error(`nothing was released: ${[...problems, ...doubts][0]!.message}`);
}

/** What anyone would write to get the extract as a table with one row per practice and month. */
async function pivotLong(csv: string, file: string): Promise<void> {
  const database = await DuckDatabase.openToWrite(file);
  const fields = Object.keys(longFields).map((field) => expression(`'${field}'`));
  await database.run(sql`
    create table practice_month as
    pivot (from read_csv(${csv})) on field in (${list(fields)}) using max(value)
    group by report_period_end, region_code, region_name, subregion_code, subregion_name, ccg_code, ccg_name,
      practice_code, practice_name, system_supplier`);
  database.close();
}

/** The same for extracts of the layout of 2015, one file per service. */
async function pivotWide(files: readonly string[], file: string): Promise<void> {
  const database = await DuckDatabase.openToWrite(file);
  await database.run(sql`
    create table practice_month as
    pivot (from read_csv([${list(files)}], nullstr = 'NULL', dateformat = '%d/%m/%Y', filename = true)) on filename
    using max(SystemEnabled) as status, max(PatientsEnabled) as enabled, max(PatientsUsed) as accessed
    group by PeriodEnd, CommissioningRegionCode, RegionGeographyCode, CCGCode, CCGName, GPPracticeCode,
      GPPracticeName, Supplier, NoPatients`);
  database.close();
}
