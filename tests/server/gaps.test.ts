import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ingest } from '../../scripts/ingest/ingest.ts';
import { allFields, type LongPractice, longExtract } from '../scripts/ingest/extracts.ts';
import { written } from '../scripts/ingest/scratch.ts';
import { asking } from '../support/asking.ts';

const scratch = mkdtempSync(join(tmpdir(), 'uptake-gaps-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/**
 * Two practices in April, May and September 2018; over the gap, the second takes on the first's name, supplier and
 * patients.
 */
const practice = (date: string, code: string, registered: number, more: LongPractice = {}) => ({
  ...{ date, code, fields: allFields(registered, 100) },
  ...more,
});
const extract = longExtract([
  ...['30APR2018', '31MAY2018'].flatMap((date) => [
    practice(date, 'A81001', 1000),
    practice(date, 'A81002', 1000),
  ]),
  practice('30SEP2018', 'A81002', 2000, { supplier: 'TPP', name: 'JOINED SURGERY' }),
]);
const folder = join(scratch, 'releases');
await ingest({ files: [written(scratch, 'gap.csv', extract)], dataFolder: folder });
const ask = asking(folder);

describe('a release whose months have a gap', () => {
  it.each([
    ['period=2018-07', '2018-07 (the months around it are 2018-05 and 2018-09)'],
    ['period=2018-01', '2018-01 (it has 2018-04 to 2018-09)'],
    [
      'from=2018-06&to=2018-08',
      '2018-06 to 2018-08 (the months around it are 2018-05 and 2018-09)',
    ],
  ])('names the months around %s', async (query, message) => {
    await expect(ask(`/figures?${query}`)).rejects.toThrow(message);
  });

  it('gives the months around an event, and infers no merger from it', async () => {
    const { data } = await ask('/lifecycle?from=2018-04&to=2018-09');
    expect(data.map(({ event, since, sentence }) => [event, since, sentence])).toEqual([
      [
        'vanished',
        '2018-05',
        'Surgery A81001 (A81001) was no longer in the extracts in September 2018.',
      ],
      [
        'renamed',
        '2018-05',
        'A81002 changed its name from Surgery A81002 to Joined Surgery between May 2018 and September 2018.',
      ],
      [
        'changed_supplier',
        '2018-05',
        'Joined Surgery (A81002) changed its system supplier from EMIS to TPP between May 2018 and September 2018.',
      ],
    ]);
  });

  it('counts a change of supplier across the gap among those left out of the study', async () => {
    const { meta } = await ask<object[]>('/events/supplier?measure=any_enabled');
    expect(meta.changes).toBe(0);
    expect(meta.sentence).toBe(
      'No practice moved to the system of another supplier between April 2018 and September 2018, not counting 1 move across months without a file.',
    );
  });

  it('has every month of the gap in an XmR chart, but no range across it', async () => {
    const { data } = await ask('/xmr?measure=any_enabled&area=E92000001');
    expect(data.map(({ period, value }) => [period, value])).toEqual([
      ['2018-04', 10],
      ['2018-05', 10],
      ...['2018-06', '2018-07', '2018-08'].map((period) => [period, null]),
      ['2018-09', 5],
    ]);
    expect(data[0]).toMatchObject({ lower: data[0]!.mean, upper: data[0]!.mean });
  });
});
