import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findingKinds } from '../../../data/definitions/findings.ts';
import { ingest } from '../../../scripts/ingest/ingest.ts';
import { allFields, type LongPractice, longExtract, wideExtract } from './extracts.ts';
import { asked, scratchFolder, written } from './scratch.ts';

const scratch = scratchFolder();
let count = 0;

async function findingsOf(files: string[], dataFolder = join(scratch, `releases-${count++}`)) {
  const { release, problems } = await ingest({ files, dataFolder });
  expect(problems).toEqual([]);
  return asked(dataFolder, release!, 'select * from finding');
}

const long = (practices: LongPractice[]) => written(scratch, 'long.csv', longExtract(practices));
const ends = ['31JAN2018', '28FEB2018', '31MAR2018', '30APR2018', '31MAY2018', '30JUN2018'];

describe('findings between months', () => {
  it('include practices that changed, appeared and vanished', async () => {
    const fields = { patient_list_size: 100 };
    const findings = await findingsOf([
      long([
        { date: ends[0], code: 'A81001', fields },
        { date: ends[0], code: 'A81002', fields, supplier: 'EMIS', name: 'OLD NAME' },
        { date: ends[1], code: 'A81002', fields, supplier: 'TPP', name: 'NEW NAME', ccg: '00D' },
        { date: ends[1], code: 'A81003', fields, supplier: 'NK' },
        { date: ends[2], code: 'A81002', fields, supplier: 'TPP', name: 'NEW NAME', ccg: '00D' },
        { date: ends[2], code: 'A81003', fields, supplier: 'EMIS' },
      ]),
    ]);
    const of = (code: string) =>
      findings
        .filter(({ practice_code }) => practice_code === code)
        .map(({ kind, period, value, other, row }) => ({ kind, period, value, other, row }));
    expect(of('A81001')).toEqual([
      { kind: 'practice_vanished', period: '2018-02', value: null, other: null, row: 1 },
    ]);
    const moved = { kind: 'system_changed', period: '2018-02', value: null, other: null, row: 3 };
    expect(of('A81002')).toEqual([
      { kind: 'ccg_changed', period: '2018-02', value: '00D', other: '00K', row: 3 },
      { kind: 'name_changed', period: '2018-02', value: 'NEW NAME', other: 'OLD NAME', row: 3 },
      { kind: 'supplier_changed', period: '2018-02', value: 'TPP', other: 'EMIS', row: 3 },
      // One for each measure of patients set up.
      ...[moved, moved, moved, moved],
    ]);
    expect(of('A81003')).toEqual([
      { kind: 'practice_appeared', period: '2018-02', value: null, other: null, row: 4 },
    ]);
    expect(findings[0]!.message).toMatch(/^[A-Z].*\.$/);
  });

  it('include changes of system that lost patients set up', async () => {
    const at = (date: string, supplier: string, set: number, code = 'A81001', patients = 1000) => ({
      date,
      code,
      supplier,
      fields: { patient_list_size: patients, Total_Pat_Enbld: set },
    });
    const findings = await findingsOf([
      long([
        at(ends[0]!, 'EMIS', 300),
        at(ends[1]!, 'EMIS (I)', 310),
        at(ends[2]!, 'TPP', 0),
        at(ends[0]!, 'TPP', 99, 'A81002'),
        at(ends[1]!, 'TPP', 0, 'A81002'),
        at(ends[0]!, 'TPP', 100, 'A81003'),
        at(ends[1]!, 'TPP', 0, 'A81003'),
        at(ends[2]!, 'TPP', 0, 'A81003'),
        // Of so many patients that they are one in a hundred.
        at(ends[0]!, 'TPP', 100, 'A81005', 10_000),
        at(ends[1]!, 'TPP', 0, 'A81005', 10_000),
        at(ends[2]!, 'TPP', 0, 'A81005', 10_000),
        at(ends[0]!, 'TPP', 99, 'A81006', 10_000),
        at(ends[1]!, 'TPP', 0, 'A81006', 10_000),
        at(ends[2]!, 'TPP', 0, 'A81006', 10_000),
        // Nobody knows what became of this one's patients in the month between.
        at(ends[0]!, 'TPP', 150, 'A81004'),
        at(ends[2]!, 'TPP', 0, 'A81004'),
      ]),
    ]);
    const told = findings
      .filter(({ kind, field }) => field === 'any_enabled' && kind !== 'coverage_drop')
      .map(({ kind, period, practice_code, value, other }) => [
        kind,
        period,
        practice_code,
        value,
        other,
      ]);
    expect(told).toEqual([
      ['fell_to_none', '2018-02', 'A81003', '0', '100'],
      ['fell_to_none', '2018-02', 'A81005', '0', '100'],
      ['fell_to_none', '2018-03', 'A81001', '0', '310'],
      ['system_changed', '2018-03', 'A81001', '0.0', '31.0'],
    ]);
    expect(findings.find(({ kind }) => kind === 'system_changed')!.message).toMatch(
      /moved from EMIS \(I\) to TPP in March 2018\. Any online service: .*: 31\.0% before, 0\.0% after\.$/,
    );
  });

  it('include changes unusual for practices of that size and supplier', async () => {
    const far: Record<number, number> = { 7: 80, 9: -80 };
    const many = Array.from({ length: 60 }, (_, i) =>
      [0, 1, 2].map((month) => ({
        date: ends[month]!,
        code: `A${81_000 + i}`,
        supplier: 'TPP',
        fields: {
          patient_list_size: 1000,
          Total_Pat_Enbld: 200 + month * (1 + (i % 3)) + (month === 2 ? (far[i] ?? 0) : 0),
        },
      })),
    ).flat();
    const findings = await findingsOf([long(many)]);
    expect(findings.filter(({ kind }) => kind === 'unusual_move')).toMatchObject([
      { practice_code: 'A81007', period: '2018-03', field: 'any_enabled' },
      { practice_code: 'A81009', period: '2018-03', field: 'any_enabled' },
    ]);
  });

  it('call a change unusual beyond ten times the distance of the quartiles, and not before', async () => {
    const usual = Array.from({ length: 118 }, (_, i) => 2 * i);
    // Two more lie above all of these, so where they lie moves no quartile.
    const inOrder = [...usual, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    const quartile = (part: number) => {
      const at = part * (inOrder.length - 1);
      const below = inOrder[Math.floor(at)]!;
      return below + (at % 1) * (inOrder[Math.ceil(at)]! - below);
    };
    const limit = quartile(0.75) + 10 * (quartile(0.75) - quartile(0.25));
    const steps = [...usual, Math.floor(limit), Math.floor(limit) + 1];
    const moving = (step: number, code: string, before: string) =>
      [0, step].map((more, month) => ({
        date: ends[month]!,
        code,
        supplier: month === 0 ? before : 'TPP',
        fields: { patient_list_size: 10_000, Total_Pat_Enbld: 1000 + more },
      }));
    const findings = await findingsOf([
      long([
        ...steps.flatMap((step, i) => moving(step, `A${81_000 + i}`, 'TPP')),
        // Practices that came from another supplier are neither unusual nor what is usual.
        ...steps.flatMap((_, i) => moving(5000, `A${82_000 + i}`, 'EMIS')),
      ]),
    ]);
    expect(findings.filter(({ kind }) => kind === 'unusual_move')).toMatchObject([
      { practice_code: 'A81119', period: '2018-02', field: 'any_enabled' },
    ]);
  });

  it('include practices with missing months, and missing months themselves', async () => {
    const fields = { patient_list_size: 100 };
    const always = { code: 'A81009', fields };
    const findings = await findingsOf([
      long([
        ...[0, 1, 3].map((month) => ({ ...always, date: ends[month] })),
        { date: ends[0], code: 'A81001', fields, name: 'BEFORE' },
        { date: ends[3], code: 'A81001', fields, name: 'AFTER' },
      ]),
    ]);
    expect(findings.map(({ kind, period }) => [kind, period])).toEqual([
      ['month_missing', '2018-03'],
      ['name_changed', '2018-04'],
      ['practice_appeared', '2018-04'],
      ['practice_vanished', '2018-02'],
    ]);
    expect(findings[1]!.message).toBe(
      'The name of A81001 changed between January 2018 and April 2018 from BEFORE to AFTER.',
    );
  });

  it('include changed names of areas', async () => {
    const text = (name: string, date: string, codes: string[]) =>
      codes.map((code) => ({ date, code, fields: { patient_list_size: 1 }, ccg: name }));
    const file = written(
      scratch,
      'names.csv',
      longExtract([
        ...text('00K', ends[0]!, ['A81001', 'A81002', 'A81003']),
        ...text('00K', ends[1]!, ['A81001', 'A81002', 'A81003']),
      ])
        .replaceAll(/("NHS 00K, CCG"),A81003/g, '"NHS RARE, CCG",A81003')
        .replace(/(28FEB2018.*)"NHS 00K, CCG",A81001/, '$1"NHS RARE, CCG",A81001'),
    );
    const findings = await findingsOf([file]);
    expect(findings).toMatchObject([
      {
        ...{ kind: 'area_name_changed', period: '2018-02', area_code: '00K' },
        ...{ value: 'NHS RARE, CCG', other: 'NHS 00K, CCG', practice_code: null },
      },
      {
        ...{ kind: 'area_names_differ', period: '2018-01', area_code: '00K' },
        ...{ value: 'NHS 00K, CCG', other: 'NHS RARE, CCG' },
      },
      { kind: 'area_names_differ', period: '2018-02', value: 'NHS RARE, CCG' },
    ]);
  });

  it('include coverage that drops by more than 2% of practices, but not less', async () => {
    const month = (date: string, reporting: number) =>
      Array.from({ length: 100 }, (_, i) => ({
        date,
        code: `A${81_000 + i}`,
        fields: {
          patient_list_size: 100,
          Total_Use: i < reporting ? 5 : '',
          New_Pat_Enbld: i < reporting - 60 ? 1 : '',
        },
      }));
    const findings = await findingsOf([
      long([...month(ends[0]!, 100), ...month(ends[1]!, 98), ...month(ends[2]!, 95)]),
    ]);
    expect(findings).toMatchObject([
      { kind: 'coverage_drop', period: '2018-03', field: 'any_new', value: '35', other: '38' },
      {
        ...{ kind: 'coverage_drop', period: '2018-03', field: 'any_use', value: '95', other: '98' },
        message:
          'Any online service: transactions in the month: 95 practices reported it in March 2018, down from 98 in February 2018.',
      },
    ]);
  });

  it('compare England only with the month before', async () => {
    const gap = ['30NOV2018', '31DEC2018'];
    const month = (date: string, i: number) =>
      Array.from({ length: 100 }, (_, k) => ({
        date,
        code: `A${81_000 + k}`,
        fields: {
          patient_list_size: 1000,
          Total_Pat_Enbld: 100 + i * 2 + (gap.includes(date) ? 100 : 0),
          Total_Use: k < (gap.includes(date) ? 50 : 100) ? 5 : '',
        },
      }));
    expect(await findingsOf([long([...ends, ...gap].flatMap(month))])).toMatchObject(
      ['2018-07', '2018-08', '2018-09', '2018-10'].map((period) => ({
        ...{ kind: 'month_missing', period },
      })),
    );
  });

  it('include England changing by more than three usual changes and a percentage point, of five changes or more', async () => {
    const values = [100, 102, 103, 105, 107, 150];
    const findings = await findingsOf([
      long(
        ends.map((date, i) => ({
          date,
          // What another measure usually changes by is no matter.
          fields: {
            patient_list_size: 1000,
            Total_Pat_Enbld: values[i]!,
            Total_Use: 100 + 20 * i,
          },
        })),
      ),
    ]);
    expect(findings).toMatchObject([
      {
        ...{ kind: 'national_move', period: '2018-06', field: 'any_enabled' },
        ...{ value: '15.0', other: '10.7' },
      },
    ]);
    const fewer = [100, 102, 103, 105, 150].map((enabled, i) => ({
      date: ends[i],
      fields: { patient_list_size: 1000, Total_Pat_Enbld: enabled },
    }));
    expect(await findingsOf([long(fewer)])).toEqual([]);
    const small = ends.map((date, i) => ({
      date,
      fields: { patient_list_size: 100_000, Total_Pat_Enbld: values[i]! },
    }));
    expect(await findingsOf([long(small)])).toEqual([]);
  });
});

describe('findings between the service files of a month', () => {
  const inMonth = (files: Record<string, readonly number[]>) =>
    Object.entries(files).map(([name, lacking], file) =>
      written(
        scratch,
        `${name}_POMI.csv`,
        wideExtract(
          Array.from({ length: 200 }, (_, i) => ({
            code: `A${81_000 + i}`,
            enabled: 100 + file + i,
          })).filter((_, i) => !lacking.includes(i)),
        ),
      ),
    );
  const [booking, ordering, seeing] = [
    'BOOK_CANCEL_APPOINTMENTS',
    'ORDER_REPEAT_PRESCRIPTIONS',
    'DETAILED_CODED_RECORDS',
  ] as const;
  const missing = async (files: Record<string, readonly number[]>) =>
    (await findingsOf(inMonth(files)))
      .filter(({ kind }) => kind === 'service_missing')
      .map(({ period, field, message }) => [period, field, message]);

  it('include practices that one of them lacks, if at most one in a hundred', async () => {
    expect(await missing({ [booking]: [], [ordering]: [3], [seeing]: [3, 7] })).toEqual([
      [
        '2015-04',
        'prescriptions',
        'SURGERY A81003 (A81003) is in the file for booking appointments of April 2015 but not in that for ordering prescriptions.',
      ],
      [
        '2015-04',
        'records',
        'SURGERY A81003 (A81003) is in the file for booking appointments of April 2015 but not in that for seeing your record.',
      ],
      [
        '2015-04',
        'records',
        'SURGERY A81007 (A81007) is in the files for booking appointments and ordering prescriptions of April 2015 but not in that for seeing your record.',
      ],
    ]);
    expect(await missing({ [booking]: [], [ordering]: [], [seeing]: [1, 2, 3] })).toEqual([]);
  });

  it('say nothing of services without a file', async () => {
    expect(await missing({ [booking]: [], [ordering]: [] })).toEqual([]);
  });
});

describe('findings kept from an earlier release', () => {
  it('are those that only the file could show, and the names of areas', async () => {
    const folder = join(scratch, 'kept');
    const april = longExtract([
      { date: '29APR2018', code: 'A81001', fields: allFields(100, 50) },
      { date: '29APR2018', code: 'A81002', fields: allFields(100, 50) },
    ])
      .replaceAll('"NHS 00K, CCG",A81002', '"ANOTHER",A81002')
      .replaceAll('SURGERY A81001', 'SUR\u200bGERY')
      .replace('SURGERY A81002', 'THE SURGERY')
      .replaceAll('29APR2018', '29-Apr-18');
    const first = await findingsOf([written(scratch, 'a.csv', april)], folder);
    const second = await findingsOf(
      [
        long([
          { date: '31MAY2018', code: 'A81001', fields: allFields(100, 50) },
          { date: '31MAY2018', code: 'A81002', fields: allFields(100, 50) },
        ]),
      ],
      folder,
    );
    const kinds = (findings: Record<string, unknown>[]) => findings.map(({ kind }) => kind);
    expect(new Set(kinds(first))).toEqual(
      new Set([
        ...['area_names_differ', 'date_not_month_end', 'date_rewritten', 'hidden_characters'],
        'names_differ_in_file',
      ]),
    );
    expect(second).toEqual(expect.arrayContaining(first));
  });
});

describe('every kind of finding', () => {
  it('is declared with words for people', async () => {
    const wide = written(
      scratch,
      'BOOK_CANCEL_APPOINTMENTS.csv',
      wideExtract([{ enabled: 5, accessed: 6 }]),
    );
    const findings = await findingsOf([wide]);
    expect(findings.map(({ kind }) => kind)).toEqual(['more_accessed_than_enabled']);
    for (const { title, description } of Object.values(findingKinds)) {
      expect(title).toMatch(/^[A-Z]/);
      expect(description).toMatch(/\.$/);
    }
  });
});
