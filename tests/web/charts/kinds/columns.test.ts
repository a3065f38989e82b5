import { describe, expect, inject, it } from 'vitest';
import { measureOf } from '../../../../data/definitions/measures.ts';
import type { ChartQuery } from '../../../../web/charts/kind.ts';
import { type ChangeData, changeKind } from '../../../../web/charts/kinds/change.ts';
import { type MoreColumn, shownColumns } from '../../../../web/charts/kinds/columns.ts';
import { placesKind } from '../../../../web/charts/kinds/places.ts';
import { findKind } from '../../../../web/charts/kinds.ts';
import { charting } from '../../../support/charts.ts';

const charts = charting(inject('referenced'));
const ask = async (params: Record<string, string>) =>
  (await charts.ask('/figures', { measure: 'records_enabled', level: 'region', ...params })).data;

/** A question's table: titles, and rows by the code of their place. */
async function tableOf(query: ChartQuery) {
  const asked = { measure: 'records_enabled', level: 'region', period: '2015-03', ...query };
  const data = await placesKind.load(charts.ask, asked);
  const table = placesKind.table(data);
  const rows = new Map(table.rows.slice().map((row) => [String(row[0]!.value), row.slice(2)]));
  return { data, table, titles: table.columns.slice(2).map(({ title }) => title), rows };
}

/** Charts with columns of their own: a question, their own titles, and the month that their figures are of. */
const others: [id: string, query: ChartQuery, own: string[]][] = [
  [
    'scatter',
    { across: 'list_size', period: '2015-03' },
    ['Region', 'Percent of patients', 'List size (registered patients of a practice, on average)'],
  ],
  [
    'change',
    { from: '2014-09', to: '2015-03' },
    ['Region', 'September 2014', 'March 2015', 'Change, percentage points', 'Place by change'],
  ],
  [
    'funnel',
    { period: '2015-03' },
    [
      ...['Region', 'Percent of patients', 'Limits at 95% from', 'to', 'Limits at 99.8% from'],
      ...['to', 'Where it is'],
    ],
  ],
];

describe.each(others)('the columns of the table of a %s', (id, query, own) => {
  const kind = findKind(id)!;
  const asked = { measure: 'records_enabled', level: 'region', ...query };
  const columns = 'interval,rank,against,change,trend,appointments_enabled,2014-12' as const;

  it('are its own, then those chosen, with the same values as in a ranking', async () => {
    const plain = kind.table(await charts.load(id, asked));
    const titles = plain.columns.map(({ title }) => title);
    expect(titles).toEqual(own);
    const data = await charts.load(id, { ...asked, columns });
    const table = kind.table(data);
    const ranking = await tableOf({ columns });
    expect(table.columns.map(({ title }) => title)).toEqual([...own, ...ranking.titles]);
    const rows = table.rows.slice();
    expect(rows.map((row) => row.slice(0, own.length))).toEqual(plain.rows.slice());
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) {
      const [code, cells] = [String(row[0]!.value), row.slice(own.length)];
      expect([code, cells]).toEqual([code, ranking.rows.get(code)]);
    }
    const months = kind.notes!(data).filter(
      (note) => note === 'Columns of choice are of March 2015.',
    );
    expect(months.length).toBe(id === 'change' ? 1 : 0);
    expect(kind.notes!(data)).toContain(
      'Differences are from England as a whole, including any of these places in it.',
    );
  });

  it('are summed with its own figures for the places asked for', async () => {
    const data = await charts.load(id, { ...asked, columns });
    const codes = new Set(['Y54', 'Y56']);
    const total = kind.table(data).total!(codes);
    const ranking = (await tableOf({ columns })).table.total!(codes);
    expect(total.slice(own.length)).toEqual(ranking.slice(2));
    expect(total[0]).toEqual(ranking[0]);
    const month = own.indexOf('March 2015');
    expect(total[Math.max(month, 1)]).toEqual(ranking[1]);
    if (id !== 'change') return;
    const before = (await tableOf({ period: '2014-09' })).table.total!(codes)[1]!;
    expect(total[1]).toEqual(before);
    const change = Number(ranking[1]!.value) - Number(before.value);
    expect(total[3]!.value).toBeCloseTo(change, 9);
  });

  it('are in its files as they are shown, and rejected by name if unknown', async () => {
    const data = await charts.load(id, { ...asked, columns: 'rank,2014-12', supplier: 'TPP' });
    expect(data.query).toMatchObject({ columns: 'rank,2014-12', supplier: 'TPP' });
    const shown = await tableOf({ columns: 'rank,2014-12', supplier: 'TPP' });
    for (const row of kind.table(data).rows.slice()) {
      expect(row.slice(own.length)).toEqual(shown.rows.get(String(row[0]!.value)));
    }
    await expect(charts.load(id, { ...asked, columns: 'joy' })).rejects.toThrow(
      'unknown column: joy',
    );
  });
});

describe('the columns of a table of places', () => {
  it('are only the interval by default, and none at all if asked', async () => {
    const usual = await tableOf({});
    expect(usual.titles).toEqual(['95% confidence interval (Wilson) from', 'to']);
    expect((await tableOf({ columns: 'none' })).titles).toEqual([]);
    expect((await tableOf({ columns: 'interval', measure: 'any_use' })).titles).toEqual([]);
  });

  it('are other figures of the month and other months, England’s too', async () => {
    const { titles, rows } = await tableOf({ columns: 'appointments_enabled,2014-12' });
    expect(titles).toEqual(['Booking appointments: patients set up for it', 'December 2014']);
    const level = 'england,region';
    const booking = await ask({ measure: 'appointments_enabled', level, period: '2015-03' });
    const before = await ask({ level, period: '2014-12' });
    expect(booking.length).toBeGreaterThan(3);
    for (const [i, { area_code, value }] of booking.entries()) {
      const cells = rows.get(area_code)!;
      expect([area_code, ...cells.map((cell) => cell.value)]).toEqual([
        before[i]!.area_code,
        value,
        before[i]!.value,
      ]);
    }
  });

  it('are the rank, the change in a year or since the first month, and a sparkline', async () => {
    const { titles, rows } = await tableOf({ columns: 'rank,change,trend' });
    expect(titles).toEqual([
      'Place, 1 the highest',
      'Change since April 2014, percentage points',
      'Trend',
    ]);
    const level = 'england,region';
    const now = await ask({ level, period: '2015-03' });
    const first = await ask({ level, period: '2014-04' });
    const all = await ask({ level, from: '2014-04', to: '2015-03' });
    const falling = now
      .slice(1)
      .map(({ value }) => value!)
      .sort((a, b) => b - a);
    for (const [i, { area_code, value }] of now.entries()) {
      const [rank, change, trend] = rows.get(area_code)!;
      const place = area_code === 'E92000001' ? null : falling.indexOf(value!) + 1;
      expect(rank!.value).toBe(place);
      expect(change!.value).toBeCloseTo(value! - first[i]!.value!, 9);
      // The line's points from the left; their heights are proportional to the values.
      const values = all.filter((row) => row.area_code === area_code).map((row) => row.value!);
      const points = [...trend!.spark!.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [
        Number(x),
        Number(y),
      ]);
      const [low, high] = [Math.min(...values), Math.max(...values)];
      expect(points.map(([x]) => x)).toEqual(
        values.map((_, i) => Number((1 + (70 * i) / 11).toFixed(1))),
      );
      for (const [month, [, y]] of points.entries()) {
        expect((16 - y!) / 14).toBeCloseTo((values[month]! - low) / (high - low), 1);
      }
    }
  });

  it('have equal places share the better rank, and none for those without a figure', () => {
    const figures = [7, 9, null, 7, 5].map((value, i) => ({
      ...{ level: 'region' as const, code: `R${i}`, name: `Region ${i}`, value, marker: null },
      ...{ numerator: null, denominator: null, lower: null, upper: null },
    }));
    const columns: MoreColumn[] = [{ id: 'rank' }];
    const shown = { rows: figures, benchmark: null };
    const [rank] = shownColumns(columns, measureOf('records_enabled'), shown);
    expect(figures.map((one) => rank!.cell(one).text)).toEqual(['2', '1', '[z]', '2', '4']);
  });

  it('count the chosen practices, as they are in the month shown', async () => {
    const { rows } = await tableOf({ columns: '2014-12', supplier: 'TPP' });
    const both = await ask({ supplier: 'TPP', period: '2014-12,2015-03' });
    const before = both.filter(({ period }) => period === '2014-12');
    expect(before.length).toBeGreaterThan(2);
    for (const { area_code, value } of before) {
      expect(rows.get(area_code)?.[0]?.value ?? null).toBe(value);
    }
  });

  it('are summed for the places asked for', async () => {
    const { table } = await tableOf({ columns: 'interval,appointments_enabled,2014-12' });
    const codes = ['Y54', 'Y56'];
    const sumOf = async (params: Record<string, string>) => {
      const data = (await ask(params)).filter(({ area_code }) => codes.includes(area_code));
      const sum = (part: 'numerator' | 'denominator') =>
        data.reduce((total, row) => total + row[part]!, 0);
      return (100 * sum('numerator')) / sum('denominator');
    };
    const total = table.total!(new Set(codes));
    expect(total[0]!.text).toBe('Together (2 regions)');
    expect(total.map(({ value }) => value)).toEqual([
      null,
      await sumOf({ period: '2015-03' }),
      null,
      null,
      await sumOf({ measure: 'appointments_enabled', period: '2015-03' }),
      await sumOf({ period: '2014-12' }),
    ]);
  });

  it('are rejected by name if unknown', async () => {
    await expect(tableOf({ columns: 'joy' })).rejects.toThrow('unknown column: joy');
    await expect(tableOf({ columns: '2015-04' })).rejects.toThrow('unknown column: 2015-04');
  });
});

it('the totals of two months are of the places with a figure in both', async () => {
  const query = { level: 'region', from: '2014-09', to: '2015-03' };
  const data = (await charts.load('change', query)) as ChangeData;
  const none = { numerator: null, denominator: null, value: null, marker: '[x]' };
  const rows = data.rows.map((row) =>
    row.code === 'Y54' ? { ...row, before: none, change: null } : row,
  );
  const totalOf = (of: ChangeData, ...codes: string[]) =>
    changeKind.table(of).total!(new Set(codes))
      .slice(1, 4)
      .map(({ value }) => value);
  expect(totalOf({ ...data, rows }, 'Y54', 'Y56')).toEqual(totalOf(data, 'Y56'));
  expect(totalOf(data, 'Y54', 'Y56')).not.toEqual(totalOf(data, 'Y56'));
});
