import { afterAll, describe, expect, inject, it } from 'vitest';
import { ask } from '../../../server/api/api.ts';
import { endpoints } from '../../../server/api/endpoints.ts';
import { largestPage } from '../../../server/api/parameters.ts';
import { HttpError } from '../../../server/errors.ts';
import { Releases } from '../../../server/store/releases.ts';

const releases = new Releases(inject('illustrative'));
afterAll(() => releases.close());

const asked = (path: string, query: string) => {
  const endpoint = endpoints.find((one) => one.path === path)!;
  return ask(endpoint, releases, {}, new URLSearchParams(query));
};

/** The most rows that an endpoint says a question can have, and how many it has. */
async function rowsOf(path: string, query: string): Promise<[most: number, rows: number]> {
  const endpoint = endpoints.find((one) => one.path === path)!;
  let most = Number.NaN;
  const watched = { ...endpoint } as typeof endpoint & { columns: object };
  const of = (endpoint as { most: (question: never) => number }).most;
  Object.assign(watched, { most: (question: never) => (most = of(question)) });
  const { answer } = await ask(watched, releases, {}, new URLSearchParams(`${query}&format=csv`));
  let lines = -1;
  for await (const piece of (await answer()).pieces)
    lines += String(piece).split('\r\n').length - 1;
  return [most, lines];
}

const first = 'from=2014-04';

describe('the rows of an answer', () => {
  it.each([
    ['/figures', `level=practice&${first}`],
    ['/figures', `level=england,region,subregion,ccg&${first}`],
    ['/figures', 'measure=records_enabled,any_enabled&level=ccg'],
    ['/figures', 'measure=records_enabled'],
    ['/sentences', `level=region&${first}&measure=records_enabled`],
    ['/percentiles', `${first}&measure=records_enabled`],
    ['/deciles', `${first}&measure=records_enabled,records_offered`],
    ['/trends', 'level=practice'],
    ['/coverage', `level=ccg&${first}`],
    ['/targets', 'level=practice'],
  ])('are known in advance, to a tenth: %s?%s', async (path, query) => {
    const [most, rows] = await rowsOf(path, query);
    expect(rows).toBeGreaterThan(0);
    expect(rows).toBeLessThanOrEqual(most);
    expect(rows).toBeGreaterThan(most * 0.9);
  });

  it.each([
    ['/figures', `parent={ccg}&level=practice&${first}`],
    ['/figures', `parent={region}&level=ccg&${first}`],
    ['/figures', `area={ccg}&${first}`],
    ['/figures', `group={practices}&${first}`],
    ['/figures', `group={practices}&parent=group&${first}`],
    ['/percentiles', `measure=records_enabled&within={ccg}&${first}`],
    ['/percentiles', `measure=records_enabled&area={practice}&within={ccg}&${first}`],
    ['/comparisons', 'level=practice&measure=records_enabled'],
    ['/comparisons', ''],
  ])('are never more than known in advance: %s?%s', async (path, query) => {
    const { catalogue } = await releases.get();
    const { practice, ccg, region } = catalogue.codesByLevel;
    const codes: Record<string, string> = {
      ccg: ccg[0]!,
      region: region[0]!,
      practice: practice[0]!,
      practices: practice.slice(0, 5).join(),
    };
    const [most, rows] = await rowsOf(
      path,
      query.replace(/\{(\w+)\}/g, (_, name: string) => codes[name]!),
    );
    expect(rows).toBeGreaterThan(0);
    expect(rows).toBeLessThanOrEqual(most);
  });
});

describe('an answer', () => {
  it('is streamed if it is longer than the largest page, and whole if it is a page', async () => {
    const long = `level=practice&${first}`;
    expect(await asked('/figures', long)).toMatchObject({ flows: true });
    expect(await asked('/figures', `${long}&limit=${largestPage}`)).toMatchObject({ flows: false });
    expect(await asked('/figures', 'level=ccg')).toMatchObject({ flows: false });
    expect(await asked('/bundle.zip', '')).toMatchObject({ flows: true });
    expect(await asked('/measures', '')).toMatchObject({ flows: false });
  });

  it('is rejected before it begins if a format cannot hold its rows', async () => {
    const { catalogue } = await releases.get();
    const month = { ...catalogue.periods[0]!, practices: 90_000 };
    const release = await releases.get();
    const many = {
      get: async () => ({ ...release, catalogue: { ...catalogue, periods: [month] } }),
    } as unknown as Releases;
    const endpoint = endpoints.find(({ path }) => path === '/figures')!;
    const query = `level=practice&period=${month.period}&format=`;
    const ofFormat = (format: string) =>
      ask(endpoint, many, {}, new URLSearchParams(query + format)).catch((error) => error);
    const measures = catalogue.collected.get(month.period)!.size;
    const rows = (measures * 90_000).toLocaleString('en-GB');
    const refused = await ofFormat('xlsx');
    expect(refused).toBeInstanceOf(HttpError);
    expect(refused).toMatchObject({
      status: 400,
      about: { parameter: 'format', value: 'xlsx' },
      message: `${rows} rows are too many for xlsx, which takes 1,048,000: use format=csv or format=parquet, or ask for fewer measures, months or places`,
    });
    expect(await ofFormat('parquet')).toMatchObject({ flows: true });
  });
});
