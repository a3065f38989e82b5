import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { ingest } from '../../scripts/ingest/ingest.ts';
import { asking } from '../support/asking.ts';

/** Patients set up, out of 1,000, at each practice of a CCG, by the CCG's code. */
type Given = Record<string, readonly number[]>;

/** A release of one month in the 2020 layout: without subregions or suppliers. */
async function releaseOf(given: Given): Promise<ReturnType<typeof asking>> {
  const folder = mkdtempSync(join(inject('scratch'), 'sparse-'));
  const lines = Object.entries(given).flatMap(([ccg, practices], i) =>
    practices.flatMap((enabled, j) =>
      [
        ['patient_list_size', 1000],
        ['Sys_DetCodeRec_Enbld', 2],
        ['Pat_DetCodeRec_Enbld', enabled],
        ['Total_Pat_Enbld', enabled],
      ].map(
        ([field, value]) =>
          `30APR2020,Y5${i},Region ${i},${ccg},CCG ${ccg},A8${i}00${j},Surgery ${i}${j},,${field},${value}`,
      ),
    ),
  );
  const header =
    'report_period_end,region_code,region_name,ccg_code,ccg_name,practice_code,practice_name,system_supplier,field,value';
  const file = join(folder, 'POMI_APR2020.csv');
  writeFileSync(file, `${[header, ...lines].join('\r\n')}\r\n`);
  const { problems } = await ingest({ files: [file], dataFolder: join(folder, 'releases') });
  expect(problems).toEqual([]);
  return asking(join(folder, 'releases'));
}

describe('files that name no supplier and no subregion', () => {
  let ask: Awaited<ReturnType<typeof releaseOf>>;
  beforeAll(async () => {
    ask = await releaseOf({ '01A': [10, 30], '02B': [50, 70] });
  });

  it('do not attribute all differences to practices', async () => {
    const { data, meta } = await ask('/variance?measure=records_enabled');
    const components = data.filter(({ kind }) => kind === 'component');
    const of = (level: string) => components.find((row) => row.level === level)!;
    // 1% and 3% beside 5% and 7%: the mean squares are 16 and 2, and each region contains one CCG.
    expect(of('region').variance + of('ccg').variance).toBeCloseTo((16 - 2) / 2, 5);
    expect(of('practice').variance).toBeCloseTo(2, 5);
    expect([of('subregion'), of('supplier')]).toMatchObject([
      { groups: 1, variance: 0 },
      { groups: 1, variance: 0 },
    ]);
    expect(meta.sentence).toContain('22% of the differences between practices');
  });

  it('report no change of supplier in months without suppliers', async () => {
    const { meta } = await ask('/events/supplier?measure=records_enabled');
    expect([meta.changes, meta.suppliers_from, meta.suppliers_to]).toEqual([0, null, null]);
    expect(meta.sentence).toBe(
      'No file names the suppliers of practices, so no change of supplier is known.',
    );
  });
});

describe('a release of a single CCG', () => {
  it('says nothing about differences between CCGs', async () => {
    const ask = await releaseOf({ '01A': [10, 30, 50, 70] });
    const { data, meta } = await ask('/variance?measure=records_enabled');
    expect(data.length).toBeGreaterThan(10);
    expect(meta.sentence).toBeNull();
  });
});
