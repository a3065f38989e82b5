import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, inject, it } from 'vitest';
import { ingest } from '../../../scripts/ingest/ingest.ts';
import { type OracleFigure, oracleFigures, oraclePractices } from '../../support/oracle.ts';
import { published } from '../../support/published.ts';
import { longExtract } from './extracts.ts';
import { asked, scratchFolder, written } from './scratch.ts';

const scratch = scratchFolder();
const keyOf = ({ level, area_code, period, measure }: OracleFigure) =>
  `${level} ${area_code} ${period} ${measure}`;

describe.skipIf(!published)('the published extracts', () => {
  const pomi = (name: string) => join(published!, 'pomi', name);

  const made = new Map<string, Promise<{ folder: string; id: string }>>();

  function released(name: string): Promise<{ folder: string; id: string }> {
    const making = made.get(name) ?? make(name);
    made.set(name, making);
    return making;
  }

  async function make(name: string): Promise<{ folder: string; id: string }> {
    const folder = join(scratch, name);
    const { release, problems, doubts } = await ingest({ files: [pomi(name)], dataFolder: folder });
    expect([...problems, ...doubts]).toEqual([]);
    return { folder, id: release! };
  }

  it('give every expected figure of April to September 2018 exactly', async () => {
    const expected = Papa.parse<Record<string, string>>(
      readFileSync(join(published!, 'expected/figures_2018-04_2018-09.csv'), 'utf8').trim(),
      { header: true },
    ).data;
    const figures = await asked<OracleFigure>(
      inject('published2018')!,
      '2018-09.1',
      'select * from figure where practices > 0',
    );
    const number = (text: string) => (text === '' ? null : Number(text));
    const wanted = new Map(
      expected.map(({ level, area_code, period, measure, ...row }) => [
        `${level} ${area_code} ${period} ${measure}`,
        [row.numerator!, row.denominator!, row.practices!, row.practices_reported!].map(number),
      ]),
    );
    expect(wanted.size).toBe(18_060);
    const measures = new Set(expected.map(({ measure }) => measure));
    expect(
      new Map(
        figures
          .filter(({ measure }) => measures.has(measure))
          .map((figure) => [
            keyOf(figure),
            [figure.numerator, figure.denominator, figure.practices, figure.practices_reported],
          ]),
      ),
    ).toEqual(wanted);
  });

  it('have the six months of 2018 row by row', async () => {
    const query = (sql: string) => asked(inject('published2018')!, '2018-09.1', sql);
    expect(await query('select * from source_file')).toEqual([
      {
        ...{ file_id: 1, layout: 'long-2018', service: null, rows: 542_490, practices: 7054 },
        ...{ first_period: '2018-04', last_period: '2018-09', bytes: 4_062_507 },
        text_bytes: 97_274_436,
        address: null,
        name: 'pomi_1819-apr2018_to_sep2018.zip/POMI_APR2018_to_SEP2018.csv',
        sha256: 'b9d114d84f1b63c8a1058d176e831a40471bf04a31ec34cb95a59bf162de5752',
      },
    ]);
    expect(
      await query(
        "select * from practice_month where practice_code = 'A81001' and period = '2018-04'",
      ),
    ).toMatchObject([{ registered: 4086, records_use: 2, any_enabled: 567, any_row: 10_232 }]);
    expect(
      await query(
        "select value, other, row from finding where practice_code = 'C88627' and period = '2018-04' and field = 'any_enabled'",
      ),
    ).toMatchObject([{ value: '36637', other: '32891' }]);
    expect(
      await query(
        'select kind, cast(count(*) as integer) as count from finding group by kind order by kind',
      ),
    ).toEqual([
      { kind: 'area_name_changed', count: 4 },
      { kind: 'area_names_differ', count: 9 },
      { kind: 'fell_to_none', count: 186 },
      { kind: 'more_enabled_than_registered', count: 96 },
      { kind: 'name_changed', count: 98 },
      { kind: 'practice_appeared', count: 56 },
      { kind: 'practice_vanished', count: 160 },
      { kind: 'supplier_changed', count: 101 },
      { kind: 'system_changed', count: 360 },
      { kind: 'unusual_move', count: 712 },
    ]);
  });

  it.each([
    ['awkward_rows_2018_19.csv', undefined],
    ['BOOK_CANCEL_APPOINTMENTS_POMI_april_2015_excerpt.csv', 'appointments'],
  ] as const)('give for %s the figures that plain JavaScript computes', async (name, service) => {
    const { folder, id } = await released(name);
    const text = readFileSync(pomi(name), 'utf8');
    const wanted = oracleFigures(oraclePractices([{ text, service }]));
    const figures = await asked<OracleFigure>(folder, id, 'select * from figure');
    expect(wanted.size).toBeGreaterThan(60);
    expect(new Map(figures.map((figure) => [keyOf(figure), figure]))).toEqual(wanted);
  });

  it('keep what is awkward in the rows of 2018-19', async () => {
    const { folder, id } = await released('awkward_rows_2018_19.csv');
    const kinds = await asked<{ kind: string; count: number }>(
      folder,
      id,
      'select kind, cast(count(*) as integer) as count from finding group by kind',
    );
    expect(Object.fromEntries(kinds.map(({ kind, count }) => [kind, count]))).toMatchObject({
      negative_new_patients: 2,
      more_enabled_than_registered: 18,
      list_size_missing: 2,
    });
    // Blank flags and totals count as missing, and the 0 beside them does not count as reported.
    const blanks = await asked(
      folder,
      id,
      'select records_enabled, records_status from practice_month where records_status is null',
    );
    expect(blanks.length).toBeGreaterThan(0);
  });

  it('have the 99 practices of April 2015', async () => {
    const { folder, id } = await released('BOOK_CANCEL_APPOINTMENTS_POMI_april_2015_excerpt.csv');
    expect(id).toBe('2015-04.1');
    expect(
      await asked(
        folder,
        id,
        "select * from practice_month where practice_code in ('F85036', 'F85039') order by practice_code",
      ),
    ).toMatchObject([
      { supplier: 'NK', registered: 3541, appointments_status: 9, appointments_enabled: null },
      {
        ...{ supplier: 'EMIS', registered: 4060, appointments_status: 2, appointments_enabled: 79 },
        ...{ appointments_accessed: 1, appointments_use: null, appointments_counts: 'people' },
        ...{ appointments_row: 2, records_counts: null, any_file: null },
      },
    ]);
  });

  it('are held back if a month has only 400 of 7,017 practices', async () => {
    const folder = join(scratch, 'few');
    cpSync(inject('published2018')!, folder, { recursive: true });
    const rows = await asked<{ practice_code: string; registered: number }>(
      folder,
      '2018-09.1',
      "select practice_code, registered from practice_month where period = '2018-04' order by 1 limit 400",
    );
    const few = longExtract(
      rows.map(({ practice_code: code, registered }) => ({
        ...{ code, fields: { patient_list_size: registered } },
      })),
    );
    const { release, doubts } = await ingest({
      files: [written(scratch, 'few.csv', few)],
      dataFolder: folder,
    });
    expect(release).toBeNull();
    expect(doubts[0]!.message).toBe(
      'April 2018 has 400 practices: 5.7% of the 7,017 in that month of release 2018-09.1.',
    );
    const kinds = ['fewer_practices', 'fewer_patients', ...Array(5).fill('region_lost')];
    expect(doubts.map(({ kind }) => kind).slice(0, kinds.length)).toEqual(kinds);
  });
});
