import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, inject, it } from 'vitest';
import { askIllustrative, asking } from '../../../support/asking.ts';
import { published } from '../../../support/published.ts';

const ask = askIllustrative();

describe('/figures', () => {
  it('answers with every measure of England in the latest month by default', async () => {
    const { data, meta } = await ask('/figures');
    expect(data.map((row) => row.measure)).toHaveLength(12);
    expect(new Set(data.map((row) => `${row.level} ${row.area_code} ${row.period}`))).toEqual(
      new Set(['england E92000001 2015-03']),
    );
    expect(meta).toMatchObject({ release: '2015-03.1', kind: 'illustrative' });
    expect(meta.note).toContain('Illustrative');
  });

  it('adds up: practices to CCGs to subregions to regions to England', async () => {
    const question = 'measure=records_enabled,appointments_offered_practices&from=2014-04';
    const sums = new Map<string, string>();
    for (const level of ['england', 'region', 'subregion', 'ccg', 'practice']) {
      const { data } = await ask(`/figures?level=${level}&${question}`);
      const totals = new Map<string, [number, number, number, number]>();
      for (const row of data) {
        const key = `${row.period} ${row.measure}`;
        const total = totals.get(key) ?? [0, 0, 0, 0];
        total[0] += row.numerator ?? 0;
        // "Offered" counts practices that did not report, whose own rows have no figure.
        total[1] += row.measure.includes('offered') ? row.practices : (row.denominator ?? 0);
        total[2] += row.practices;
        total[3] += row.practices_reported;
        totals.set(key, total);
      }
      sums.set(level, JSON.stringify([...totals].sort()));
    }
    expect(new Set(sums.values()).size).toBe(1);
  });

  it('marks what nobody reported [x] and what no extract of the month contains [z]', async () => {
    const { data } = await ask(
      '/figures?measure=records_use,records_enabled&level=practice&from=2014-04',
    );
    const uses = data.filter((row) => row.measure === 'records_use');
    expect(new Set(uses.map((row) => row.marker))).toEqual(new Set(['[z]']));
    const unreported = data.filter(
      (row) => row.measure === 'records_enabled' && row.value === null,
    );
    expect(unreported.length).toBeGreaterThan(0);
    expect(new Set(unreported.map((row) => row.marker))).toEqual(new Set(['[x]']));
    for (const row of unreported)
      expect(row).toMatchObject({ numerator: null, denominator: null, practices_reported: 0 });
  });

  it('pages without losing, repeating or reordering a row', async () => {
    const question =
      '/figures?level=ccg,practice&measure=records_enabled,records_accessed&from=2015-01';
    const whole = (await ask(question)).data;
    const paged: unknown[] = [];
    let cursor = '';
    do {
      const { data, meta } = await ask(`${question}&limit=997${cursor && `&cursor=${cursor}`}`);
      expect(data.length).toBeLessThanOrEqual(997);
      paged.push(...data);
      cursor = meta.next ?? '';
    } while (cursor);
    expect(paged).toEqual(whole);
  });

  it('can be restricted to places within an area of any level above them', async () => {
    const { data: regions } = await ask('/figures?level=region&measure=records_offered');
    let practices = 0;
    for (const region of regions) {
      const { data } = await ask(
        `/figures?level=practice&measure=records_offered&parent=${region.area_code}`,
      );
      expect(data).toHaveLength(region.practices);
      practices += data.length;
    }
    const { data: england } = await ask('/figures?measure=records_offered');
    expect(practices).toBe(england[0].practices);
  });

  it('treats a group of practices as an area of its own', async () => {
    const { data: some } = await ask('/figures?level=practice&measure=records_enabled&limit=40');
    const codes = some.map((row) => row.area_code);
    const { data } = await ask(
      `/figures?measure=records_enabled&group=${codes.join()},${codes[0]}`,
    );
    const sum = (name: string) => some.reduce((total, row) => total + (row[name] ?? 0), 0);
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({
      level: 'group',
      area_code: 'group',
      area_name: 'Custom group of 40 practices',
      numerator: sum('numerator'),
      denominator: sum('denominator'),
      practices: 40,
    });
    const { data: members } = await ask(
      `/figures?measure=records_enabled&parent=group&group=${codes.join()}`,
    );
    expect(members).toEqual(some);
  });

  it.each([
    ['measure=enabeld', 'unknown measure: enabeld (did you mean records_enabled?)'],
    ['measur=records_enabled', 'unknown parameter: measur (did you mean measure?)'],
    ['measure=', 'measure is empty'],
    ['measure=records_enabled,', 'measure has an empty value in its list'],
    ['level=regoin', 'unknown level: regoin (did you mean region?)'],
    ['level=ccg&area=Q44', 'Q44 is a subregion, not a CCG'],
    ['area=Q4', 'unknown area: Q4 (did you mean Q44?)'],
    ['period=2015-04', 'no such month in this release: 2015-04 (it has 2014-04 to 2015-03)'],
    ['period=March', 'not a month such as 2015-03: March'],
    ['period=2015-03&from=2015-01', 'from cannot be combined with period'],
    ['from=2015-03&to=2015-01', 'from is later than to: 2015-03'],
    [
      'from=2016-01',
      'no month of this release is in the range: 2016-01 (it has 2014-04 to 2015-03)',
    ],
    ['limit=5&limit=5', 'limit takes one value, and is given more than once'],
    ['period=latest&period=', 'period is empty'],
    ['limit=0', 'not a whole number from 1 to 10000: 0'],
    ['cursor=abc', 'not a cursor from an answer of this address: abc'],
    ['format=cvs', 'unknown format: cvs (did you mean csv?)'],
    ['group=ZZ9999', 'unknown area: ZZ9999'],
    ['group=E92000001', 'not a practice: E92000001'],
  ])('rejects %s and says why', async (query, message) => {
    await expect(ask(`/figures?${query}`)).rejects.toThrow(message);
  });
});

describe.skipIf(!published)('/figures of April to September 2018', () => {
  const askReal = asking(inject('published2018') ?? '');

  it('equals every independently computed figure', async () => {
    const text = readFileSync(join(published!, 'expected/figures_2018-04_2018-09.csv'), 'utf8');
    const expected = Papa.parse<Record<string, string>>(text, {
      header: true,
      skipEmptyLines: true,
    }).data;
    const computed = [...new Set(expected.map(({ measure }) => measure))].join();
    const { data } = await askReal(
      `/figures?level=england,region,subregion,ccg&from=2018-04&to=2018-09&measure=${computed}`,
    );
    const key = (row: Record<string, unknown>) =>
      [row.period, row.level, row.area_code, row.measure].join();
    const found = new Map(data.map((row) => [key(row), row]));
    const number = (cell: string | undefined) => (cell === '' ? null : Number(cell));
    for (const row of expected) {
      const figure = found.get(key(row));
      expect({
        key: key(row),
        numerator: figure?.numerator,
        denominator: figure?.denominator,
        practices: figure?.practices,
        practices_reported: figure?.practices_reported,
        difference:
          row.value === ''
            ? (figure?.value ?? 0)
            : Math.abs(figure?.value - Number(row.value)) < 1e-9
              ? 0
              : figure?.value,
      }).toEqual({
        key: key(row),
        numerator: number(row.numerator),
        denominator: number(row.denominator),
        practices: number(row.practices),
        practices_reported: number(row.practices_reported),
        difference: 0,
      });
    }
    expect(data).toHaveLength(expected.length);
  });
});
