import { beforeAll, describe, expect, inject, it } from 'vitest';
import { expectedRows } from '../../../data/statistics/oracle.ts';
import { askIllustrative, asking } from '../../../support/asking.ts';
import { published } from '../../../support/published.ts';
import { publishedYear } from '../../../support/publishedYear.ts';

const ask = askIllustrative();
const parts = [
  'uptake',
  'changed_supplier',
  'list_sizes',
  'came',
  'left',
  'began_reporting',
  'stopped_reporting',
  'total',
];
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

describe('/changes', () => {
  it('compares the last month with the one before by default', async () => {
    const { data, meta } = await ask('/changes?measure=records_enabled');
    expect(data.map(({ part }) => part)).toEqual(parts);
    expect(meta).toMatchObject({ from: '2015-02', to: '2015-03' });
    const figures = await ask('/figures?measure=records_enabled&period=2015-02,2015-03');
    expect([meta.before.value, meta.after.value]).toEqual(figures.data.map(({ value }) => value));
    expect(data.at(-1)).toMatchObject({
      contribution: figures.data[1].value - figures.data[0].value,
      share: 100,
    });
  });

  it('says what is usual between neighbouring months just where /xmr does, in a sentence apart too', async () => {
    const told: (string | null)[] = [];
    for (const measure of ['records_enabled', 'appointments_enabled', 'prescriptions_accessed']) {
      for (const area of ['E92000001', 'Y54', 'ZZ0001', 'ZZ0100']) {
        const about = `measure=${measure}&area=${area}`;
        const { meta } = await ask(`/changes?${about}`);
        const xmr = await ask(`/xmr?${about}&view=changes&restarts=suggested`);
        const range = /usually changes (by .+? on average\))/.exec(xmr.meta.sentence)?.[1];
        const few = /Limits from (\d+) changes are provisional/.exec(xmr.meta.sentence)?.[1];
        const from = few ? `, judging by only ${few} changes` : '';
        const still = / (has (?:not changed|changed only) .+?\.)(?= [A-Z]|$)/.exec(
          xmr.meta.sentence,
        )?.[1];
        const usual = range ? `It usually changes ${range}${from}.` : still ? `It ${still}` : null;
        expect([about, meta.usual]).toEqual([about, usual]);
        if (usual) expect(meta.sentence).toContain(`. ${meta.usual}`);
        told.push(meta.usual);
      }
    }
    expect([told.includes(null), told.some(Boolean)]).toEqual([true, true]);
    const further = await ask(
      '/changes?measure=prescriptions_accessed&area=E92000001&from=2014-12',
    );
    expect(further.meta.usual).toBeNull();
    expect(further.meta.sentence).not.toContain('usually');
  });

  it('calls nothing usual by fewer than five changes, and says by how many up to ten', async () => {
    const usualAt = async (to: string) => {
      const { meta } = await ask(`/changes?measure=appointments_enabled&area=E92000001&to=${to}`);
      return meta.usual as string | null;
    };
    expect(await usualAt('2014-06')).toBeNull();
    expect(await usualAt('2014-08')).toBeNull();
    expect(await usualAt('2014-09')).toMatch(
      /^It usually changes .+, judging by only 5 changes\.$/,
    );
    expect(await usualAt('2015-02')).toMatch(/, judging by only 10 changes\.$/);
    expect(await usualAt('2015-03')).toMatch(/^It usually changes .+ on average\)\.$/);
  });

  it('takes the first and last month of a range', async () => {
    const { meta } = await ask('/changes?measure=records_enabled&from=2010-01&to=2014-12');
    expect(meta).toMatchObject({ from: '2014-04', to: '2014-12' });
    const until = await ask('/changes?measure=records_enabled&to=2014-12');
    expect(until.meta).toMatchObject({ from: '2014-11', to: '2014-12' });
  });

  it('says why there is no change', async () => {
    const first = await ask('/changes?measure=records_enabled&to=2014-04');
    expect(first.data.every(({ contribution }) => contribution === null)).toBe(true);
    expect(first.meta).toMatchObject({
      from: null,
      before: null,
      sentence: 'This release has no month before April 2014, so there is no change to show.',
    });
    const unknown = await ask('/changes?measure=records_use');
    expect(unknown.data.every(({ contribution }) => contribution === null)).toBe(true);
    expect(unknown.meta.sentence).toContain('For February 2015 there is no figure in England');
  });

  it.each([
    ['measure=records_enabled&from=2015-03', 'a change needs two months'],
    ['from=2015-01', 'measure is missing'],
    ['measure=records_enabled&from=2016-01', 'no month of this release'],
  ])('rejects %s', async (query, message) => {
    await expect(ask(`/changes?${query}`)).rejects.toThrow(message);
  });

  it("has changes of a practice or a reader's own group too", async () => {
    const codes = (await ask('/areas?level=practice')).data.slice(0, 4).map((row) => row.area_code);
    const question = 'measure=appointments_enabled&from=2014-04';
    for (const place of [`area=${codes[0]}`, `group=${codes}`]) {
      const { data, meta } = await ask(`/changes?${question}&${place}`);
      const values = data.map(({ contribution }) => contribution);
      expect(sum(values.slice(0, -1))).toBeCloseTo(values.at(-1), 10);
      expect(values.at(-1)).toBeCloseTo(meta.after.value - meta.before.value, 12);
    }
  });
});

describe('/changes/practices', () => {
  const question = '/changes/practices?measure=records_enabled&from=2014-04';

  it('has every practice behind the change, largest first, adding up to it', async () => {
    const { data, meta } = await ask(question);
    const sizes = data.map(({ contribution }) => Math.abs(contribution));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(meta.practices).toBe(data.length);
    const change = await ask('/changes?measure=records_enabled&from=2014-04');
    expect(sum(data.map(({ contribution }) => contribution))).toBeCloseTo(
      change.data.at(-1).contribution,
      10,
    );
    for (const row of data) {
      expect(row.contribution).toBeCloseTo(row.through_uptake + row.through_size, 12);
    }
    const kinds = new Set(data.map(({ kind }) => kind));
    expect(kinds.size).toBeGreaterThan(1);
    for (const kind of ['came', 'left', 'began_reporting', 'stopped_reporting']) {
      const part = change.data.find((row) => row.part === kind);
      const own = data.filter((row) => row.kind === kind);
      expect(own).toHaveLength(part.practices);
      expect(sum(own.map(({ contribution }) => contribution))).toBeCloseTo(part.contribution, 10);
    }
  });

  it('pages without losing or repeating a practice', async () => {
    const whole = (await ask(question)).data;
    const pages: object[] = [];
    let cursor = '';
    for (let page = 0; page < 4; page += 1) {
      const { data, meta } = await ask(`${question}&limit=100${cursor}`);
      pages.push(...data);
      if (!meta.next) break;
      cursor = `&cursor=${meta.next}`;
    }
    expect(pages).toEqual(whole);
    await expect(ask(`${question}&cursor=nobody`)).rejects.toThrow('not a cursor');
  });
});

describe.skipIf(!inject('published2018'))('/changes on published files', () => {
  const askPublished = asking(inject('published2018') ?? '');

  it.each([
    ['any_enabled', 'region', 5, 5],
    ['records_offered', 'ccg', 195, 195],
    // In some CCGs, no practice has a supplier that reports it.
    ['any_use', 'ccg', 195, 190],
  ])(
    '%s adds up to the difference of the figures in every %s',
    async (measure, level, places, known) => {
      const figures = await askPublished(
        `/figures?measure=${measure}&level=${level}&period=2018-04,2018-09`,
      );
      const values = new Map(
        figures.data.map((row) => [`${row.area_code} ${row.period}`, row.value]),
      );
      const codes = [...new Set(figures.data.map(({ area_code }) => area_code))];
      expect(codes).toHaveLength(places);
      let taken = 0;
      for (const code of codes) {
        const { data } = await askPublished(
          `/changes?measure=${measure}&area=${code}&from=2018-04&to=2018-09`,
        );
        const [before, after] = ['2018-04', '2018-09'].map((month) =>
          values.get(`${code} ${month}`),
        );
        const contributions = data.map(({ contribution }) => contribution);
        if (before === null || after === null) {
          expect(contributions).toEqual(parts.map(() => null));
          continue;
        }
        taken += 1;
        expect(contributions.at(-1)).toBe(after - before);
        expect(Math.abs(sum(contributions.slice(0, -1)) - (after - before))).toBeLessThan(1e-9);
      }
      expect(taken).toBeGreaterThanOrEqual(known);
    },
  );

  it('equals a decomposition computed from the practices of England in plain JavaScript', async () => {
    const figures = await askPublished(
      '/figures?measure=any_enabled&level=practice&period=2018-04,2018-09',
    );
    const months = ['2018-04', '2018-09'].map(
      (month) =>
        new Map(
          figures.data
            .filter(({ period, value }) => period === month && value !== null)
            .map((row) => [row.area_code, row]),
        ),
    );
    const [then, now] = months as [Map<string, never>, Map<string, never>];
    const both = [...then.keys()].filter((code) => now.has(code));
    const rate = (
      rows: Map<string, { numerator: number; denominator: number }>,
      codes: Iterable<string>,
    ) => {
      const list = [...codes].map((code) => rows.get(code)!);
      return sum(list.map((row) => row.numerator)) / sum(list.map((row) => row.denominator));
    };
    // What England gained beyond the practices that reported in both months is due to practices that appeared,
    // disappeared, or began or stopped reporting.
    const turnover =
      rate(now, now.keys()) - rate(now, both) - (rate(then, then.keys()) - rate(then, both));
    const sizes = (rows: Map<string, { denominator: number }>) =>
      sum(both.map((code) => rows.get(code)!.denominator));
    const [sizeThen, sizeNow] = [sizes(then), sizes(now)];
    const uptake = sum(
      both.map((code) => {
        const before = then.get(code)! as { numerator: number; denominator: number };
        const after = now.get(code)! as { numerator: number; denominator: number };
        const weight = (before.denominator / sizeThen + after.denominator / sizeNow) / 2;
        return (
          weight * (after.numerator / after.denominator - before.numerator / before.denominator)
        );
      }),
    );
    const { data } = await askPublished('/changes?measure=any_enabled&from=2018-04&to=2018-09');
    const [ofOthers, ofChanged, ofSizes, ...others] = data.map(({ contribution }) => contribution);
    expect(ofOthers + ofChanged).toBeCloseTo(uptake * 100, 9);
    expect(ofOthers + ofChanged + ofSizes).toBeCloseTo(
      (rate(now, both) - rate(then, both)) * 100,
      9,
    );
    expect(sum(others.slice(0, -1))).toBeCloseTo(turnover * 100, 9);
  });
});

describe.skipIf(!published)('/changes of the published year', () => {
  let askYear: ReturnType<typeof asking>;
  beforeAll(async () => {
    askYear = asking(await publishedYear());
  });

  const columns = {
    uptake_switched: 'changed_supplier',
    uptake_others: 'uptake',
    list_sizes: 'list_sizes',
    came: 'came',
    left: 'left',
    began_reporting: 'began_reporting',
    stopped_reporting: 'stopped_reporting',
    total: 'total',
  };

  it('separates practices that changed supplier, as computed independently', async () => {
    const rows = expectedRows('supplier_change/split.csv').filter(
      ({ level, measure }) => level !== 'ccg' || measure === 'any_enabled',
    );
    expect(rows.length).toBeGreaterThan(200);
    for (const row of rows) {
      const { data } = await askYear(
        `/changes?measure=${row.measure}&area=${row.area_code}&from=${row.from_period}&to=${row.to_period}`,
      );
      const found = new Map(data.map((one) => [one.part, one]));
      for (const [column, part] of Object.entries(columns)) {
        expect(found.get(part).contribution, `${row.area_code} ${part}`).toBeCloseTo(
          Number(row[column]),
          11,
        );
      }
      expect(found.get('changed_supplier').practices).toBe(Number(row.practices_switched));
      expect(found.get('uptake').practices).toBe(Number(row.practices_others));
      const parts = data.slice(0, -1).map(({ contribution }) => contribution);
      expect(Math.abs(sum(parts) - found.get('total').contribution)).toBeLessThan(1e-12);
    }
  });

  it('says how much they cost NHS Bolton CCG and England', async () => {
    const of = async (area: string) =>
      (await askYear(`/changes?measure=any_enabled&area=${area}&from=2018-04&to=2019-03`)).meta
        .sentence;
    expect(await of('00T')).toBe(
      'The share of patients in NHS Bolton CCG who were set up for at least one online service hardly changed between April 2018 and March 2019: 17.016% to 17.017% (+0.0014 percentage points). Of this, +1.6371 came from practices whose own figure changed, −1.6324 from practices that changed supplier and −0.0033 from the rest.',
    );
    expect(await of('E92000001')).toBe(
      'The share of patients in England who were set up for at least one online service rose from 24.6% to 27.4% between April 2018 and March 2019 (+2.8 percentage points). Of this, +3.0 came from practices whose own figure changed and −0.2 from practices that changed supplier.',
    );
  });
});
