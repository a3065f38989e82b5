import { describe, expect, inject, it } from 'vitest';
import { asking } from '../../../support/asking.ts';

/** Written from the formulas, independently of the product's methods. */
const z = { 95: 1.959963984540054, 998: 3.090232306167813 };

function wilson(x: number, n: number, by: number): [number, number] {
  const p = x / n;
  const middle = p + (by * by) / (2 * n);
  const reach = by * Math.sqrt((p * (1 - p)) / n + (by * by) / (4 * n * n));
  return [
    (100 * (middle - reach)) / (1 + (by * by) / n),
    (100 * (middle + reach)) / (1 + (by * by) / n),
  ];
}

function interpolated(ascending: number[], q: number): number {
  const at = q * (ascending.length - 1);
  const low = ascending[Math.floor(at)]!;
  return low + (ascending[Math.ceil(at)]! - low) * (at - Math.floor(at));
}

/** As `toBeCloseTo` has it, which is slow for thousands of rows. */
const isNear = (value: unknown, wanted: number, digits: number): boolean =>
  typeof value === 'number' && Math.abs(value - wanted) < 10 ** -digits / 2;

const folders: [string, string | null][] = [
  ['illustrative England', inject('illustrative')],
  ['April to September 2018', inject('published2018')],
];

describe.each(folders)('%s', (_, folder) => {
  describe.skipIf(!folder)('recomputed from numerators and denominators', () => {
    const ask = asking(folder ?? '');
    const measure = 'measure=records_enabled';

    it.each(['practice', 'ccg', 'region'])('every %s: interval and comparison', async (level) => {
      const england = (await ask(`/figures?${measure}`)).data[0].value;
      const { data } = await ask(`/figures?${measure}&level=${level}`);
      let compared = 0;
      const wrong = data.filter((row) => {
        const { numerator: x, denominator: n } = row;
        if (x === null || x > n || n === 0) {
          return !(
            row.lower_95 === null &&
            row.upper_998 === null &&
            row.vs_england === 'not_compared'
          );
        }
        const [low, high] = wilson(x, n, z[95]);
        const [lowest, highest] = wilson(x, n, z[998]);
        compared++;
        const word = low > england ? 'higher' : high < england ? 'lower' : 'similar';
        return !(
          isNear(row.lower_95, low, 8) &&
          isNear(row.upper_95, high, 8) &&
          isNear(row.lower_998, lowest, 8) &&
          isNear(row.upper_998, highest, 8) &&
          row.vs_england === word
        );
      });
      expect(wrong).toEqual([]);
      expect(compared).toBeGreaterThan(data.length * 0.9);
    });

    it('every practice: decile, percentile and group', async () => {
      const { data } = await ask(`/figures?${measure}&level=practice`);
      const values: number[] = data.flatMap((row) => (row.value === null ? [] : [row.value]));
      const ascending = [...values].sort((a, b) => a - b);
      const [deciles] = (await ask(`/deciles?${measure}`)).data;
      expect(deciles.practices).toBe(values.length);
      for (let i = 1; i <= 9; i++) {
        expect(deciles[`p${i}0`]).toBeCloseTo(interpolated(ascending, i / 10), 9);
      }
      const { data: standings } = await ask(`/percentiles?${measure}`);
      expect(standings).toHaveLength(values.length);
      const below = new Map<number, number>();
      ascending.forEach((value, i) => {
        if (!below.has(value)) below.set(value, i);
      });
      const n = values.length;
      const wrong = standings.filter(({ value, percentile, quantile_group }) => {
        const rank = below.get(value)! + 1;
        const group = Math.max(1, Math.floor(6 - Math.ceil((n + 1 - rank) / (n / 5))));
        return !isNear(percentile, (100 * (rank - 1)) / (n - 1), 9) || quantile_group !== group;
      });
      expect(wrong).toEqual([]);
    });

    it.each(['practice', 'ccg'])('every %s: its position in the funnel', async (level) => {
      const { data: places, meta } = await ask(`/funnel?${measure}&level=${level}`);
      const units = places.filter((row) => row.denominator > 0 && row.numerator <= row.denominator);
      const x = units.reduce((sum, row) => sum + row.numerator, 0);
      const total = units.reduce((sum, row) => sum + row.denominator, 0);
      expect(meta.target).toBeCloseTo((100 * x) / total, 9);
      const centre = Math.asin(Math.sqrt(x / total));
      const scores = units.map(
        (row) =>
          2 *
          Math.sqrt(row.denominator) *
          (Math.asin(Math.sqrt(row.numerator / row.denominator)) - centre),
      );
      const ascending = [...scores].sort((a, b) => a - b);
      const [floor, ceiling] = [interpolated(ascending, 0.1), interpolated(ascending, 0.9)];
      const squares = scores.reduce(
        (sum, one) => sum + Math.min(ceiling, Math.max(floor, one)) ** 2,
        0,
      );
      const weights = units.map((row) => 4 * row.denominator);
      const weight = weights.reduce((sum, one) => sum + one, 0);
      const weightSquares = weights.reduce((sum, one) => sum + one * one, 0);
      const tau2 = Math.max(0, (squares - (units.length - 1)) / (weight - weightSquares / weight));
      expect(meta.phi).toBeCloseTo(squares / units.length, 6);
      expect(meta.tau2).toBeCloseTo(tau2, 9);
      const wrong = units.filter((row) => {
        const error = Math.sqrt(1 / (4 * row.denominator) + tau2);
        const off = (Math.asin(Math.sqrt(row.numerator / row.denominator)) - centre) / error;
        const position =
          off > z[998]
            ? 'above_998'
            : off < -z[998]
              ? 'below_998'
              : off > z[95]
                ? 'above_95'
                : off < -z[95]
                  ? 'below_95'
                  : 'inside';
        return row.position !== position;
      });
      expect(wrong).toEqual([]);
    });
  });
});

describe.skipIf(!inject('published2018'))('the funnel of published CCGs', () => {
  const ask = asking(inject('published2018') ?? '');

  it('flags a small minority when adjusted, and most when plain', async () => {
    const flagged = async (limits: string) => {
      const { data } = await ask(`/funnel?measure=any_enabled&level=ccg&limits=${limits}`);
      return data.filter((row) => row.position !== 'inside').length / data.length;
    };
    expect(await flagged('adjusted')).toBeLessThan(0.2);
    expect(await flagged('plain')).toBeGreaterThan(0.8);
  });
});

it('deciles of a range are those of its months, whichever were asked for before', async () => {
  const ask = asking(inject('illustrative'));
  const { data: months } = await ask('/periods');
  const address = (more: string) => `/deciles?measure=records_enabled&${more}`;
  const alone = [];
  for (const { period } of months) {
    alone.push(...(await ask(address(`period=${period}`))).data);
  }
  expect(alone).toHaveLength(12);
  expect((await ask(address(`from=${months[0].period}`))).data).toEqual(alone);
});

describe('/percentiles of places by name', () => {
  const ask = asking(inject('illustrative'));
  const question = '/percentiles?measure=records_enabled';

  it('takes a group for its practices, among those of another area', async () => {
    const { data } = await ask(`${question}&within=Y54&area=group&group=ZZ0001,ZZ0002`);
    const { data: one } = await ask(`${question}&within=Y54&area=ZZ0001,ZZ0002`);
    expect(one.length).toBeGreaterThan(0);
    expect(data).toEqual(one);
  });

  it('refuses an area, which has none', async () => {
    await expect(ask(`${question}&area=Y54`)).rejects.toMatchObject({
      status: 400,
      message: 'only practices have percentiles: Y54',
    });
  });
});
