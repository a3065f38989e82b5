import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onlyText } from '../../../data/words/practiceFilters.ts';
import { ingest } from '../../../scripts/ingest/ingest.ts';
import { asking } from '../../support/asking.ts';
import { enriched } from '../../support/enriched.ts';
import { type OraclePractice, oraclePractices, shareOf } from '../../support/oracle.ts';
import { madeExtracts } from '../recomputed/made.ts';

type Chosen = Record<string, string>;

/** The fifth that a practice is in for this test, by its code; every tenth practice is in none. */
const fifthOf = (code: string): number | null =>
  code.endsWith('9') ? null : (Number(code.at(-1)) % 5) + 1;

const bands: [string, number, number][] = [
  ['0-2999', 0, 3000],
  ['3000-5999', 3000, 6000],
  ['6000-8999', 6000, 9000],
  ['9000-11999', 9000, 12_000],
  ['12000-14999', 12_000, 15_000],
  ['15000+', 15_000, Number.POSITIVE_INFINITY],
];

const monthNumber = (period: string): number =>
  Number(period.slice(0, 4)) * 12 + Number(period.slice(5));

/** Months in which a practice moved to another system, computed in plain JavaScript. */
function switches(months: readonly OraclePractice[]): string[] {
  const known = months
    .filter(({ supplier }) => supplier && supplier !== 'NK')
    .sort((a, b) => (a.period < b.period ? -1 : 1));
  const system = (one: OraclePractice) => one.supplier!.replace(/ \(I\)$/, '');
  return known.flatMap((one, i) =>
    i > 0 && system(one) !== system(known[i - 1]!) ? one.period : [],
  );
}

/** Whether a practice is among the chosen ones, by its traits in its row for the month that counts. */
function isAmong(
  row: OraclePractice | undefined,
  chosen: Chosen,
  { measure, moved }: { measure: string; moved: readonly string[] },
): boolean {
  if (!row) return false;
  const [service] = measure.split('_') as [string];
  const statuses = (
    service === 'any' ? ['records', 'appointments', 'prescriptions'] : [service]
  ).map((one) => row.services.get(one)?.status ?? null);
  const status = statuses.includes(2)
    ? 'on'
    : statuses.includes(1)
      ? 'available'
      : statuses.includes(0)
        ? 'none'
        : 'unknown';
  const band =
    row.registered === null
      ? 'not_known'
      : bands.find(([, from, below]) => row.registered! >= from && row.registered! < below)![0];
  const last = monthNumber(row.period);
  const is: Chosen = {
    supplier: row.supplier ?? 'not_known',
    size: band,
    fifth: String(fifthOf(row.code) ?? 'not_known'),
    status,
    switched: moved.some((month) => monthNumber(month) > last - 12 && month <= row.period)
      ? 'yes'
      : 'no',
    reported: shareOf(row, measure)?.reported ? 'yes' : 'no',
  };
  return Object.entries(chosen).every(([name, values]) => values.split(',').includes(is[name]!));
}

const valuesOf = (chosen: Chosen) =>
  Object.fromEntries(Object.entries(chosen).map(([name, values]) => [name, values.split(',')]));

const questions: Chosen[] = [
  { supplier: 'EMIS' },
  { supplier: 'TPP,VISION' },
  { size: '0-2999,15000+' },
  { size: '3000-5999' },
  { fifth: '1' },
  { fifth: '2,not_known' },
  { status: 'on' },
  { status: 'available,none' },
  { status: 'unknown' },
  { switched: 'yes' },
  { switched: 'no' },
  { reported: 'yes' },
  { reported: 'no' },
  { supplier: 'TPP', size: '3000-5999,6000-8999', fifth: '1,2,3', reported: 'yes' },
];

/**
 * The made extracts, with one more practice that changes supplier between 2015 and 2018, and one that only sends two of
 * its returns for some months.
 */
const extracts = () =>
  madeExtracts().map(({ text, ...file }) => ({
    ...file,
    text: text
      .replace(/^(.*\/2015.*A81005,.*),TPP,/gm, '$1,VISION,')
      .replace(/^(.*(?:JUN|JUL)2018.*A81001,.*),EMIS,/gm, '$1,EMIS (I),'),
  }));

describe('chosen practices', () => {
  const folder = mkdtempSync(join(tmpdir(), 'uptake-chosen-'));
  const practices = oraclePractices(extracts());
  const period = '2019-03';
  let ask: ReturnType<typeof asking>;

  beforeAll(async () => {
    const files = extracts().map(({ name, text }) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    });
    const dataFolder = join(folder, 'data');
    await ingest({ files, dataFolder, accept: 'made for tests' });
    const scored = practices
      .filter(({ code, period: month }) => month === period && fifthOf(code) !== null)
      .map(({ code }) => `('${code}', 10.0, ${fifthOf(code)})`);
    ask = asking(
      await enriched(dataFolder, [
        `create table practice_deprivation as
         select * from (values ${scored.join(', ')}) as made (practice_code, score, quintile)`,
      ]),
    );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const rowsOf = (code: string) => practices.filter((one) => one.code === code);

  /** Codes of the chosen practices, by their traits in a month. */
  const codesOf = (chosen: Chosen, measure: string, month = period): Set<string> =>
    new Set(
      practices
        .filter((one) => one.period === month)
        .filter((one) => isAmong(one, chosen, { measure, moved: switches(rowsOf(one.code)) }))
        .map(({ code }) => code),
    );

  /** Their figures in a month by place, summed in plain JavaScript. */
  function summed(codes: ReadonlySet<string>, level: string, measure: string, month = period) {
    const places = new Map<
      string,
      { practices: number; numerator: number; denominator: number; reported: number }
    >();
    for (const one of practices.filter((row) => row.period === month && codes.has(row.code))) {
      const place = level === 'practice' ? one.code : one.areas[level as 'ccg'];
      if (!place) continue;
      const sums = places.get(place) ?? { practices: 0, numerator: 0, denominator: 0, reported: 0 };
      places.set(place, sums);
      const share = shareOf(one, measure);
      if (!share) continue;
      sums.practices++;
      if (share.reported || /_offered/.test(measure)) {
        sums.numerator += share.numerator;
        sums.denominator += share.denominator;
      }
      if (share.reported) sums.reported++;
    }
    return [...places]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, { numerator, denominator, reported, practices: count }]) => ({
        area_code: code,
        practices: count,
        practices_reported: reported,
        numerator: reported ? numerator : null,
        denominator: reported ? denominator : null,
      }));
  }

  const figuresIn = (rows: Record<string, unknown>[]) =>
    rows.map(({ area_code, practices: count, practices_reported, numerator, denominator }) => ({
      area_code,
      practices: count,
      practices_reported,
      numerator,
      denominator,
    }));

  it.each(questions)('%o: figures of every level count only them', async (chosen) => {
    const asked = new URLSearchParams(chosen);
    let places = 0;
    for (const measure of ['records_enabled', 'any_enabled', 'appointments_use']) {
      const codes = codesOf(chosen, measure);
      for (const level of ['england', 'region', 'subregion', 'ccg', 'practice']) {
        const { data } = await ask(
          `/figures?measure=${measure}&level=${level}&period=${period}&${asked}`,
        );
        const wanted = summed(codes, level, measure);
        expect(figuresIn(data), `${measure} ${level}`).toEqual(wanted);
        places += wanted.length;
      }
    }
    expect(places).toBeGreaterThan(0);
  });

  it.each(questions)('%o: pairs count only them', async (chosen) => {
    const asked = new URLSearchParams(chosen);
    const address = `measure=records_enabled&across=list_size&level=ccg&period=${period}&${asked}`;
    const { data, meta } = await ask(`/pairs?${address}`);
    expect(meta.sentence).toContain(` in England (${onlyText(valuesOf(chosen))})`);
    const codes = codesOf(chosen, 'records_enabled');
    const mine = practices.filter((one) => one.period === period && codes.has(one.code));
    for (const row of data) {
      const lists = mine
        .filter((one) => one.areas.ccg === row.area_code)
        .flatMap(({ registered }) => registered ?? []);
      const mean = lists.reduce((sum, one) => sum + one, 0) / lists.length;
      expect(row.across_value, row.area_code).toBeCloseTo(mean, 9);
    }
    expect(data.map(({ area_code, numerator }) => [area_code, numerator])).toEqual(
      summed(codes, 'ccg', 'records_enabled').map((one) => [one.area_code, one.numerator]),
    );
  });

  it.each(questions)('%o: spreads are only of them', async (chosen) => {
    const measure = 'records_enabled';
    const codes = codesOf(chosen, measure);
    const values = practices
      .filter((one) => one.period === period && codes.has(one.code))
      .flatMap((one) => {
        const share = shareOf(one, measure);
        return share?.reported
          ? { code: one.code, value: (100 * share.numerator) / share.denominator }
          : [];
      })
      .sort((a, b) => (a.code < b.code ? -1 : 1));
    const asked = `measure=${measure}&period=${period}&${new URLSearchParams(chosen)}`;
    const [deciles, percentiles, steps] = await Promise.all([
      ask(`/deciles?${asked}`),
      ask(`/percentiles?${asked}`),
      ask(`/histogram?${asked}`),
    ]);
    expect(deciles.data[0].practices).toBe(values.length);
    if (values.length) {
      const inOrder = values.map(({ value }) => value).sort((a, b) => a - b);
      const middle = (inOrder.length - 1) / 2;
      const median = (inOrder[Math.floor(middle)]! + inOrder[Math.ceil(middle)]!) / 2;
      expect(deciles.data[0].p50).toBeCloseTo(median, 9);
    }
    expect(percentiles.data.map((row) => [row.area_code, row.value])).toEqual(
      values.map(({ code, value }) => [code, expect.closeTo(value, 9)]),
    );
    expect(percentiles.data.every((row) => row.practices === values.length)).toBe(true);
    expect(steps.data.reduce((sum, row) => sum + row.practices, 0)).toBe(values.length);
  });

  it.each(questions)('%o: what is usual counts only them, as they are last', async (chosen) => {
    const measure = 'records_enabled';
    const codes = codesOf(chosen, measure);
    const asked = new URLSearchParams(chosen);
    const { data, meta } = await ask(
      `/xmr?measure=${measure}&area=E92000001&from=2018-04&to=${period}&${asked}`,
    );
    expect(meta.sentence).toContain(`(${onlyText(valuesOf(chosen))})`);
    for (const row of data) {
      const [sums] = summed(codes, 'england', measure, row.period);
      const known = sums?.numerator != null && sums.denominator;
      const value = known ? (100 * sums!.numerator!) / sums!.denominator! : null;
      expect([row.period, row.value]).toEqual([
        row.period,
        value === null ? null : expect.closeTo(value, 9),
      ]);
    }
    expect(data.length).toBe(12);
  });

  it('are chosen in the later of two months, for both', async () => {
    const chosen = { supplier: 'TPP' };
    const { data } = await ask(
      '/changes/places?measure=records_enabled&level=practice&from=2018-04&to=2019-03&supplier=TPP',
    );
    const codes = codesOf(chosen, 'records_enabled');
    expect(data.map(({ area_code }) => area_code).sort()).toEqual([...codes].sort());
    const moved = data.find(({ area_code }) => area_code === 'A81008');
    const before = practices.find((one) => one.code === 'A81008' && one.period === '2018-04')!;
    expect(before.supplier).not.toBe('TPP');
    expect(moved.before_numerator).toBe(shareOf(before, 'records_enabled')!.numerator);
  });

  it('are within an area or group if one is named, and belong to an area if asked for', async () => {
    const tpp = codesOf({ supplier: 'TPP' }, 'records_enabled');
    const north = practices.filter(
      (one) => one.period === period && one.areas.region === 'Y54' && tpp.has(one.code),
    );
    const within = await ask(
      `/figures?measure=records_enabled&level=practice&parent=Y54&period=${period}&supplier=TPP`,
    );
    expect(within.data.map(({ area_code }) => area_code)).toEqual(
      north.map(({ code }) => code).sort(),
    );
    const [whole] = (
      await ask(`/figures?measure=records_enabled&area=Y54&period=${period}&supplier=TPP`)
    ).data;
    expect(whole.practices).toBe(north.length);
    const members = ['A81001', 'A81002', 'A81003', 'A81005'];
    const [group] = (
      await ask(
        `/figures?measure=records_enabled&area=group&group=${members}&period=${period}&supplier=TPP`,
      )
    ).data;
    expect(group.practices).toBe(members.filter((code) => tpp.has(code)).length);
    expect(group.practices).toBeGreaterThan(0);
  });

  it('are chosen by supplier in either case, and unknown suppliers are rejected by name', async () => {
    const address = `/figures?measure=records_enabled&level=practice&period=${period}`;
    const [big, small] = await Promise.all(
      ['EMIS', 'emis'].map((supplier) => ask(`${address}&supplier=${supplier}`)),
    );
    expect(small!.data).toEqual(big!.data);
    await expect(ask(`${address}&supplier=EMISS`)).rejects.toThrow(
      'unknown supplier: EMISS (did you mean EMIS?)',
    );
  });

  it('have the status and reporting of exactly one measure', async () => {
    for (const name of ['status=on', 'reported=yes']) {
      await expect(
        ask(`/figures?measure=records_enabled,any_enabled&level=ccg&${name}`),
      ).rejects.toThrow(`${name.split('=')[0]} is that of one measure: ask for exactly one`);
    }
  });

  it('cannot be combined with what changed since a time', async () => {
    await expect(
      ask('/figures?measure=records_enabled&level=ccg&supplier=TPP&updatedAfter=2019-01-01'),
    ).rejects.toThrow('what changed is known of all practices only: ask without supplier');
  });
});
