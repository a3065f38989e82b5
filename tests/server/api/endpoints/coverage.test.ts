import { describe, expect, it } from 'vitest';
import { askIllustrative } from '../../../support/asking.ts';

const ask = askIllustrative();

describe('/coverage', () => {
  it.each(['england', 'region', 'subregion', 'ccg'])(
    'counts what the figures of each %s count',
    async (level) => {
      const question = `level=${level}&measure=records_offered,records_enabled&from=2015-01`;
      const coverage = await ask(`/coverage?${question}`);
      const figures = await ask(`/figures?${question}`);
      expect(coverage.data).toHaveLength(figures.data.length);
      const offered = new Map(
        figures.data
          .filter(({ measure }) => measure === 'records_offered')
          .map((row) => [`${row.area_code} ${row.period}`, row.denominator]),
      );
      for (const [i, row] of coverage.data.entries()) {
        const figure = figures.data[i];
        const { period, area_code, area_name, measure, practices, practices_reported } = figure;
        expect(row).toMatchObject({
          ...{ period, level, area_code, area_name, measure, practices, practices_reported },
          registered: offered.get(`${area_code} ${period}`),
        });
        expect(row.practices_share).toBeCloseTo((100 * practices_reported) / practices, 10);
        if (measure === 'records_enabled') expect(row.registered_reported).toBe(figure.denominator);
        expect(row.registered_share).toBeCloseTo(
          (100 * row.registered_reported) / row.registered,
          10,
        );
      }
    },
  );

  it('leaves out measures that the month does not contain, and takes a group and a parent', async () => {
    const all = await ask('/coverage');
    expect(all.data).toHaveLength(12);
    const codes = (await ask('/areas?level=practice')).data.slice(0, 3).map((row) => row.area_code);
    const group = await ask(`/coverage?measure=records_enabled&group=${codes}`);
    expect(group.data).toHaveLength(1);
    expect(group.data[0]).toMatchObject({ level: 'group', practices: 3 });
    const [region] = (await ask('/areas?level=region')).data;
    const within = await ask(`/coverage?measure=records_enabled&parent=${region.area_code}`);
    const whole = await ask(`/coverage?measure=records_enabled&area=${region.area_code}`);
    const sum = within.data.reduce((total, row) => total + row.registered, 0);
    expect(within.data.length).toBeGreaterThan(1);
    expect(sum).toBe(whole.data[0].registered);
  });

  it.each([
    ['level=practice', 'level'],
    ['area=ZZ0001', 'area'],
  ])('rejects practices: %s', async (query, parameter) => {
    await expect(ask(`/coverage?${query}`)).rejects.toMatchObject({
      status: 400,
      about: { parameter },
    });
  });
});
