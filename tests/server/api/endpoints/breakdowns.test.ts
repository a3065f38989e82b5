import { beforeAll, describe, expect, inject, it } from 'vitest';
import { listSizes } from '../../../../data/definitions/listSizes.ts';
import { expectedRows } from '../../../data/statistics/oracle.ts';
import { type Asking, askIllustrative, asking } from '../../../support/asking.ts';
import { enriched, traitStatements } from '../../../support/enriched.ts';
import { published } from '../../../support/published.ts';
import { publishedYear } from '../../../support/publishedYear.ts';

const ask = askIllustrative();

interface Practice {
  practice_code: string;
  last_period: string;
  months: Record<string, string | number | null>[];
}

/** Every practice as published, requested one by one. */
async function practicesOf(asked: Asking): Promise<Practice[]> {
  const { data } = await asked('/areas?level=practice');
  return Promise.all(
    data.map(async ({ area_code }) => (await asked<Practice>(`/practices/${area_code}`)).data),
  );
}

const bandOf = (registered: number) =>
  listSizes.findLast(({ from }) => registered >= from)!.id as string;

describe('/breakdowns', () => {
  let practices: Practice[];
  beforeAll(async () => {
    practices = await practicesOf(ask);
  });

  it.each([
    ['supplier', (_: Practice, month: Practice['months'][0]) => month.supplier ?? 'not_known'],
    ['list_size', (_: Practice, month: Practice['months'][0]) => bandOf(Number(month.registered))],
    [
      'practice_status',
      ({ last_period }: Practice) =>
        last_period === '2015-03' ? 'in_latest_month' : 'not_in_latest_month',
    ],
  ])('adds up the practices of each group by %s', async (by, groupOf) => {
    const expected = new Map<string, number[]>();
    for (const practice of practices) {
      for (const month of practice.months) {
        const key = `${month.period} ${groupOf(practice, month)}`;
        const sums = expected.get(key) ?? [0, 0, 0, 0, 0];
        expected.set(key, sums);
        const registered = Number(month.registered ?? 0);
        const reported =
          month.records_enabled !== null &&
          month.registered !== null &&
          [0, 1, 2].includes(month.records_status as number);
        if (reported) {
          sums[0]! += Number(month.records_enabled);
          sums[1]! += registered;
          sums[3]! += 1;
        }
        if (month.records_status !== null || month.records_enabled !== null) sums[2]! += 1;
        sums[4]! += registered;
      }
    }
    const { data } = await ask(`/breakdowns?measure=records_enabled&by=${by}&from=2014-04`);
    const found = new Map(
      data.map((row) => [
        `${row.period} ${row.group_code}`,
        [
          row.numerator ?? 0,
          row.denominator ?? 0,
          row.practices,
          row.practices_reported,
          row.registered ?? 0,
        ],
      ]),
    );
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
    expect(data.length).toBeGreaterThan(12);
  });

  it('gives the area its whole figure, and all its patients', async () => {
    const { data: ccgs } = await ask('/figures?level=ccg&measure=records_enabled,any_use');
    for (const { area_code } of ccgs.slice(0, 5)) {
      const question = `measure=records_enabled,records_offered_practices&area=${area_code}`;
      const { data: figures } = await ask(`/figures?${question}`);
      const { data } = await ask(`/breakdowns?${question}&by=list_size`);
      for (const figure of figures) {
        const groups = data.filter(({ measure }) => measure === figure.measure);
        for (const name of ['numerator', 'practices', 'practices_reported']) {
          const sum = groups.reduce((total, row) => total + (row[name] ?? 0), 0);
          expect(sum).toBe(figure[name] ?? 0);
        }
        const share = groups.reduce((total, row) => total + row.share_of_patients, 0);
        expect(share).toBeCloseTo(100, 9);
      }
    }
  });

  it.each(['period=2015-03', 'from=2015-02&to=2015-03'])(
    'has the patients of practices that are not in the extract of a measure, for %s',
    async (months) => {
      const groups = async (measure: string) =>
        (await ask(`/breakdowns?by=list_size&measure=${measure}&${months}`)).data.filter(
          ({ period }) => period === '2015-03',
        );
      const [lacking, held] = [await groups('records_use'), await groups('records_offered')];
      expect(lacking.map(({ practices }) => practices)).toEqual(held.map(() => 0));
      const patients = (rows: typeof held) =>
        rows.map((row) => [row.group_code, row.registered, row.share_of_patients]);
      expect(patients(lacking)).toEqual(patients(held));
      expect(held.length).toBeGreaterThan(3);
    },
  );

  it('orders months, measures and then groups as they are declared', async () => {
    const { data } = await ask('/breakdowns?by=list_size&measure=records_enabled');
    const names = listSizes.map(({ name }) => name);
    expect(data.map((row) => row.group_name)).toEqual(
      names.filter((name) => data.some((row) => row.group_name === name)),
    );
    expect(data[0].group_name).toBe('Fewer than 3,000 patients');
  });

  it('breaks a reader’s own group down', async () => {
    const codes = practices.slice(0, 20).map(({ practice_code }) => practice_code);
    const { data } = await ask(
      `/breakdowns?by=supplier&measure=records_offered_practices&group=${codes}`,
    );
    expect(data[0]).toMatchObject({ level: 'group', area_name: 'Custom group of 20 practices' });
    const open = practices.slice(0, 20).filter(({ last_period }) => last_period === '2015-03');
    expect(data.reduce((sum, row) => sum + row.practices, 0)).toBe(open.length);
  });

  it('says what is missing if the release has no deprivation scores', async () => {
    const { data, meta } = await ask('/breakdowns?by=deprivation&measure=records_enabled');
    expect(data).toEqual([]);
    expect(meta.missing).toBe('Deprivation is not known: this release has no deprivation scores.');
    expect((await ask('/breakdowns?by=supplier')).meta.missing).toBeNull();
  });

  it('breaks down by deprivation if a reference file was given', async () => {
    const folder = await enriched(inject('illustrative'), traitStatements);
    const { data, meta } = await asking(folder)(
      '/breakdowns?by=deprivation&measure=records_enabled',
    );
    expect(meta.missing).toBeNull();
    expect(data.map((row) => [row.group_code, row.group_name])).toEqual([
      ['1', 'Most deprived fifth'],
      ['2', 'Second most deprived fifth'],
      ['3', 'Middle fifth'],
      ['4', 'Second least deprived fifth'],
      ['5', 'Least deprived fifth'],
      ['not_known', 'Not known'],
    ]);
    const { data: england } = await ask('/figures?measure=records_enabled');
    expect(data.reduce((sum, row) => sum + row.numerator, 0)).toBe(england[0].numerator);
  });

  it.each([
    ['', 'by is missing'],
    ['by=suplier', 'unknown break-down: suplier (did you mean supplier?)'],
    ['by=supplier,list_size', 'unknown break-down'],
    ['by=supplier&level=ccg', 'unknown parameter: level'],
  ])('rejects %s and says why', async (query, message) => {
    await expect(ask(`/breakdowns?${query}`)).rejects.toThrow(message);
  });
});

describe.skipIf(!published)('/breakdowns of April to September 2018', () => {
  const askReal = asking(inject('published2018') ?? '');

  it('shows suppliers as published, with fields left empty by VISION as a gap in coverage', async () => {
    const { data } = await askReal('/breakdowns?by=supplier&measure=any_use&period=2018-09');
    expect(data.map((row) => row.group_code)).toEqual([
      'EMIS',
      'EMIS (I)',
      'MICROTEST',
      'TPP',
      'VISION',
      'VISION (I)',
    ]);
    const vision = data.find((row) => row.group_code === 'VISION');
    expect(vision.marker).toBe('[x]');
    expect(vision.practices).toBeGreaterThan(250);
    expect(vision.practices_reported).toBe(0);
    expect(vision.lower_95).toBeNull();
    const [emis] = data;
    expect(emis.lower_95).toBeLessThan(emis.value);
    expect(emis.upper_95 - emis.value).toBeCloseTo(emis.value - emis.lower_95, 9);
    expect(emis.lower_998).toBeLessThan(emis.lower_95);
  });
});

describe.skipIf(!published)('/breakdowns of the published year', () => {
  let year: Asking;
  beforeAll(async () => {
    year = asking(await publishedYear());
  });

  it.each(['supplier', 'deprivation', 'list_size'])(
    'has the intervals by %s that were computed independently',
    async (by) => {
      const expected = expectedRows('clustered_breakdowns/clustered_breakdowns.csv').filter(
        (row) => row.by === by,
      );
      expect(expected.length).toBeGreaterThan(3);
      const measures = [...new Set(expected.map(({ measure }) => measure))].join();
      const { data } = await year(`/breakdowns?by=${by}&measure=${measures}&period=2019-03`);
      for (const row of expected) {
        const found = data.find(
          (one) => one.measure === row.measure && one.group_code === row.group_code,
        );
        expect(found.practices_reported).toBe(Number(row.practices_reported));
        expect(found.value).toBeCloseTo(Number(row.value), 9);
        if (!row.lower_95) expect(found.lower_95).toBeNull();
        else {
          expect(found.lower_95).toBeCloseTo(Number(row.lower_95), 7);
          expect(found.upper_95).toBeCloseTo(Number(row.upper_95), 7);
        }
      }
    },
  );
});
