import { beforeAll, describe, expect, it } from 'vitest';
import { expectedRows, oracleRows } from '../../../data/statistics/oracle.ts';
import { asking } from '../../../support/asking.ts';
import { published } from '../../../support/published.ts';
import { publishedYear } from '../../../support/publishedYear.ts';

describe.skipIf(!published)('/xmr of the published year', () => {
  let ask: ReturnType<typeof asking>;
  beforeAll(async () => {
    ask = asking(await publishedYear());
  });

  it('of changes equals what was computed independently', async () => {
    const expected = expectedRows('monthly_change_xmr/monthly_change_xmr.csv');
    expect(expected.length).toBeGreaterThan(1000);
    for (const code of new Set(expected.map((row) => row.area_code!))) {
      const { data } = await ask(`/xmr?measure=any_enabled&area=${code}&view=changes`);
      const found = new Map(data.map((row) => [row.period, row]));
      expect(data[0]).toMatchObject({ value: null, marker: '[z]' });
      for (const row of expected.filter((one) => one.area_code === code)) {
        const own = found.get(row.to_period);
        for (const [column, name] of [
          ['change', 'value'],
          ['mean', 'mean'],
          ['lower', 'lower'],
          ['upper', 'upper'],
        ] as const) {
          expect(own[name], `${code} ${row.to_period} ${name}`).toBeCloseTo(
            Number(row[column]),
            10,
          );
        }
        expect(own.signal ?? '').toBe(row.signal);
        expect(own.direction ?? '').toBe(row.direction);
      }
    }
  });

  it('says what England usually changes by', async () => {
    const { meta } = await ask('/xmr?measure=any_enabled&area=E92000001&view=changes');
    expect(meta.sentence).toBe(
      'The share of patients in England who were set up for at least one online service usually changes by −0.12 to +0.63 percentage points a month (+0.25 on average); March 2019 (+0.32) was usual.',
    );
  });

  it('leaves out a change of supplier, and says so', async () => {
    const { meta } = await ask(
      '/xmr?measure=any_enabled&area=B86658&view=changes&restarts=suggested',
    );
    expect(meta.restart_reasons).toEqual([
      { period: '2019-03', cause: 'the practice moved from EMIS to TPP' },
    ]);
    expect(meta.sentence).toBe(
      'The share of patients at Moorfield House Surgery who were set up for at least one online service usually changes by −0.12 to +0.24 percentage points a month (+0.06 on average). June 2018 (+0.25) was not usual. In March 2019, when the practice moved from EMIS to TPP, it fell by 37.63 percentage points.',
    );
  });

  it('of a rate per working day is the rate over the working days of its month', async () => {
    const expected = expectedRows('working_day_rates/working_day_rates.csv');
    expect(expected.length).toBeGreaterThan(100);
    for (const key of new Set(expected.map((row) => `${row.area_code} ${row.measure}`))) {
      const [code, measure] = key.split(' ');
      const { data } = await ask(`/xmr?measure=${measure}&area=${code}&view=working_days`);
      for (const row of expected.filter(
        (one) => one.area_code === code && one.measure === measure,
      )) {
        const own = data.find(({ period }) => period === row.period);
        expect(own.value).toBeCloseTo(Number(row.value_per_working_day), 12);
        expect(own.unit).toBe('per 1,000 patients and working day');
      }
    }
    expect(oracleRows('working_days/working_days_by_month.csv').length).toBeGreaterThan(100);
  });

  it('rejects shares per working day', async () => {
    await expect(ask('/xmr?measure=any_enabled&area=E92000001&view=working_days')).rejects.toThrow(
      'only transactions are told per working day: any_enabled',
    );
  });
});
