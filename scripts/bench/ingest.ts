import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { longFields } from '../../data/definitions/extracts.ts';
import { DuckDatabase } from '../../server/store/duckDatabase.ts';
import { expression, list, type Sql, spellOut, sql } from '../../server/store/sql.ts';
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
 * reading the same CSV and pivoting it into a new database; for the zip, after unpacking it. Then both as whole
 * processes, from the command to its end. If the extract is not available, generated extracts of twelve months are used
 * instead, in this process only.
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
      bare: () => runAlone(pivotedWide(files), fresh('bare')),
      ours: () => release(files, fresh('ours')),
    });
    return [ratio('ingest of generated extracts of 12 months, to DuckDB alone', ours, bare)];
  }
  const [csv] = await unpackZip(zip, 'zip', join(folder, 'given'), limits, []);
  const pivoted = pivotedLong(csv!.path);
  const { ofCsv, ofZip, unpack, bare } = await inTurns(turns, {
    bare: () => runAlone(pivoted, fresh('bare')),
    ofCsv: () => release([csv!.path], fresh('csv')),
    unpack: () => unpackZip(zip, 'zip', join(folder, 'again'), limits, []),
    ofZip: () => release([zip], fresh('zip')),
  });
  const { command, bareProcess } = await inTurns(turns, {
    bareProcess: () => runToEnd(process.execPath, [alone, fresh('bare'), spellOut(pivoted)]),
    command: () =>
      runToEnd('npm', ['run', '--silent', 'ingest', '--', csv!.path], {
        UPTAKE_DATA: fresh('command'),
      }),
  });
  return [
    ratio('ingest of the published CSV of 6 months, to DuckDB alone', ofCsv, bare),
    ratio('ingest of its zip, to unpacking it and DuckDB alone', ofZip, unpack + bare),
    ratio('npm run ingest of the CSV, to a process with DuckDB alone', command, bareProcess, 1.8),
  ];
}

const ratio = (name: string, ours: number, bare: number, atMost = 2): Ratio => ({
  name,
  value: ours / bare,
  detail: `${inMs(ours)} to ${inMs(bare)}`,
  atMost,
});

const alone = fileURLToPath(new URL('duckdbAlone.js', import.meta.url));

/** Runs a command to its end, with some settings of its own. */
async function runToEnd(command: string, args: readonly string[], own = {}): Promise<void> {
  const env = { ...process.env, ...own };
  const [status] = await once(spawn(command, args, { env, stdio: 'ignore' }), 'exit');
  if (status !== 0) throw new Error(`${command} ended with ${status}`);
}

async function release(files: readonly string[], dataFolder: string): Promise<void> {
  const { release, problems, doubts } = await ingest({ files: [...files], dataFolder });
  if (!release) throw new Error(`nothing was released: ${[...problems, ...doubts][0]!.message}`);
}

async function runAlone(statement: Sql, file: string): Promise<void> {
  const database = await DuckDatabase.openToWrite(file);
  await database.run(statement);
  database.close();
}

/** What anyone would write to get the extract as a table with one row per practice and month. */
function pivotedLong(csv: string): Sql {
  const fields = Object.keys(longFields).map((field) => expression(`'${field}'`));
  return sql`
    create table practice_month as
    pivot (from read_csv(${csv})) on field in (${list(fields)}) using max(value)
    group by report_period_end, region_code, region_name, subregion_code, subregion_name, ccg_code, ccg_name,
      practice_code, practice_name, system_supplier`;
}

/** The same for extracts of the layout of 2015, one file per service. */
const pivotedWide = (files: readonly string[]): Sql => sql`
  create table practice_month as
  pivot (from read_csv([${list(files)}], nullstr = 'NULL', dateformat = '%d/%m/%Y', filename = true)) on filename
  using max(SystemEnabled) as status, max(PatientsEnabled) as enabled, max(PatientsUsed) as accessed
  group by PeriodEnd, CommissioningRegionCode, RegionGeographyCode, CCGCode, CCGName, GPPracticeCode,
    GPPracticeName, Supplier, NoPatients`;
