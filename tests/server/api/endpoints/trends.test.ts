import { describe, expect, inject, it } from 'vitest';
import { askIllustrative, asking } from '../../../support/asking.ts';
import { enriched } from '../../../support/enriched.ts';

const ask = askIllustrative();

/** The slope and chi-squared of five points by the normal equations, weighted by Wilson's limits. */
function independently(figures: { value: number; lower_95: number; upper_95: number }[]) {
  const points = figures.map(({ value: y, lower_95, upper_95 }, x) => {
    const w = (3.92 / (upper_95 - lower_95)) ** 2;
    return { x, y, w };
  });
  const lineOf = (some: typeof points) => {
    const sum = (of: (p: (typeof points)[number]) => number) =>
      some.reduce((total, p) => total + p.w * of(p), 0);
    const [s, sx, sy] = [sum(() => 1), sum(({ x }) => x), sum(({ y }) => y)];
    const [sxx, sxy] = [sum(({ x }) => x * x), sum(({ x, y }) => x * y)];
    const determinant = s * sxx - sx * sx;
    return { slope: (s * sxy - sx * sy) / determinant, variance: s / determinant };
  };
  const { slope, variance } = lineOf(points);
  const steady = points.every(
    (_, left) => Math.sign(lineOf(points.filter((_, i) => i !== left)).slope) === Math.sign(slope),
  );
  const chiSquared = slope ** 2 / variance;
  const moving = chiSquared > 9.5495 && steady;
  const direction = moving ? (slope > 0 ? 'increasing' : 'decreasing') : 'no_change';
  return { slope, chiSquared, direction };
}

describe('/trends', () => {
  it('has the places of the month, with their names in that month', async () => {
    const folder = await enriched(inject('illustrative'), [
      "update area_month set area_name = 'FORMER NAME' where area_code = 'Y56' and period < '2015-03'",
      "delete from area_month where area_code = 'Y54' and period = '2015-03'",
      "delete from figure where area_code = 'Y54' and period = '2015-03'",
    ]);
    const { data } = await asking(folder)('/trends?measure=records_enabled&area=Y56,Y54');
    expect(data.map(({ area_code, area_name }) => [area_code, area_name])).toEqual([
      ['Y56', 'LONDON COMMISSIONING REGION'],
    ]);
  });

  it('reads the months of a place within an area wherever it was then', async () => {
    const { data: ccgs } = await ask('/areas?level=ccg');
    const [ccg, other] = ccgs.filter(({ region_code }) => region_code === ccgs[0].region_code);
    const region = ccgs.find(({ region_code }) => region_code !== ccg.region_code).region_code;
    const { data: practices } = await ask(`/areas?level=practice&parent=${ccg.area_code}`);
    const moved = practices[0].area_code;
    const folder = await enriched(inject('illustrative'), [
      `update practice_month set ccg_code = '${other.area_code}'
         where practice_code = '${moved}' and period < '2015-01'`,
      `update area_month set region_code = '${region}'
         where area_code = '${ccg.area_code}' and period < '2015-01'`,
    ]);
    const askMoved = asking(folder);
    for (const [level, code, now, former] of [
      ['practice', moved, ccg.area_code, other.area_code],
      ['ccg', ccg.area_code, ccg.region_code, region],
    ]) {
      const query = `/trends?measure=records_enabled&level=${level}`;
      const named = await askMoved(`${query}&area=${code}`);
      const within = await askMoved(`${query}&parent=${now}`);
      const there = await askMoved(`${query}&parent=${former}`);
      expect(named.data).toMatchObject([{ area_code: code, from_period: '2014-11' }]);
      expect(within.data.filter((row) => row.area_code === code)).toEqual(named.data);
      expect(there.data.filter((row) => row.area_code === code)).toEqual([]);
    }
  });

  it('says getting better if more is better and the last five months rise', async () => {
    const { data } = await ask('/trends?measure=records_enabled&area=E92000001');
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({
      period: '2015-03',
      level: 'england',
      direction: 'increasing',
      word: 'getting better',
      from_period: '2014-11',
      to_period: '2015-03',
      reason: null,
    });
  });

  it('cannot be calculated with fewer than five months, and says so', async () => {
    const [first] = (await ask('/periods')).data;
    const question = `/trends?measure=records_enabled&level=region&period=${first.period}`;
    for (const row of (await ask(question)).data) {
      expect(row).toMatchObject({
        direction: 'cannot_be_calculated',
        word: 'cannot be calculated',
        slope: null,
        from_period: null,
        reason: 'only 1 of the last 12 months has a figure, and five are needed',
      });
    }
  });

  it('has the places of the month, at every level and for a group', async () => {
    for (const level of ['region', 'subregion', 'ccg', 'practice']) {
      const trends = await ask(`/trends?measure=records_enabled&level=${level}`);
      const figures = await ask(`/figures?measure=records_enabled&level=${level}`);
      expect(
        trends.data.map(({ area_code, area_name, value }) => [area_code, area_name, value]),
      ).toEqual(
        figures.data.map(({ area_code, area_name, value }) => [area_code, area_name, value]),
      );
    }
    const codes = (await ask('/areas?level=practice')).data.slice(0, 2).map((row) => row.area_code);
    const { data } = await ask(`/trends?measure=records_enabled&group=${codes}`);
    const figures = await ask(`/figures?measure=records_enabled&group=${codes}`);
    expect(data[0]).toMatchObject({ level: 'group', value: figures.data[0].value });
  });

  it('answers with every measure of the month by default', async () => {
    const { data } = await ask('/trends?area=E92000001');
    const figures = await ask('/figures?area=E92000001');
    expect(data.map(({ measure }) => measure)).toEqual(figures.data.map(({ measure }) => measure));
  });

  it('rejects several months', async () => {
    await expect(ask('/trends?period=2015-02,2015-03')).rejects.toThrow('exactly one');
  });
});

describe.skipIf(!inject('published2018'))('/trends on published files', () => {
  const askPublished = asking(inject('published2018') ?? '');

  it.each(['ccg', 'region'])('equals an independent fit for every %s', async (level) => {
    const trends = await askPublished(`/trends?measure=any_enabled,records_enabled&level=${level}`);
    const figures = await askPublished(
      `/figures?measure=any_enabled,records_enabled&level=${level}&from=2018-05`,
    );
    expect(trends.data.length).toBeGreaterThan(5);
    for (const row of trends.data) {
      const own = figures.data.filter(
        ({ area_code, measure }) => area_code === row.area_code && measure === row.measure,
      );
      const { slope, chiSquared, direction } = independently(own);
      expect(row.slope).toBeCloseTo(slope, 7);
      expect(row.chi_squared / chiSquared).toBeCloseTo(1, 6);
      expect(row.direction).toBe(direction);
    }
  });

  it('gives rates no trend, with the reason', async () => {
    const { data } = await askPublished('/trends?measure=any_use&level=region');
    expect(data).toHaveLength(5);
    for (const row of data) {
      expect(row.direction).toBe('cannot_be_calculated');
      expect(row.reason).toMatch(/^a rate of transactions has no confidence interval/);
    }
  });

  it('gives no trend to a practice with a count above its patients', async () => {
    const { data } = await askPublished('/trends?measure=any_enabled&area=C88627');
    expect(data[0].direction).toBe('cannot_be_calculated');
    expect(data[0].reason).toMatch(/^one of the last five figures has no confidence interval/);
  });
});
