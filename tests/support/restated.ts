import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Papa from 'papaparse';
import { inject } from 'vitest';
import { ingest } from '../../scripts/ingest/ingest.ts';
import { unzipped } from './bytes.ts';
import { onceMade, placeOf } from './madeByTests.ts';
import { published } from './published.ts';

/** A practice's areas in the month, as its rows say. */
export interface Lying {
  code: string;
  ccg: string;
  subregion: string;
  region: string;
}

/** Three published months as four releases, each replacing the one before, with changes made by hand. */
export interface Restated {
  folder: string;
  /** As published; with 40 figures restated; without one practice; with one in another region. */
  releases: [first: string, restated: string, gone: string, moved: string];
  period: string;
  measure: string;
  /** The practices whose number was raised, and by how much. */
  restated: Lying[];
  raisedBy: number;
  gone: Lying;
  moved: { before: Lying; after: Lying };
}

type Row = Record<string, string>;

const dates = ['31MAY2018', '30JUN2018', '31JUL2018'];
const date = '30JUN2018';
const period = '2018-06';
const field = 'Pat_DetCodeRec_Enbld';
const raisedBy = 7;
const places = ['region', 'subregion', 'ccg'].flatMap((one) => [`${one}_code`, `${one}_name`]);

const lying = (row: Row): Lying => ({
  code: row.practice_code!,
  ccg: row.ccg_code!,
  subregion: row.subregion_code!,
  region: row.region_code!,
});

/** Those releases. The first test that asks makes them; the others wait. Throws if the extracts are missing. */
export async function restatedQuarter(): Promise<Restated> {
  const { folder, done } = placeOf('restatedQuarter', inject('scratch'));
  await onceMade(folder, done, async () => {
    writeFileSync(done, JSON.stringify(await made(folder)));
  });
  return { ...JSON.parse(readFileSync(done, 'utf8')), folder };
}

async function made(folder: string): Promise<Omit<Restated, 'folder'>> {
  const zip = readFileSync(join(published!, 'pomi/pomi_1819-apr2018_to_sep2018.zip'));
  const [file] = [...(await unzipped(zip)).values()];
  const [header, ...lines] = file!.toString('latin1').split('\r\n');
  const of = (some: readonly string[]) =>
    [header, ...lines.filter((line) => some.some((one) => line.startsWith(one)))].join('\r\n');
  const first = await released(folder, `${of(dates)}\r\n`);
  const rows = Papa.parse<Row>(of([date]), { header: true }).data;
  const reported = rows.filter((row) => row.field === field && Number(row.value) > 100);
  const chosen = reported.filter((_, i) => i % 80 === 0).slice(0, 40);
  const codes = new Set(chosen.map((row) => row.practice_code));
  const others = reported.filter((row) => !codes.has(row.practice_code));
  const [gone, moves] = [others[1000]!, others[2000]!];
  const target = others.find((row) => row.region_code !== moves.region_code)!;
  for (const row of chosen) row.value = String(Number(row.value) + raisedBy);
  const restated = await released(folder, textOf(rows));
  const without = rows.filter((row) => row.practice_code !== gone.practice_code);
  const afterGone = await released(folder, textOf(without));
  const before = lying(moves);
  for (const row of without) {
    if (row.practice_code !== before.code) continue;
    for (const name of places) row[name] = target[name]!;
  }
  const afterMove = await released(folder, textOf(without));
  return {
    releases: [first, restated, afterGone, afterMove],
    ...{ period, measure: 'records_enabled', raisedBy },
    restated: chosen.map(lying),
    gone: lying(gone),
    moved: { before, after: { ...lying(target), code: before.code } },
  };
}

const textOf = (rows: readonly Row[]): string =>
  `${Papa.unparse(rows as Row[], { newline: '\r\n' })}\r\n`;

/** Makes a release, at least two seconds before the next, so that times given in seconds tell them apart. */
async function released(folder: string, text: string): Promise<string> {
  const file = `${folder}-${text.length}-${Date.now()}.csv`;
  writeFileSync(file, text);
  const { problems, release } = await ingest({
    files: [file],
    dataFolder: folder,
    accept: 'made for tests',
  });
  if (!release) throw new Error(problems.map(({ message }) => message).join('\n'));
  await wait(2000);
  return release;
}
