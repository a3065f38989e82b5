import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { gateChecks } from '../../../../data/definitions/gate.ts';
import { type IngestOptions, ingest } from '../../../../scripts/ingest/ingest.ts';
import { formatReport } from '../../../../scripts/ingest/report/report.ts';
import {
  allFields,
  type LongPractice,
  longExtract,
  type WidePractice,
  wideExtract,
} from '../extracts.ts';
import { asked, contents, scratchFolder, written } from '../scratch.ts';

const scratch = scratchFolder();
let folder: string;
let count = 0;
beforeEach(() => {
  folder = join(scratch, `releases-${count++}`);
});

const regions = ['Y54,NORTH', 'Y55,MIDLANDS', 'Y56,LONDON', 'Y58,SOUTH WEST'];

/** Practices of an England of four regions in one month; only the given number of each region, from the first. */
const england = (date: string, ofEach = 50, own: (i: number) => LongPractice = () => ({})) =>
  regions.flatMap((region, r) =>
    Array.from({ length: ofEach }, (_, i) => ({
      ...{ date, region, code: `A8${r}${String(i).padStart(3, '0')}`, ccg: `0${r}K` },
      fields: allFields(1000, 300),
      ...own(i),
    })),
  );

const inRegion = (wanted: string) => (practice: LongPractice) =>
  practice.region!.startsWith(wanted);

const long = (practices: LongPractice[], name = 'long.csv') =>
  written(scratch, name, longExtract(practices));

const madeAt = new Date('2019-01-31T12:00:00Z');
const run = (files: string[], options: Partial<IngestOptions> = {}) =>
  ingest({ files, dataFolder: folder, madeAt, ...options });

async function released(files: string[], options: Partial<IngestOptions> = {}): Promise<string> {
  const { problems, doubts, release } = await run(files, options);
  expect([...problems, ...doubts]).toEqual([]);
  return release!;
}

/** What the gate says about files that are released anyway, for a reason that the release keeps with each doubt. */
async function doubted(files: string[], options: Partial<IngestOptions> = {}) {
  const reason = 'the publisher says so';
  const outcome = await run(files, { ...options, accept: reason });
  expect(outcome).toMatchObject({ problems: [], accepted: reason });
  const { release, doubts } = outcome;
  const kept = `select * from acceptance where accepted_in = '${release}' order by rowid`;
  expect(await asked(folder, release!, kept)).toEqual(
    doubts.map((doubt) => ({ ...doubt, reason, accepted_in: release })),
  );
  return doubts.map(({ kind, message }) => `${kind}: ${message}`);
}

describe('a complete England', () => {
  it('passes alone, added to and again, with slightly fewer practices and patients', async () => {
    const april = long(england('30APR2018'));
    const may = long(england('31MAY2018', 46));
    await released([april]);
    await released([may]);
    const id = await released([may]);
    expect(await asked(folder, id, 'select * from acceptance')).toEqual([]);
  });

  it('passes with new boundaries of regions', async () => {
    await released([long(england('30APR2018'))]);
    const moved = england('31MAY2018').map((practice) =>
      inRegion('Y54')(practice) ? { ...practice, region: 'Y62,NORTH WEST' } : practice,
    );
    await released([long(moved)]);
  });

  it('is not required of samples of fewer than a hundred practices', async () => {
    await released([long(england('30APR2018', 24))]);
    await released([long(england('31MAY2018', 1).slice(0, 1))]);
    await released([long(england('30APR2018', 1, () => ({ fields: allFields(10, 9) })))]);
  });

  it('is not compared with months years away', async () => {
    await released([long(england('30APR2016'))]);
    await released([long(england('31MAY2018', 20))]);
  });
});

describe('the gate doubts', () => {
  it('a month that is not over, by the day in England', async () => {
    await released([long(england('30NOV2018'))]);
    const file = long([...england('31DEC2018'), { ...england('31JAN2019')[0]! }]);
    const evening = new Date('2019-01-31T23:59:00Z');
    expect(await doubted([file], { madeAt: evening })).toEqual([
      'future_month: long.csv has January 2019, which was not over on 31 January 2019.',
      'fewer_practices: January 2019 has 1 practice: 0.50% of the 200 in December 2018.',
      'fewer_patients: January 2019 has 1,000 registered patients: 0.50% of the 200,000 in December 2018.',
      ...['MIDLANDS|Midlands (Y55)', 'LONDON|London (Y56)', 'SOUTH WEST|South West (Y58)'].map(
        (region) =>
          `region_lost: January 2019 has none of the 50 practices that ${region.split('|')[1]} had in December 2018.`,
      ),
    ]);
  });

  it('a month that the file’s name does not cover', async () => {
    await released([long(england('30SEP2018'))]);
    const file = long(england('31OCT2018'), 'POMI_APR2018_to_SEP2018.csv');
    expect(await doubted([file])).toEqual([
      'beyond_file_name: POMI_APR2018_to_SEP2018.csv has October 2018, though its name says April 2018 to September 2018.',
    ]);
  });

  it('a month with far fewer practices than the one before, or than it had before', async () => {
    await released([long([...england('30SEP2018'), ...england('31OCT2018')])]);
    const november = long(england('30NOV2018', 44));
    expect(await doubted([november])).toEqual([
      'fewer_practices: November 2018 has 176 practices: 88.0% of the 200 in October 2018.',
      'fewer_patients: November 2018 has 176,000 registered patients: 88.0% of the 200,000 in October 2018.',
    ]);
    const october = long(england('31OCT2018', 44));
    expect(await doubted([october])).toEqual([
      'fewer_practices: October 2018 has 176 practices: 88.0% of the 200 in that month of release 2018-11.1.',
      'fewer_patients: October 2018 has 176,000 registered patients: 88.0% of the 200,000 in that month of release 2018-11.1.',
    ]);
  });

  it('a month with far fewer practices than the next, or than one left out by --fresh', async () => {
    const october = england('31OCT2018');
    await released([long(october)]);
    const fewPatients = long(england('30SEP2018', 50, () => ({ fields: allFields(890, 267) })));
    expect(await doubted([fewPatients])).toEqual([
      'fewer_patients: September 2018 has 178,000 registered patients: 89.0% of the 200,000 in October 2018.',
    ]);
    const alone = long(england('30NOV2018', 40));
    expect(await doubted([alone], { fresh: true })).toEqual([
      'fewer_practices: November 2018 has 160 practices: 80.0% of the 200 in October 2018 of release 2018-10.2.',
      'fewer_patients: November 2018 has 160,000 registered patients: 80.0% of the 200,000 in October 2018 of release 2018-10.2.',
    ]);
  });

  it('a month in parts, without that of one region', async () => {
    const part = (region: string) =>
      long(england('31OCT2018', 50).filter(inRegion(region)), `${region}.csv`);
    await released([long(england('30SEP2018'))]);
    const parts = ['Y54', 'Y55', 'Y56', 'Y58'].map(part);
    await released(parts);
    expect(await doubted(parts.slice(0, 3))).toEqual([
      'fewer_practices: October 2018 has 150 practices: 75.0% of the 200 in that month of release 2018-10.1.',
      'fewer_patients: October 2018 has 150,000 registered patients: 75.0% of the 200,000 in that month of release 2018-10.1.',
      'region_lost: October 2018 has none of the 50 practices that South West (Y58) had in that month of release 2018-10.1.',
    ]);
  });

  it('a missing small region, and a large one that lost most practices', async () => {
    const one = { ...england('30SEP2018')[0]!, code: 'B81001', region: 'Y59,SOUTH EAST' };
    const crowd = (date: string, i: number) => ({ ...england(date)[0]!, code: `C${80_000 + i}` });
    const many = (date: string, size: number) =>
      Array.from({ length: size }, (_, i) => crowd(date, i));
    const rest = (date: string) =>
      many(date, 1500).map((row) => ({
        ...row,
        code: `D${row.code.slice(1)}`,
        region: 'Y56,LONDON',
      }));
    await released([long([...many('30SEP2018', 120), ...rest('30SEP2018'), one])]);
    const october = long([...many('31OCT2018', 59), ...rest('31OCT2018')]);
    expect(await doubted([october])).toEqual([
      'region_lost: October 2018 has 59 of the 120 practices that North (Y54) had in September 2018.',
      'region_lost: October 2018 has none of the 1 practice that South East (Y59) had in September 2018.',
    ]);
  });

  const names = {
    records: 'DETAILED_CODED_RECORDS_POMI.csv',
    appointments: 'BOOK_CANCEL_APPOINTMENTS_POMI.csv',
    prescriptions: 'ORDER_REPEAT_PRESCRIPTIONS_POMI.csv',
  };
  const wideOf = (service: keyof typeof names, practices: WidePractice[]) =>
    written(scratch, names[service], wideExtract(practices));

  it('a month of wide files without one of its services, where another has all', async () => {
    const wide = (service: keyof typeof names, ...ends: string[]) =>
      wideOf(
        service,
        ends.map((end) => ({ end, enabled: 100 + service.length })),
      );
    const all = Object.keys(names) as (keyof typeof names)[];
    const whole = ['28/02/2015', '31/03/2015', '30/06/2015'];
    await released(all.map((service) => wide(service, ...whole)));
    const two = all.slice(0, 2).map((service) => wide(service, '30/04/2015'));
    expect(await doubted(two)).toEqual([
      'service_missing: April 2015 has no file for ordering prescriptions; March 2015 has files of all services.',
    ]);
    expect(await doubted(two, { fresh: true })).toEqual([
      'service_missing: April 2015 has no file for ordering prescriptions; March 2015 of release 2015-06.2 has files of all services.',
      'older_current: The latest month would move back to April 2015, from June 2015 in release 2015-06.2.',
    ]);
    await released(two);
  });

  it('files of two services with the same figures for every practice, together or one after the other', async () => {
    const practices = [{ accessed: '' }, { code: 'A81002', enabled: 30 }];
    const records = wideOf('records', practices);
    const appointments = wideOf('appointments', practices.toReversed());
    const alike =
      'services_alike: DETAILED_CODED_RECORDS_POMI.csv (seeing your record) and BOOK_CANCEL_APPOINTMENTS_POMI.csv (booking appointments) have the same figures for every practice in April 2015, as if one were a copy of the other.';
    expect(await doubted([records, appointments])).toEqual([alike]);
    await released([wideOf('records', [{}])]);
    expect(await doubted([records])).toEqual([alike]);
    // What was accepted is not doubted again when another file comes.
    await released([wideOf('prescriptions', [{}])]);
  });

  it('no two services of which one has another figure, another practice, or in which nobody is set up', async () => {
    const practices = [{}, { code: 'A81002', enabled: 30 }];
    const others = [
      [{}, { code: 'A81002', enabled: 31 }],
      [{}, { code: 'A81002', enabled: 30, accessed: 11 }],
      [{}, { code: 'A81002', enabled: 30, status: 'System Functionality not Available' }],
      [{}, { code: 'A81003', enabled: 30 }],
      [{}],
      [...practices, { code: 'A81003', enabled: 30 }],
    ];
    for (const other of others) {
      await released([wideOf('records', practices), wideOf('appointments', other)]);
    }
    const none = [{ enabled: 0, accessed: 0 }];
    await released([wideOf('records', none), wideOf('appointments', none)], { fresh: true });
  });

  it('a measure that hardly any practice has figures of any more', async () => {
    const only = (some: number) => (i: number) => {
      const { Pat_Appts_Enbld, ...others } = allFields(1000, 300);
      return { fields: i < some ? { ...others, Pat_Appts_Enbld: 299 } : others };
    };
    const first = await released([long(england('30APR2018'))]);
    await released([long(england('31MAY2018', 50, only(25)))]);
    expect(await doubted([long(england('30APR2018', 50, only(24)))])).toEqual([
      `figures_lost: April 2018 has figures of “Booking appointments: patients set up for it” from 96 practices; 200 had them in that month of release 2018-05.1.`,
    ]);
    expect(first).toBe('2018-04.1');
    expect(await doubted([long(england('30JUN2018', 50, only(0)))])).toEqual([
      'figures_lost: June 2018 has figures of “Booking appointments: patients set up for it” from no practice; 100 had them in May 2018.',
    ]);
  });

  it('a month replaced by very different figures', async () => {
    await released([long(england('30SEP2018'))]);
    const enabled = (some: number) => (i: number) => ({
      fields: { ...allFields(1000, 300), Total_Pat_Enbld: i < 25 ? some : 300 },
    });
    await released([long(england('30SEP2018', 50, enabled(339)))]);
    expect(await doubted([long(england('30SEP2018', 50, enabled(380)))])).toEqual([
      'month_moved: Any online service: patients set up for at least one, England, September 2018: 34.0%, and 32.0% in release 2018-09.2.',
    ]);
    const rare = (i: number) => ({
      fields: { ...enabled(380)(i).fields, Pat_DetCodeRec_Use: 14, Pat_Presc_Use: 38 },
    });
    expect(await doubted([long(england('30SEP2018', 50, rare))])).toEqual([
      'month_moved: Seeing your record: transactions in the month, England, September 2018: 14.0 per 1,000 patients, and 10.0 per 1,000 patients in release 2018-09.3; 1 more figure of that month moved as far.',
    ]);
  });

  it('a current month that would move back', async () => {
    await released([long([...england('31OCT2018'), ...england('30NOV2018')])]);
    const october = long(england('31OCT2018'));
    await released([october]);
    expect(await doubted([october], { fresh: true })).toEqual([
      'older_current: The latest month would move back to October 2018, from November 2018 in release 2018-11.2.',
    ]);
  });
});

describe('what was accepted', () => {
  const partial = () => long(england('31OCT2018', 30));

  it('stays with a release for as long as it keeps that month, without asking again', async () => {
    await released([long(england('30SEP2018'))]);
    await run([partial()], { accept: 'a pilot' });
    const id = await released([long(england('30NOV2018'))]);
    const kept = 'select distinct period, reason, accepted_in from acceptance';
    expect(await asked(folder, id, kept)).toEqual([
      { period: '2018-10', reason: 'a pilot', accepted_in: '2018-10.1' },
    ]);
    const whole = await released([long(england('31OCT2018'))]);
    expect(await asked(folder, whole, kept)).toEqual([]);
  });

  it('is in the report, and so is an unneeded reason', async () => {
    await released([long(england('30SEP2018'))]);
    const before = contents(folder);
    const held = await run([partial()]);
    expect(held.release).toBeNull();
    expect(contents(folder)).toEqual(before);
    expect(formatReport(held).slice(-5)).toEqual([
      'Stopped at the gate:',
      '  Far fewer practices: October 2018 has 120 practices: 60.0% of the 200 in September 2018.',
      '  Far fewer patients: October 2018 has 120,000 registered patients: 60.0% of the 200,000 in September 2018.',
      '',
      '2 doubts. Nothing was released; 2018-09.1 stays current. Where the files are right, add --accept "REASON": the release records it.',
    ]);
    const checked = await run([partial()], { check: true, accept: 'a pilot' });
    expect(formatReport(checked, 'a pilot').at(-1)).toBe(
      'Checked: no problems. Nothing was released.',
    );
    const accepted = await run([partial()], { accept: 'a pilot' });
    const report = formatReport(accepted, 'a pilot');
    expect(report).toContain('Accepted at the gate, and recorded in the release (“a pilot”):');
    expect(report.at(-1)).toBe('Release 2018-10.1 is made and current (before: 2018-09.1).');
    const needless = await run([long(england('30NOV2018'))], { accept: 'a pilot' });
    expect(formatReport(needless, 'a pilot')).toContain(
      'There was nothing to accept: the reason is not recorded.',
    );
    expect(needless.accepted).toBeNull();
  });
});

it('is declared in words, each check once', () => {
  for (const { title, description } of Object.values(gateChecks)) {
    expect(title).toMatch(/^[A-Z].*[a-z]$/);
    expect(description).toMatch(/^[A-Z].*\.$/);
  }
});
