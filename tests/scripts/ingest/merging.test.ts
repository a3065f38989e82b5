import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type IngestOptions, ingest } from '../../../scripts/ingest/ingest.ts';
import {
  type OracleFigure,
  type OracleInput,
  oracleFigures,
  oraclePractices,
} from '../../support/oracle.ts';
import {
  allFields,
  type LongPractice,
  longExtract,
  type WidePractice,
  wideExtract,
} from './extracts.ts';
import { asked, contents, ledgered, scratchFolder, written } from './scratch.ts';

const scratch = scratchFolder();
let folder: string;
let count = 0;
beforeEach(() => {
  folder = join(scratch, `releases-${count++}`);
});

const long = (practices: LongPractice[], name = 'long.csv') =>
  written(scratch, name, longExtract(practices));
const wide = (service: 'appointments' | 'records', practices: WidePractice[]) =>
  written(
    scratch,
    `${service === 'records' ? 'DETAILED_CODED_RECORDS' : 'BOOK_CANCEL_APPOINTMENTS'}_POMI.csv`,
    wideExtract(practices.map((one) => ({ accessed: service.length, ...one }))),
  );

async function release(files: string[], options: Partial<IngestOptions> = {}): Promise<string> {
  const { problems, release } = await ingest({ files, dataFolder: folder, ...options });
  expect(problems).toEqual([]);
  return release!;
}

const practiceMonths = (id: string, columns: string) =>
  asked(folder, id, `select practice_code, period, ${columns} from practice_month`);

/** The release has exactly the sums that plain JavaScript computes from the files that still count. */
async function expectFigures(id: string, files: string[]): Promise<void> {
  const inputs = files.map((file): OracleInput => {
    const service = /RECORDS/.test(file)
      ? 'records'
      : /APPOINT/.test(file)
        ? 'appointments'
        : undefined;
    return { text: readFileSync(file, 'utf8'), service };
  });
  const wanted = [...oracleFigures(oraclePractices(inputs)).values()];
  const figures = await asked<OracleFigure>(folder, id, 'select * from figure');
  const inOrder = (rows: OracleFigure[]) =>
    rows.map((row) => JSON.stringify(row, Object.keys(row).sort())).sort();
  expect(inOrder(figures)).toEqual(inOrder(wanted));
}

describe('a new release', () => {
  it('keeps the other months of the current one and replaces those of a long file', async () => {
    const april = long([
      { fields: allFields(1000, 100) },
      { code: 'A81002', fields: allFields(500, 20) },
      { code: 'A81001', date: '31MAY2018', fields: allFields(1010, 110) },
    ]);
    const may = long([{ date: '31MAY2018', code: 'A81002', fields: allFields(510, 30) }]);
    const june = long([{ date: '30JUN2018', code: 'A81003', fields: allFields(700, 60) }]);
    expect(await release([april])).toBe('2018-05.1');
    expect(await release([may])).toBe('2018-05.2');
    const last = await release([june]);
    expect(last).toBe('2018-06.1');
    expect(await practiceMonths(last, 'registered, any_file, any_row')).toEqual([
      { practice_code: 'A81001', period: '2018-04', registered: 1000, any_file: 1, any_row: 1 },
      { practice_code: 'A81002', period: '2018-04', registered: 500, any_file: 1, any_row: 14 },
      { practice_code: 'A81002', period: '2018-05', registered: 510, any_file: 2, any_row: 1 },
      { practice_code: 'A81003', period: '2018-06', registered: 700, any_file: 3, any_row: 1 },
    ]);
    expect(await asked(folder, last, 'select previous from release')).toEqual([
      { previous: '2018-05.2' },
    ]);
    expect(contents(folder)).toEqual([
      ...['2018-05.1', '2018-05.2', '2018-06.1'].flatMap((id) => [`${id}.duckdb`, `${id}.json`]),
      ...ledgered,
    ]);
    const aprilAlone = long([
      { fields: allFields(1000, 100) },
      { code: 'A81002', fields: allFields(500, 20) },
    ]);
    await expectFigures(last, [aprilAlone, may, june]);
  });

  it('drops files with nothing left', async () => {
    await release([long([{ fields: allFields(1000, 100) }], 'first.csv')]);
    const id = await release([long([{ fields: allFields(1000, 101) }], 'second.csv')]);
    expect(await asked(folder, id, 'select file_id, name from source_file')).toEqual([
      { file_id: 1, name: 'second.csv' },
    ]);
  });

  it('replaces one service of a month by its wide file, and drops practices in no file', async () => {
    const records = wide('records', [{ enabled: 5 }, { code: 'A81002', registered: 400 }]);
    const appointments = wide('appointments', [
      { registered: 1100 },
      { code: 'A81003', registered: 300 },
    ]);
    await release([records, appointments]);
    const newer = wide('appointments', [{ registered: 900, enabled: 77 }, { code: 'A81004' }]);
    const id = await release([newer]);
    expect(
      await practiceMonths(id, 'registered, records_enabled, appointments_enabled, records_file'),
    ).toEqual([
      {
        ...{ practice_code: 'A81001', period: '2015-04', registered: 1000, records_enabled: 5 },
        ...{ appointments_enabled: 77, records_file: 1 },
      },
      {
        ...{ practice_code: 'A81002', period: '2015-04', registered: 400, records_enabled: 100 },
        ...{ appointments_enabled: null, records_file: 1 },
      },
      {
        ...{ practice_code: 'A81004', period: '2015-04', registered: 1000, records_enabled: null },
        ...{ appointments_enabled: 100, records_file: null },
      },
    ]);
    await expectFigures(id, [records, newer]);
  });

  it('is the same in whatever steps its files arrive', async () => {
    const records = wide('records', [
      { registered: 900, supplier: 'NK', name: 'B' },
      { code: 'A81002', end: '31/05/2015' },
    ]);
    const appointments = wide('appointments', [
      { registered: 1000, supplier: 'TPP', name: 'A' },
      { code: 'A81002', end: '31/05/2015', registered: 2 },
    ]);
    const read = async (id: string) => ({
      practices: await practiceMonths(id, '* exclude (practice_code, period)'),
      figures: await asked(folder, id, 'select * from figure'),
      areas: await asked(folder, id, 'select * from area_month'),
    });
    const together = await read(await release([records, appointments]));
    const apart: unknown[] = [];
    for (const files of [[records], [appointments]]) {
      const id = await release(files, { fresh: files[0] === records });
      if (files[0] === appointments) apart.push(await read(id));
    }
    expect(apart).toEqual([together]);
    expect(together.practices[0]).toMatchObject({
      ...{ practice_name: 'A', supplier: 'TPP', registered: 1000 },
    });
  });

  it('takes a service from its wide file in a month of a long file', async () => {
    const everything = long([
      { date: '30APR2018', fields: allFields(1000, 100) },
      { date: '30APR2018', code: 'A81002', fields: allFields(500, 20) },
    ]);
    await release([everything]);
    const id = await release([
      wide('records', [{ end: '30/04/2018', registered: 990, enabled: 42, accessed: 7 }]),
    ]);
    const columns =
      'registered, records_enabled, records_accessed, records_use, records_counts, appointments_use, any_enabled';
    expect(await practiceMonths(id, columns)).toEqual([
      {
        ...{ practice_code: 'A81001', period: '2018-04', registered: 1000, records_enabled: 42 },
        ...{ records_accessed: 7, records_use: null, records_counts: 'people' },
        ...{ appointments_use: 20, any_enabled: 100 },
      },
      {
        ...{ practice_code: 'A81002', period: '2018-04', registered: 500, records_enabled: null },
        ...{ records_accessed: null, records_use: null, records_counts: null },
        ...{ appointments_use: 20, any_enabled: 20 },
      },
    ]);
    const back = await release([everything]);
    expect(await practiceMonths(back, 'records_counts, records_accessed')).toEqual([
      {
        ...{ practice_code: 'A81001', period: '2018-04' },
        ...{ records_counts: 'transactions', records_accessed: null },
      },
      {
        ...{ practice_code: 'A81002', period: '2018-04' },
        ...{ records_counts: 'transactions', records_accessed: null },
      },
    ]);
  });

  it('trusts a new file about where a practice is, and notes it', async () => {
    await release([wide('records', [{ ccg: '00K' }])]);
    const id = await release([wide('appointments', [{ ccg: '00D' }])]);
    expect(await practiceMonths(id, 'ccg_code')).toMatchObject([{ ccg_code: '00D' }]);
    const noted = { kind: 'places_differ', value: '00D', other: '00K', file_id: 2, row: 1 };
    expect(await asked(folder, id, "select * from finding where kind = 'places_differ'")).toEqual([
      expect.objectContaining(noted),
    ]);
    const later = await release([long([{ fields: allFields(10, 5) }])]);
    expect(
      await asked(folder, later, "select * from finding where kind = 'places_differ'"),
    ).toEqual([expect.objectContaining(noted)]);
  });

  it('starts from nothing with fresh', async () => {
    await release([long([{ fields: allFields(1000, 100) }])]);
    const id = await release([long([{ date: '31MAY2018', fields: allFields(1000, 100) }])], {
      fresh: true,
    });
    expect(await asked(folder, id, 'select period from period')).toEqual([{ period: '2018-05' }]);
  });

  it('never mixes illustrative and published practices', async () => {
    const published = await release([long([{ fields: allFields(1000, 100) }])]);
    const invented = long([{ code: 'ZZ0001', fields: allFields(1000, 100) }]);
    const { problems, release: none } = await ingest({ files: [invented], dataFolder: folder });
    expect(none).toBeNull();
    expect(problems).toMatchObject([{ message: expect.stringContaining('add --fresh') }]);
    expect(contents(folder)).toEqual([`${published}.duckdb`, `${published}.json`, ...ledgered]);
    const id = await release([invented], { fresh: true });
    expect(await asked(folder, id, 'select kind, note from release')).toEqual([
      {
        kind: 'illustrative',
        note: 'Illustrative data made by this software: not real practices or real figures.',
      },
    ]);
  });
});
