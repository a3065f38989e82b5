import { beforeAll, describe, expect, inject, it } from 'vitest';
import { monthsBetween } from '../../../../data/definitions/months.ts';
import { targets } from '../../../../data/definitions/targets.ts';
import { seenFrom } from '../../../../server/api/targetReadings.ts';
import type { Catalogue } from '../../../../server/store/catalogue.ts';
import { askIllustrative, asking } from '../../../support/asking.ts';
import { cutShort } from '../../../support/cutShort.ts';
import { enriched } from '../../../support/enriched.ts';
import { published } from '../../../support/published.ts';
import { publishedYear } from '../../../support/publishedYear.ts';

const ask = askIllustrative();

describe('the months and measures that a target is read from', () => {
  const target = targets.find(({ id }) => id === 'thirty-percent-2019')!;
  const periods = monthsBetween('2016-10', '2019-12').map((period) => ({ period }));
  const read = (period: string, measures: readonly string[]) => {
    const collected = new Map(periods.map((one) => [one.period, new Set(measures)]));
    const catalogue = { periods, collected, lacking: [] } as unknown as Catalogue;
    return seenFrom(target, period, catalogue);
  };

  it.each([
    ['2018-09', '2017-10', '2018-09'],
    ['2019-03', '2018-04', '2019-03'],
    ['2019-12', '2018-04', '2019-03'],
    ['2017-02', '2016-10', '2017-02'],
  ])('are seen from %s the year to it, and none after the date of the target', (seen, from, to) => {
    expect(read(seen, ['any_enabled']).periods).toEqual(monthsBetween(from, to));
  });

  it('are those of its own measure, or else of those that stand in for it', () => {
    const ids = (collected: readonly string[]) =>
      read('2019-03', collected).measures.map(({ id }) => id);
    expect(ids(['any_enabled', 'records_enabled'])).toEqual(['any_enabled']);
    expect(ids(['records_enabled', 'prescriptions_enabled', 'records_use'])).toEqual([
      'records_enabled',
      'prescriptions_enabled',
    ]);
    expect(ids([])).toEqual(['any_enabled']);
  });
});

describe('/targets where patients set up for at least one service are not counted', () => {
  it('calls a target met if one service alone reaches it', async () => {
    const { data } = await ask('/targets?target=ten-percent-2017');
    const figures = await ask(
      '/figures?measure=records_enabled,appointments_enabled,prescriptions_enabled',
    );
    const highest = figures.data.toSorted((a, b) => b.value - a.value)[0];
    expect(highest.value).toBeGreaterThan(10);
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({
      area_code: 'E92000001',
      measure: highest.measure,
      value: highest.value,
      read_period: '2015-03',
      state: 'met',
      patients_short: 0,
      outcome: 'met',
      outcome_period: '2015-03',
      outcome_measure: highest.measure,
      outcome_value: highest.value,
    });
    expect(data[0].sentence).toContain('so the target of 10% by March 2017 is met');
  });

  it('gives no verdict on a target that no single service reaches', async () => {
    const { data } = await ask('/targets?target=thirty-percent-2019');
    expect(data[0]).toMatchObject({ state: 'cannot_say', patients_short: null, projected: null });
    expect(data[0].sentence).toContain(
      'was not counted, so whether the target of 30% by March 2019 was met is not known.',
    );
  });

  it('has every place of the level once per target', async () => {
    for (const level of ['region', 'ccg', 'practice']) {
      const { data } = await ask(`/targets?level=${level}`);
      const { data: places } = await ask(`/figures?measure=records_enabled&level=${level}`);
      expect(data).toHaveLength(places.length * 2);
      expect(new Set(data.map((row) => `${row.target} ${row.area_code}`)).size).toBe(data.length);
    }
  });

  it('names the nearest target to an unknown one', async () => {
    await expect(ask('/targets?target=ten-percent-2018')).rejects.toThrow('ten-percent-2017');
  });
});

describe.skipIf(!inject('published2018'))('/targets on published files', () => {
  const askPublished = asking(inject('published2018') ?? '');
  const question = 'target=thirty-percent-2019';

  it('says for every CCG what its figures say and, with only six months, gives no projection', async () => {
    const { data } = await askPublished(`/targets?${question}&level=ccg`);
    const figures = await askPublished('/figures?measure=any_enabled&level=ccg');
    expect(data).toHaveLength(195);
    for (const [i, row] of data.entries()) {
      const { numerator, denominator, value } = figures.data[i];
      const short = Math.max(0, Math.ceil(0.3 * denominator - numerator - 1e-6));
      const state = short === 0 ? 'met' : 'cannot_say';
      expect(row).toMatchObject({ value, state, patients_short: short, read_period: '2018-09' });
      expect(row.projected).toBeNull();
      if (short) expect(row.sentence).toContain('too few months without a gap');
    }
  });

  it('gives practices the distance and no projection', async () => {
    const { data } = await askPublished(`/targets?${question}&area=A81001`);
    expect(data[0]).toMatchObject({ state: 'cannot_say', projected: null });
    expect(data[0].patients_short).toBeGreaterThan(0);
    expect(data[0].sentence).toContain('for one practice no projection is better');
  });

  it('is read from the month asked for, not from later ones', async () => {
    const { data } = await askPublished(`/targets?${question}&period=2018-05`);
    const figures = await askPublished('/figures?measure=any_enabled&period=2018-05');
    expect(data[0]).toMatchObject({
      read_period: '2018-05',
      value: figures.data[0].value,
      state: 'cannot_say',
    });
  });

  it('has no verdict for a date before the first month', async () => {
    const { data } = await askPublished('/targets?target=ten-percent-2017');
    expect(data[0]).toMatchObject({ state: 'cannot_say', read_period: null, value: null });
    expect(data[0].sentence).toBe(
      'This release has no figure in England for the year to March 2017, so whether the target of 10% by March 2017 was met is not known.',
    );
  });
});

describe.skipIf(!published)('/targets of a year with a target at its end', () => {
  let askYear: ReturnType<typeof asking>;
  let askJanuary: typeof askYear;
  beforeAll(async () => {
    askYear = asking(await publishedYear());
    askJanuary = asking(await cutShort(await publishedYear(), '2019-01'));
  });
  const question = '/targets?target=thirty-percent-2019';

  it('say in every month how it ended, as the last month does', async () => {
    const { data: ended } = await askYear(`${question}&level=ccg`);
    for (const period of ['2018-04', '2018-10', '2019-02']) {
      const { data } = await askYear(`${question}&level=ccg&period=${period}`);
      expect(data).toHaveLength(195);
      for (const [i, row] of data.entries()) {
        const { state, value } = ended[i]!;
        expect(['met', 'missed']).toContain(state);
        expect(row).toMatchObject({ outcome: state, outcome_value: value });
        expect(row).toMatchObject({ outcome_period: '2019-03', outcome_measure: 'any_enabled' });
        expect(row.sentence).not.toMatch(/not known|likely/);
        expect(row.sentence).toMatch(state === 'met' ? / (is|was) met/ : / was missed, with /);
      }
    }
  });

  it('say of England in October that it was missed in March', async () => {
    const { data } = await askYear(`${question}&area=E92000001&period=2018-10`);
    expect(data[0].sentence).toBe(
      '26.1% of patients in England were set up for at least one online service in October 2018, 2.3 million patients short of the target of 30% by March 2019; it was missed, with 27.4% in March 2019.',
    );
  });

  it('say that it is not known where its month has no file and later ones have', async () => {
    const folder = await enriched(
      await publishedYear(),
      ['period', 'practice_month', 'area_month', 'figure'].map(
        (table) => `update ${table} set period = '2019-04' where period = '2019-03'`,
      ),
    );
    const askGap = asking(folder);
    for (const [period, short] of [
      [
        '2019-04',
        '27.1% of patients in England were set up for at least one online service in February 2019, 1.7 million',
      ],
      [
        '2018-10',
        '26.1% of patients in England were set up for at least one online service in October 2018, 2.3 million',
      ],
    ]) {
      const { data } = await askGap(`${question}&area=E92000001&period=${period}`);
      expect(data[0]).toMatchObject({ projected: null, outcome: 'cannot_say' });
      expect(data[0]).toMatchObject({ state: 'cannot_say', outcome_period: '2019-02' });
      expect(data[0].sentence).toBe(
        `${short} patients short of the target of 30% by March 2019; without a figure for March 2019 whether it was met is not known.`,
      );
    }
  });

  it('use nothing later than the release, nor later than the month for what that showed', async () => {
    const asked = `${question}&level=england,region,ccg`;
    const columns = ['read_period', 'value', 'state', 'patients_short', 'projected', 'lower_95'];
    const seen = (rows: Record<string, unknown>[]) =>
      rows.map((row) => [row.area_code, ...columns.map((name) => row[name])]);
    const { data: then } = await askJanuary(asked);
    const { data: since } = await askYear(`${asked}&period=2019-01`);
    expect(seen(since)).toEqual(seen(then));
    for (const { state, outcome, outcome_period, value, outcome_value, sentence } of then) {
      expect(outcome).toBe(state === 'met' ? 'met' : null);
      expect([outcome_period, outcome_value]).toEqual(['2019-01', value]);
      expect(sentence).not.toMatch(/March 2019[^;:]*March 2019|missed/);
    }
    expect(new Set(then.map(({ state }) => state)).size).toBeGreaterThan(2);
  });

  it('are not projected where past ranges failed', async () => {
    // All CCGs jump in a month like none before.
    const jumped = await enriched(await cutShort(await publishedYear(), '2019-01'), [
      `update figure set numerator = numerator * 1.2
       where level = 'ccg' and measure = 'any_enabled' and period = '2019-01'`,
    ]);
    const { data } = await asking(jumped)('/targets?target=thirty-percent-2019&level=england');
    expect(data[0]).toMatchObject({ state: 'cannot_say', projected: null, lower_95: null });
    expect(data[0]!.sentence).toMatch(
      /; whether it will be met is not known: figures moved in ways that past changes did not foretell \(\d+\.\d% of 585 past values of CCGs were within their 95% ranges, 1 month ahead\)\.$/,
    );
  });

  it('are projected to the month of the target, as /projections does it', async () => {
    const asked = 'level=england,region,ccg&period=2018-12';
    const { data } = await askYear(`/targets?target=thirty-percent-2019&${asked}`);
    const { data: projected } = await askYear(
      `/projections?measure=any_enabled&method=median_change&ahead=3&${asked}`,
    );
    const known = new Map(projected.map((row) => [row.area_code, row]));
    const open = data.filter((row) => row.projected !== null);
    expect(open.length).toBeGreaterThan(100);
    for (const row of open) {
      const one = known.get(row.area_code)!;
      expect(one.target_period).toBe('2019-03');
      expect([row.area_code, row.projected, row.lower_95, row.upper_95]).toEqual([
        one.area_code,
        one.projected,
        one.lower_95,
        one.upper_95,
      ]);
    }
  });
});
