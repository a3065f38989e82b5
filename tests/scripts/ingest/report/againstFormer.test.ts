import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { measures } from '../../../../data/definitions/measures.ts';
import { type IngestOptions, ingest } from '../../../../scripts/ingest/ingest.ts';
import { formatReport } from '../../../../scripts/ingest/report/report.ts';
import { allFields, type LongPractice, longExtract, wideExtract } from '../extracts.ts';
import { scratchFolder, written } from '../scratch.ts';

const scratch = scratchFolder();
let folder: string;
let count = 0;
beforeEach(() => {
  folder = join(scratch, `releases-${count++}`);
});

const long = (practices: LongPractice[]) => written(scratch, 'long.csv', longExtract(practices));

async function run(file: string, options: Partial<IngestOptions> = {}) {
  const outcome = await ingest({ files: [file], dataFolder: folder, ...options });
  expect(outcome.problems).toEqual([]);
  const { continuity, coverage } = outcome.summary!;
  return { continuity, coverage, doubts: outcome.doubts, report: formatReport(outcome) };
}

const both = [
  { code: 'A81001', fields: allFields(1000, 100) },
  { code: 'A81002', fields: allFields(3000, 600) },
];
const silent = { ...allFields(3000, 600), Sys_DetCodeRec_Enbld: 9 };

describe('an ingest compared with the previous release', () => {
  it('finds no revisions in the same files again', async () => {
    await run(long(both));
    const { continuity, report } = await run(long(both), { check: true });
    expect(continuity).toEqual({ months: 1, compared: 2 * 15, revisions: [] });
    expect(report).toContain(
      'Continuity: 30 figures of England and the regions in 1 month that are in 2018-04.1 too, none of them revised.',
    );
  });

  it('finds every different figure of England and its regions, with both sides', async () => {
    await run(long(both));
    const revised = [both[0]!, { ...both[1]!, fields: { ...silent, Pat_Appts_Enbld: 700 } }];
    const { continuity, coverage, report } = await run(long(revised), { check: true });
    const found = continuity!.revisions.map((row) => `${row.level} ${row.measure}`);
    const expected = ['england', 'region'].flatMap((level) =>
      [
        'appointments_enabled',
        'records_enabled',
        'records_offered',
        'records_offered_practices',
        'records_use',
      ].map((measure) => `${level} ${measure}`),
    );
    expect(found).toEqual(expected);
    expect(continuity!.revisions[0]).toEqual({
      level: 'england',
      area_code: 'E92000001',
      area_name: 'England',
      measure: 'appointments_enabled',
      period: '2018-04',
      before: { numerator: 99 + 599, denominator: 4000, practices: 2, practices_reported: 2 },
      after: { numerator: 99 + 700, denominator: 4000, practices: 2, practices_reported: 2 },
    });
    const reported = Object.fromEntries(
      coverage.after.map((row) => [row.measure, row.practices_reported]),
    );
    expect(reported.records_enabled).toBe(1);
    expect(reported.appointments_enabled).toBe(2);
    const text = report.join('\n');
    expect(text).toContain('that are in 2018-04.1 too, 10 of them revised, these the most:');
    expect(text).toContain(
      '  England, April 2018, appointments_enabled: 17.5% (2 of 2 practices) → 20.0% (2 of 2 practices)',
    );
    expect(text).toContain(
      'Practices of England that reported in April 2018 (in April 2018 of the release before):',
    );
    expect(text).toMatch(/ {2}records_enabled +1 of 2, 50\.0% \(2 of 2, 100%\)/);
  });

  it('names a missing region, and months in only one release', async () => {
    await run(long(both));
    const other = long([{ ...both[0]!, date: '31MAY2018' }]);
    const { continuity, report } = await run(other, { fresh: true, check: true });
    expect(continuity).toEqual({ months: 0, compared: 0, revisions: [] });
    expect(report).toContain('Continuity: no month is in 2018-04.1 too.');
  });

  it('compares nothing without a previous release, or with an illustrative one', async () => {
    const first = await run(long(both), { check: true });
    expect(first.continuity).toBeNull();
    expect(first.coverage.before).toEqual([]);
    expect(first.report.join('\n')).not.toContain('Continuity');
    const invented = wideExtract([
      { code: 'ZZ0001', end: '30/04/2018' },
      { code: 'ZZ0001', end: '31/05/2018' },
    ]);
    await run(written(scratch, 'DETAILED_CODED_RECORDS_POMI.csv', invented));
    const { continuity, coverage, doubts } = await run(long(both), { fresh: true, check: true });
    expect(continuity).toBeNull();
    // Its latest month is later, which says nothing about these figures.
    expect(doubts).toEqual([]);
    expect(coverage.before).toEqual([]);
  });

  it('says how many practices reported each measure that is collected', async () => {
    const { report } = await run(long(both), { check: true });
    const lines = report.slice(report.indexOf('Practices of England that reported in April 2018:'));
    const listed = lines.filter((line) => / of 2, /.test(line)).map((line) => line.split(/ +/)[1]);
    const collected = measures.filter(({ publishedAs }) => publishedAs.long).map(({ id }) => id);
    expect(listed).toEqual(collected);
  });
});
