import { beforeAll, describe, expect, it } from 'vitest';
import { expectedRows } from '../../../data/statistics/oracle.ts';
import { askIllustrative, asking } from '../../../support/asking.ts';
import { published } from '../../../support/published.ts';
import { publishedYear } from '../../../support/publishedYear.ts';

describe('/variance', () => {
  const ask = askIllustrative();

  it('adds up to the whole, level within level', async () => {
    const { data } = await ask('/variance?measure=records_enabled');
    for (const [kind, weights] of [
      ['nested', 'patients'],
      ['nested', 'practices'],
      ['component', 'practices'],
    ]) {
      const shares = data
        .filter((row) => row.kind === kind && row.weights === weights)
        .map(({ share }) => share);
      expect(shares.length).toBeGreaterThan(3);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 8);
    }
  });
});

describe.skipIf(!published)('/variance of the published year', () => {
  let ask: ReturnType<typeof asking>;
  beforeAll(async () => {
    ask = asking(await publishedYear());
  });

  it('equals what was computed independently', async () => {
    const exact = expectedRows('variance_shares/sums_of_squares.csv');
    const components = expectedRows('variance_shares/reml.csv').map(
      (row): Record<string, string> => ({ ...row, kind: 'component', weights: 'practices' }),
    );
    expect(exact.length + components.length).toBeGreaterThan(40);
    for (const measure of new Set(exact.map((row) => row.measure!))) {
      const { data } = await ask(`/variance?measure=${measure}&period=2019-03`);
      for (const row of [...exact, ...components].filter((one) => one.measure === measure)) {
        const found = data.find(
          (one) => one.kind === row.kind && one.weights === row.weights && one.level === row.level,
        );
        const digits = row.kind === 'component' ? 4 : 9;
        expect(found.groups).toBe(Number(row.groups));
        expect(found.practices).toBe(Number(row.practices));
        expect(found.mean).toBeCloseTo(Number(row.mean), digits);
        expect(found.variance).toBeCloseTo(Number(row.variance), row.kind === 'component' ? 2 : 8);
        expect(found.share).toBeCloseTo(Number(row.share), row.kind === 'component' ? 2 : 9);
      }
    }
  });

  it('says where the differences are', async () => {
    const { meta } = await ask('/variance?measure=any_enabled&period=2019-03');
    expect(meta.sentence).toBe(
      'In March 2019, 82% of the differences between practices in the share of patients who were set up for at least one online service were between practices of the same CCG, and 12% were between CCGs.',
    );
  });
});
