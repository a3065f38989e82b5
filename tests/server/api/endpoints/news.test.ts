import { describe, expect, inject, it } from 'vitest';
import { measureOf } from '../../../../data/definitions/measures.ts';
import { formatMonth } from '../../../../data/definitions/months.ts';
import { unusualChange } from '../../../../server/api/news/areaNews.ts';
import { newsOfPractices } from '../../../../server/api/news/practiceNews.ts';
import { keepLevel } from '../../../../server/figures/levelFigures.ts';
import type { FigureRow } from '../../../../server/store/queries/figures.ts';
import { Releases } from '../../../../server/store/releases.ts';
import { asking } from '../../../support/asking.ts';
import { published } from '../../../support/published.ts';
import { publishedYear } from '../../../support/publishedYear.ts';
import { normalDeviate, seededRandom } from '../../../support/random.ts';

const measure = measureOf('records_enabled');

/** Months from January 2016. */
const monthsFrom2016 = (count: number): string[] =>
  Array.from(
    { length: count },
    (_, i) => `${2016 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
  );

const rowsOf = (values: readonly number[], periods: readonly string[]): FigureRow[] =>
  values.map((value, i) => ({
    period: periods[i]!,
    level: 'ccg',
    area_code: 'X',
    area_name: 'X',
    measure: measure.id,
    unit: measure.unit,
    numerator: Math.round(value * 1000),
    denominator: 100_000,
    value,
    marker: null,
    practices: 30,
    practices_reported: 30,
  }));

const toldOf = (values: readonly number[]) => {
  const periods = monthsFrom2016(values.length);
  return unusualChange({ measure, rows: rowsOf(values, periods) }, periods);
};

describe('an unusual change', () => {
  // Ten changes that alternate between 0.2 and 0.4, so that their mean moving range is 0.2.
  const steady = Array.from({ length: 11 }, (_, i) => 20 + 0.3 * i + (i % 2 ? 0.05 : -0.05));

  it('is one beyond the limits of the changes, including its own', () => {
    const last = steady.at(-1)!;
    const told = toldOf([...steady, last + 3])!;
    const changes = [...steady.slice(1).map((value, i) => value - steady[i]!), 3];
    const ranges = changes.slice(1).map((one, i) => Math.abs(one - changes[i]!));
    const plain = ranges.reduce((sum, one) => sum + one, 0) / ranges.length;
    // The range into the change itself is far larger than the others and is left out.
    const kept = ranges.filter((one) => one <= 3.267 * plain);
    const width = 2.66 * (kept.reduce((sum, one) => sum + one, 0) / kept.length);
    const mean = changes.reduce((sum, one) => sum + one, 0) / changes.length;
    expect(kept.length).toBe(ranges.length - 1);
    expect(told.change).toBeCloseTo(3, 9);
    expect(told.limits.upper).toBeCloseTo(mean + width, 9);
    expect(told.limits.lower).toBeCloseTo(mean - width, 9);
  });

  it.each<[string, number[]]>([
    ['a change as usual', [...steady, steady.at(-1)! + 0.3]],
    ['too few changes', [...steady.slice(0, 9), steady[8]! + 3]],
    ['a change too small to matter', [...steady.map(() => 20), 20.2]],
    ['a figure of few people', [...steady.map((value) => value / 1000), 0.05]],
  ])('is not told of %s', (_, values) => {
    expect(toldOf(values)).toBeNull();
  });

  it('is found in fewer than one in a hundred of 10,000 steady series', () => {
    const random = seededRandom(20190331);
    let toldOfAll = 0;
    const kinds = [
      // A climb with noise.
      (step: number) => (i: number, _: number) => 20 + step * i + 0.3 * normalDeviate(random),
      // A climb with steps of different sizes.
      (step: number) => (_: number, before: number) => before + step + 0.3 * normalDeviate(random),
    ];
    for (const months of [11, 12, 13, 24, 36]) {
      const periods = monthsFrom2016(months);
      const each = 1_000;
      for (const kind of kinds) {
        let told = 0;
        for (let i = 0; i < each; i += 1) {
          const next = kind(0.5 * random());
          const values: number[] = [];
          for (let at = 0; at < months; at += 1) values.push(next(at, values.at(-1) ?? 20));
          if (unusualChange({ measure, rows: rowsOf(values, periods) }, periods)) told += 1;
        }
        expect(told, `of ${each} series of ${months} months`).toBeLessThan(each * 0.02);
        toldOfAll += told;
      }
    }
    expect(toldOfAll).toBeLessThan(100);
  });
});

interface Counted {
  area_code: string;
  period: string;
  practices: number;
  practices_reported: number;
}

it('is the same whether figures are kept in memory or read', async () => {
  const of = async (keep: boolean) => {
    const releases = new Releases(inject('referenced'));
    try {
      const release = await releases.get();
      if (keep) await keepLevel(release, 'practice');
      return [...(await newsOfPractices(release))];
    } finally {
      await releases.close();
    }
  };
  const read = await of(false);
  expect(read.length).toBeGreaterThan(20);
  expect(await of(true)).toEqual(read);
});

/** The news of every practice of a release, CCG by CCG. */
async function practicesNews(ask: ReturnType<typeof asking>) {
  const { data: ccgs } = await ask('/areas?level=ccg');
  const found = new Map<string, Record<string, string | null>>();
  for (const { area_code } of ccgs) {
    const { data } = await ask(`/news?area=${area_code}`);
    for (const row of data) if (row.level === 'practice') found.set(row.id, row);
  }
  return [...found.values()];
}

const releases: [string, () => Promise<string>][] = [
  ['the illustrative release', async () => inject('referenced')],
];
if (published) releases.push(['the published year', publishedYear]);

describe.each(releases)('the news of %s', async (_, folderOf) => {
  const ask = asking(await folderOf());
  const news = await practicesNews(ask);
  const ids = (kind: string) =>
    news
      .filter((row) => row.kind === kind)
      .map(({ id }) => id!.slice(kind.length + 1))
      .sort();
  const { data: periods } = await ask('/periods');
  const [first, last] = [periods[0]!.period, periods.at(-1)!.period];
  const range = `from=${first}&to=${last}`;
  const keysOf = (rows: readonly Record<string, string>[]) =>
    [...new Set(rows.map(({ period, practice_code }) => `${period}/${practice_code}`))].sort();

  it('has each change of supplier exactly once', async () => {
    const { data } = await ask('/events/supplier/practices?measure=any_enabled');
    const switches = keysOf(data);
    expect(switches.length).toBeGreaterThan(0);
    expect(ids('changed_supplier')).toEqual(switches);
  });

  it('has large changes like the findings, except those at a change of supplier', async () => {
    const found = await Promise.all(
      ['fell_to_none', 'unusual_move'].map((kind) => ask(`/findings?kind=${kind}`)),
    );
    const moved = new Set(ids('changed_supplier'));
    const expected = keysOf(found.flatMap(({ data }) => data)).filter((key) => !moved.has(key));
    expect(ids('moved_far')).toEqual(expected);
  });

  it('says once that a practice is gone, and whom to follow if it may have merged', async () => {
    const events = async (event: string) =>
      (await ask(`/lifecycle?${range}&event=${event}`)).data as Record<string, string>[];
    const merged = await events('may_have_merged');
    expect(ids('may_have_merged')).toEqual(keysOf(merged));
    for (const { period, practice_code, after } of merged) {
      const row = news.find(({ id }) => id === `may_have_merged/${period}/${practice_code}`)!;
      expect(row.follow_on_code).toBe(after);
      expect(row.sentence).toContain(`(${after}) to go on following its patients.`);
    }
    const closed = keysOf(await events('closed'));
    expect(ids('closed')).toEqual(closed);
    const isTold = (key: string) => {
      const [period, code] = key.split('/') as [string, string];
      const at = new Date(`${period}-01T00:00:00Z`);
      at.setUTCMonth(at.getUTCMonth() - 1);
      const before = `${at.toISOString().slice(0, 7)}/${code}`;
      return keysOf(merged).includes(key) || closed.includes(key) || closed.includes(before);
    };
    const vanished = keysOf(await events('vanished'));
    expect(ids('left')).toEqual(vanished.filter((key) => !isTold(key)));
    expect(ids('appeared')).toEqual(keysOf(await events('appeared')));
  });

  it('has practices that stopped reporting, in the first month without a figure', async () => {
    const measures = ['records', 'appointments', 'prescriptions', 'any'].map((s) => `${s}_enabled`);
    const stopped = new Map<string, string>();
    for (const one of measures) {
      const { data: rows } = await ask<Counted[]>(
        `/figures?level=practice&measure=${one}&${range}`,
      );
      const byCode = new Map<string, Counted[]>();
      for (const row of rows) {
        const series = byCode.get(row.area_code);
        if (series) series.push(row);
        else byCode.set(row.area_code, [row]);
      }
      for (const [code, series] of byCode) {
        series.forEach((row, i) => {
          if (
            row.practices === 1 &&
            row.practices_reported === 0 &&
            series[i - 1]?.practices_reported === 1
          )
            stopped.set(`${row.period}/${code}`, series[i - 1]!.period);
        });
      }
    }
    expect(ids('not_reported')).toEqual([...stopped.keys()].sort());
    for (const { id, sentence } of news.filter(({ kind }) => kind === 'not_reported')) {
      const before = formatMonth(stopped.get(id!.slice('not_reported/'.length))!);
      expect(sentence).toMatch(new RegExp(` It did in ${before}\\.$`));
    }
  });

  it('has a target in the first month that reaches it, and says what /targets says', async () => {
    const endings: Record<string, string> = {
      met: ', which was met.',
      missed: ', which was missed.',
      cannot_say: '; whether it was met is not known.',
    };
    for (const level of ['region', 'ccg']) {
      const { data } = await ask(`/figures?level=${level}&measure=any_enabled&${range}`);
      const byCode = new Map<string, { period: string; value: number | null }[]>();
      for (const row of data)
        byCode.set(row.area_code, [...(byCode.get(row.area_code) ?? []), row]);
      for (const [code, rows] of byCode) {
        const known = rows.filter(({ value }) => value !== null);
        const expected = [10, 30].flatMap((value) => {
          const at = known.findIndex((row) => row.value! >= value);
          return at > 0 ? [known[at]!.period] : [];
        });
        const { data: own } = await ask(`/news?area=${code}&measure=any_enabled`);
        const told = own.filter((row) => row.kind === 'target_met' && row.area_code === code);
        expect(told.map(({ period }) => period).sort(), code).toEqual(expected.sort());
        for (const { id, period, sentence } of told) {
          const target = id.split('/').at(-1)!;
          const asked = `area=${code}&target=${target}&period=${period}`;
          const { data: read } = await ask(`/targets?${asked}`);
          const { target_period: due, state } = read[0]!;
          const ending = period < due ? '.' : endings[state]!;
          const said = sentence.slice(sentence.indexOf(', the target for '));
          expect(said, asked).toBe(`, the target for ${formatMonth(due)}${ending}`);
        }
      }
    }
  });

  it('has regions and releases for England, and one level below for other places', async () => {
    const { data } = await ask('/news');
    expect(data[0]).toMatchObject({ kind: 'release', area_code: 'E92000001', measures: null });
    for (const row of data.filter(({ kind }) => kind === 'unusual_change')) {
      expect(row.measures).toMatch(/^\w+_enabled(,\w+_enabled)*$/);
    }
    expect(data.filter(({ level }) => level !== 'england' && level !== 'region')).toEqual([]);
    const one = news.find(({ kind }) => kind === 'changed_supplier')!;
    const { data: own } = await ask(`/news?area=${one.area_code}`);
    expect(own.map(({ id }) => id)).toContain(one.id);
    expect(own.every(({ area_code }) => area_code === one.area_code)).toBe(true);
    const { data: some } = await ask(`/news?area=${one.area_code}&measure=records_use`);
    expect(some).toEqual([]);
    const { data: none } = await ask(`/news?area=${one.area_code}&to=${first}`);
    expect(none.filter(({ period }) => period > first)).toEqual([]);
  });

  it('has unique ids, latest month first', () => {
    expect(new Set(news.map(({ id }) => id)).size).toBe(news.length);
    for (const row of news) {
      expect(row.id).toContain(`/${row.period}/${row.area_code}`);
      expect(row.title).not.toMatch(/undefined|null|NaN/);
      expect(row.sentence).not.toMatch(/undefined|null|NaN/);
    }
  });
});
