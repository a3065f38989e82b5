import { beforeAll, describe, expect, inject, it } from 'vitest';
import { expectedRows } from '../../../data/statistics/oracle.ts';
import { askIllustrative, asking } from '../../../support/asking.ts';
import { published } from '../../../support/published.ts';
import { publishedYear } from '../../../support/publishedYear.ts';

const columns = {
  practices: 'practices',
  practices_reported: 'practices_reported',
  mean: 'mean',
  at_most_deprived: 'at_most_deprived',
  at_least_deprived: 'at_least_deprived',
  sii: 'slope_index',
  sii_lower_95: 'slope_index_lower_95',
  sii_upper_95: 'slope_index_upper_95',
  rii: 'relative_index',
  rii_lower_95: 'relative_index_lower_95',
  rii_upper_95: 'relative_index_upper_95',
  concentration_index: 'concentration_index',
};

describe('/inequality', () => {
  const ask = askIllustrative();

  it('says which file is missing if there are no scores', async () => {
    const { data, meta } = await ask('/inequality?measure=records_enabled');
    expect(data).toEqual([]);
    expect(meta.missing).toMatch(
      /^Deprivation is not known: this release has no deprivation scores\.$/,
    );
    expect(meta.sentence).toBeNull();
  });
});

describe('/inequality with scores', () => {
  const ask = asking(inject('referenced'));

  it('is a line through the practices of a place', async () => {
    const { data, meta } = await ask('/inequality?measure=records_enabled&area=Y56');
    expect(data).toHaveLength(1);
    expect(data[0].practices).toBeLessThanOrEqual(data[0].practices_reported);
    expect(data[0].slope_index).toBeCloseTo(
      data[0].at_least_deprived - data[0].at_most_deprived,
      10,
    );
    expect(meta.sentence).toMatch(/^In March 2015, .* in London /);
  });

  it('says of several months and measures the last month of the first measure', async () => {
    const latest = await ask('/inequality?measure=records_enabled');
    const several = await ask(
      '/inequality?measure=records_enabled,appointments_enabled&from=2015-01',
    );
    expect(several.data).toHaveLength(6);
    expect(several.meta.sentence).toBe(latest.meta.sentence);
    const [, , last] = several.data;
    expect(last).toMatchObject({ period: '2015-03', measure: 'records_enabled' });
    expect(last).toEqual(latest.data[0]);
  });
});

describe.skipIf(!published)('/inequality of the published year', () => {
  let ask: ReturnType<typeof asking>;
  beforeAll(async () => {
    ask = asking(await publishedYear());
  });

  it('equals what was computed independently', async () => {
    const expected = expectedRows('inequality/inequality.csv');
    expect(expected.length).toBeGreaterThan(40);
    const measures = [...new Set(expected.map(({ measure }) => measure))];
    const { data } = await ask(`/inequality?measure=${measures.join()}&from=2018-04`);
    for (const row of expected) {
      const found = data.find((one) => one.period === row.period && one.measure === row.measure);
      for (const [theirs, ours] of Object.entries(columns)) {
        expect(
          found[ours] / Number(row[theirs]),
          `${row.period} ${row.measure} ${ours}`,
        ).toBeCloseTo(1, 9);
      }
    }
  });

  it('says who is left out, in one sentence', async () => {
    const { meta } = await ask('/inequality?measure=any_enabled&period=2019-03');
    expect(meta.sentence).toBe(
      'In March 2019, by a straight line through the practices the share of patients in England who were set up for at least one online service ran from 21.3% at the most deprived end to 33.8% at the least deprived, a gap of 12.5 percentage points (95% confidence interval 11.2 to 13.7). This compares practices by where their patients live, not single patients.',
    );
  });
});
