import { beforeAll, describe, expect, it } from 'vitest';
import { formatMonth } from '../../../../data/definitions/months.ts';
import {
  type ProjectionMethod,
  projectionMethods,
} from '../../../../data/statistics/projection.ts';
import { coverageOf } from '../../../../data/statistics/projectionErrors.ts';
import { noInterval } from '../../../../data/words/projection.ts';
import { expectedRows } from '../../../data/statistics/oracle.ts';
import { type Asking, askIllustrative, asking } from '../../../support/asking.ts';
import { published } from '../../../support/published.ts';
import { publishedYear } from '../../../support/publishedYear.ts';

const ask = askIllustrative();
const measure = 'measure=any_enabled';

describe('/projections', () => {
  it('says why there is no range if too few errors are known', async () => {
    const { data } = await ask('/projections?measure=records_enabled&level=region&period=2014-08');
    expect(data).toHaveLength(4 * 3);
    for (const row of data) {
      expect(row.projected).not.toBeNull();
      expect([row.lower_95, row.reason]).toEqual([null, noInterval]);
    }
  });

  it.each([
    ['level=practice', 'projections are those of areas: practice'],
    ['area=ZZ0003', 'projections are those of areas: ZZ0003'],
    ['level=region&ahead=13', 'not a whole number from 1 to 12: 13'],
    ['level=region&method=guess', 'guess'],
  ])('rejects %s and says why', async (query, message) => {
    await expect(ask(`/projections?measure=records_enabled&${query}`)).rejects.toThrow(message);
  });
});

describe.skipIf(!published)('/projections of April 2018 to March 2019', () => {
  let askYear: Asking;
  beforeAll(async () => {
    askYear = asking(await publishedYear());
  });

  const months = ['2018-09', '2018-10', '2018-11', '2018-12'];

  it('projects every area as computed independently', async () => {
    const rows = expectedRows('backtest/forecasts.csv.gz');
    expect(rows.length).toBeGreaterThan(4000);
    const found = new Map<string, number>();
    for (const method of projectionMethods) {
      for (const period of months) {
        const { data } = await askYear(
          `/projections?${measure}&level=england,region,ccg&period=${period}&method=${method}`,
        );
        for (const row of data) {
          found.set(`${method} ${period} ${row.area_code} ${row.ahead}`, row.projected);
        }
      }
    }
    for (const row of rows) {
      const key = `${row.method} ${row.origin_period} ${row.area_code} ${row.horizon}`;
      expect(found.get(key)! - Number(row.forecast)).toBeCloseTo(0, 9);
    }
  });

  it('used the errors known in December, and reports how its ranges did', async () => {
    const { data: figures } = await askYear(
      `/figures?${measure}&level=ccg&from=2018-04&to=2019-03`,
    );
    const codes = [...new Set(figures.map((row) => row.area_code))];
    const series = codes.map((code) =>
      figures.flatMap((row) => (row.area_code === code ? [row.value as number] : [])),
    );
    for (const row of expectedRows('backtest/coverage.csv')) {
      const [method, ahead] = [row.method as ProjectionMethod, Number(row.horizon)];
      const { data } = await askYear(
        `/projections?${measure}&area=E92000001&period=2018-12&method=${method}`,
      );
      const then = data[ahead - 1]!;
      expect(then.errors_known).toBe(Number(row.errors_known));
      expect(then.errors_of).toBe('ccg');
      const end = row.interval === '95' ? '95' : '80';
      expect(then[`lower_${end}`] - then.projected).toBeCloseTo(Number(row.lower_error), 9);
      expect(then[`upper_${end}`] - then.projected).toBeCloseTo(Number(row.upper_error), 9);
      const all = coverageOf(series, series, ahead, method);
      const tried = all.find(({ monthsUsed }) => monthsUsed === 9)!;
      expect(tried.tested).toBe(Number(row.ccgs));
      expect(end === '95' ? tried.inside95 : tried.inside80).toBe(Number(row.ccgs_inside));
      const { data: now } = await askYear(`/projections?${measure}&level=ccg&method=${method}`);
      const last = now.find((one) => one.ahead === ahead)!;
      expect(last.tested).toBe(all.reduce((sum, one) => sum + one.tested, 0));
      expect(last.inside_95).toBe(all.reduce((sum, one) => sum + one.inside95, 0));
      expect(last.inside_80).toBe(all.reduce((sum, one) => sum + one.inside80, 0));
    }
  });

  it('projects nothing so many months on as ranges failed, nor further', async () => {
    const { data } = await askYear('/projections?measure=appointments_use&area=E92000001&ahead=4');
    const why =
      'figures moved in ways that past changes did not foretell (58.5% of 975 past values of CCGs were within their 95% ranges, 1 month ahead); transactions follow working days';
    // Two months on more than 80% were within theirs, and four months on none could be tested.
    expect(data.map(({ tested, inside_95 }) => [tested, inside_95])).toEqual([
      [975, 570],
      [585, 489],
      [195, 18],
      [null, null],
    ]);
    for (const row of data) {
      const { projected, lower_95, upper_95, lower_80, upper_80 } = row;
      expect([projected, lower_95, upper_95, lower_80, upper_80]).toEqual(Array(5).fill(null));
      expect([row.errors_of, row.reason]).toEqual(['ccg', why]);
      expect(row.sentence).toBe(
        `What the rate of transactions to book or cancel appointments online in England will be in ${formatMonth(row.target_period)} cannot be said: ${why}.`,
      );
    }
  });

  it('keeps ranges of shares, which held', async () => {
    const shares = 'records_enabled,appointments_enabled,prescriptions_enabled,any_enabled';
    for (const one of shares.split(',')) {
      const { data } = await askYear(`/projections?measure=${one}&level=ccg`);
      expect(data.every(({ lower_95, reason }) => lower_95 !== null && reason === null)).toBe(true);
    }
  });

  it('says what may become of a future target, and what became of a past one', async () => {
    const question = '/targets?target=thirty-percent-2019&level=england,ccg';
    const { data } = await askYear(`${question}&period=2018-12`);
    const { data: ahead } = await askYear(
      `/projections?${measure}&level=england,ccg&period=2018-12`,
    );
    const states = new Set<string>();
    for (const row of data) {
      const then = ahead.find((one) => one.area_code === row.area_code && one.ahead === 3)!;
      const state =
        row.value >= 30
          ? 'met'
          : then.lower_95 >= 30
            ? 'likely'
            : then.upper_95 < 30
              ? 'unlikely'
              : 'cannot_say';
      expect(row.state).toBe(state);
      if (state !== 'met') expect(row.projected).toBe(then.projected);
      states.add(state);
    }
    expect([...states].sort()).toEqual(['cannot_say', 'met', 'unlikely']);
    const { data: later } = await askYear(question);
    expect(new Set(later.map(({ state }) => state))).toEqual(new Set(['met', 'missed']));
  });
});
