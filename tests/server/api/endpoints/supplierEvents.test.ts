import { beforeAll, describe, expect, it } from 'vitest';
import { expectedRows } from '../../../data/statistics/oracle.ts';
import { askIllustrative, asking } from '../../../support/asking.ts';
import { published } from '../../../support/published.ts';
import { publishedYear } from '../../../support/publishedYear.ts';

interface Published {
  months: { period: string; practice_name: string; supplier: string; registered: number }[];
}

describe('/events/supplier', () => {
  const ask = askIllustrative();

  it('says so if nobody changed', async () => {
    const { data, meta } = await ask('/events/supplier?measure=records_enabled');
    const changes = await ask('/events/supplier/practices?measure=records_enabled');
    expect(meta.changes).toBe(changes.data.length);
    expect([meta.suppliers_from, meta.suppliers_to]).toEqual([meta.first_period, meta.last_period]);
    if (meta.changes === 0) {
      expect(meta.sentence).toMatch(
        /^No practice moved to the system of another supplier between /,
      );
      expect(data.every(({ practices }) => practices === 0)).toBe(true);
    }
  });

  it('has of each change what the practice and its figures say of both months', async () => {
    const measure = 'measure=records_enabled';
    const { data } = await ask(`/events/supplier/practices?${measure}`);
    expect(data.length).toBeGreaterThan(0);
    for (const change of data) {
      const { practice_code: code, base_period, period } = change;
      const { data: practice } = await ask<Published>(`/practices/${code}`);
      const [then, now] = [base_period, period].map((one) =>
        practice.months.find((month) => month.period === one),
      );
      const { data: figures } = await ask(
        `/figures?${measure}&area=${code}&period=${base_period},${period}`,
      );
      expect(change).toMatchObject({
        ...{ practice_name: now!.practice_name, registered: now!.registered },
        ...{ old_supplier: then!.supplier, new_supplier: now!.supplier },
        ...{ before: figures[0].value, after: figures[1].value, unit: figures[0].unit },
      });
      for (const [month, recent] of [
        [period, period],
        ['2015-03', period],
        [base_period, null],
      ]) {
        const { data: targets } = await ask(`/targets?area=${code}&period=${month}`);
        const told = targets.map((row) => row.supplier_changed_period);
        expect(told).toEqual(targets.map(() => recent));
        const { data: trends } = await ask(`/trends?${measure}&area=${code}&period=${month}`);
        expect(trends[0].supplier_changed_period).toBe(recent);
      }
    }
  });
});

describe.skipIf(!published)('changes of supplier in the published year', () => {
  let ask: ReturnType<typeof asking>;
  beforeAll(async () => {
    ask = asking(await publishedYear());
  });
  const cell = (text: string | undefined) => (text === '' ? null : Number(text));
  const close = (found: number | null, expected: number | null) =>
    expected === null ? expect(found).toBeNull() : expect(found).toBeCloseTo(expected, 10);

  it('are those found independently, with EMIS (I) as EMIS', async () => {
    const { data } = await ask('/events/supplier/practices?measure=any_enabled');
    expect(data).toHaveLength(139);
    const found = new Map(data.map((row) => [row.practice_code, row]));
    const expected = expectedRows('supplier_change/switches.csv');
    expect(expected.length).toBeGreaterThan(60);
    for (const row of expected) {
      expect(found.get(row.practice_code)).toMatchObject({
        old_supplier: row.old_supplier,
        new_supplier: row.new_supplier,
        base_period: row.base_period,
        period: row.switch_period,
      });
    }
  });

  it('are followed by what was computed independently, practice by practice', async () => {
    const expected = expectedRows('supplier_change/events.csv.gz');
    expect(expected.length).toBeGreaterThan(2000);
    for (const measure of new Set(expected.map((row) => row.measure!))) {
      const { data } = await ask(`/events/supplier/differences?measure=${measure}`);
      const found = new Map(data.map((row) => [`${row.practice_code} ${row.month}`, row]));
      for (const row of expected.filter((one) => one.measure === measure)) {
        const own = found.get(`${row.practice_code} ${row.month}`);
        expect(own.month_period).toBe(row.period);
        expect(own.others).toBe(Number(row.others));
        for (const name of [
          'value',
          'base_value',
          'change',
          'others_median_change',
          'difference',
        ]) {
          close(own[name], cell(row[name]));
        }
      }
    }
  });

  it('have the summary computed independently, with an interval clustered by practice', async () => {
    const expected = expectedRows('supplier_change/summary.csv');
    expect(expected.length).toBeGreaterThan(15);
    for (const row of expected) {
      const { data } = await ask(`/events/supplier?measure=${row.measure}`);
      const found = data.find(({ month }) => month === Number(row.month));
      expect(found.practices).toBe(Number(row.practices));
      expect(found.fell_more_than_5).toBe(Number(row.fell_more_than_5));
      for (const name of ['mean', 'median', 'lower_quartile', 'upper_quartile']) {
        close(found[name], Number(row[name]));
      }
      if (row.month === '-1') expect(found.lower_95).toBeNull();
      else expect(found.lower_95 + found.upper_95).toBeCloseTo(2 * found.mean, 9);
    }
  });

  it('are fewer than changes of the published supplier, which may be to another name of the system', async () => {
    const { data: kinds } = await ask('/findings/kinds');
    const counted = (kind: string) => {
      const { title, findings, practices } = kinds.find((one) => one.kind === kind)!;
      return [title, findings, practices];
    };
    expect(counted('supplier_changed')).toEqual(['Published supplier changed', 158, 153]);
    expect(counted('system_changed')).toEqual([
      'Practice moved to another supplier’s system, by measure',
      4 * 139,
      139,
    ]);
    const events = async (event: string) =>
      (await ask(`/lifecycle?from=2018-04&event=${event}`)).data.length;
    expect(await events('changed_supplier')).toBe(139);
    expect(await events('supplier_renamed')).toBe(158 - 139);
    const { data } = await ask('/findings?kind=supplier_changed');
    const renamed = data.find(({ value, other }) => value === 'EMIS' && other === 'EMIS (I)')!;
    expect(renamed.message).toMatch(
      /^The published supplier of \w{6} changed in \w+ \d{4} from EMIS \(I\) to EMIS\.$/,
    );
  });

  it('are described in words, for all and for one practice', async () => {
    const { meta } = await ask('/events/supplier?measure=any_enabled');
    expect(meta.sentence).toBe(
      '139 practices moved to the system of another supplier between April 2018 and March 2019. In the first month on the new system, the share of patients who were set up for at least one online service was at the median practice 16.2 percentage points lower than it would have been had it moved as it did at practices that did not change (mean −17.5, 95% confidence interval −19.4 to −15.6, clustered by practice); at 120 practices of 135 it was more than 5 points lower. Five months later it was 10.8 percentage points lower.',
    );
    const { data } = await ask('/events/supplier/practices?measure=any_enabled&area=00T');
    expect(data).toHaveLength(13);
    expect(data[0].sentence).toBe(
      'In May 2018 Spring House Surgery (P82014) moved from TPP to EMIS; the share of patients who were set up for at least one online service fell from 15.0% to 0%. Registrations rarely survive a change of system.',
    );
  });
});
