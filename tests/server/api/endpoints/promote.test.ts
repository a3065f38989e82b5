import { describe, expect, inject, it } from 'vitest';
import { askIllustrative, asking } from '../../../support/asking.ts';
import { published } from '../../../support/published.ts';

const ask = askIllustrative();
const question = 'measure=records_enabled';

interface Gap {
  code: string;
  gap: number;
}

/** The gaps of practices to a level, computed in the plainest way, largest first. */
const gapsOf = (
  practices: { area_code: string; numerator: number; denominator: number; value: number | null }[],
  levelOf: (code: string) => number,
): Gap[] =>
  practices
    .filter(({ value }) => value !== null)
    .map(({ area_code: code, numerator, denominator }) => ({
      code,
      gap: Math.max(0, Math.ceil((levelOf(code) * denominator) / 100 - numerator - 1e-6)),
    }))
    .filter(({ gap }) => gap > 0)
    .sort((a, b) => b.gap - a.gap || (a.code < b.code ? -1 : 1));

function expectAnswer(data: { area_code: string; gap: number }[], expected: Gap[]) {
  expect(data.map(({ area_code: code, gap }) => ({ code, gap }))).toEqual(expected);
}

describe('/promote', () => {
  it('ranks practices by patients short of the level of their own peers', async () => {
    const { data: regions } = await ask('/areas?level=subregion');
    const area = regions[3].area_code;
    const { data: practices } = await ask(`/figures?${question}&level=practice&parent=${area}`);
    const medians = new Map<string, number>();
    for (const { area_code } of practices) {
      const { meta } = await ask(`/peers?practice=${area_code}&${question}`);
      medians.set(area_code, meta.median);
    }
    const expected = gapsOf(practices, (code) => medians.get(code)!);
    const { data, meta } = await ask(`/promote?area=${area}&${question}`);
    expect(expected.length).toBeGreaterThan(1);
    expectAnswer(data, expected);
    for (const row of data) expect(row.target_value).toBe(medians.get(row.area_code));
    const gap = expected.reduce((sum, row) => sum + row.gap, 0);
    expect(meta).toMatchObject({ gap, practices_short: expected.length, towards: 'peers' });
    const half = data.findIndex((row) => row.running_share >= 50) + 1;
    expect(meta.hold_half).toBe(half);
    expect(data.at(-1).running_share).toBeCloseTo(100, 9);
    expect(data.reduce((sum, row) => sum + row.share, 0)).toBeCloseTo(100, 9);
    expect(meta.sentence).toContain(`by ${gap.toLocaleString('en-GB')} patients together`);
    expect(meta.sentence).toContain(` ${half} of them account for at least half of that.`);
  });

  it('gives the first rows of the same answer where fewer are asked for', async () => {
    const all = await ask(`/promote?${question}`);
    const { data, meta } = await ask(`/promote?${question}&limit=5`);
    expect(data).toEqual(all.data.slice(0, 5));
    expect(meta.gap).toBe(all.meta.gap);
  });

  it('takes a group, and is empty for a month without the measure', async () => {
    const codes = (await ask(`/promote?${question}&limit=4`)).data.map((row) => row.area_code);
    const { data, meta } = await ask(`/promote?${question}&group=${codes}`);
    expect(data.map((row) => row.area_code)).toEqual(codes);
    expect(meta.area_name).toBe('Custom group of 4 practices');
    const none = await ask('/promote?measure=any_enabled');
    expect(none.data).toEqual([]);
    expect(none.meta).toMatchObject({ gap: 0, hold_half: 0, practices_reported: 0 });
  });

  it.each([
    ['measure=records_offered', 'needs a measure of patients enabled or accessing'],
    ['', 'measure is missing'],
    ['measure=records_enabled&towards=mean', 'unknown level to reach: mean'],
    ['measure=records_enabled&area=Q44,Q45', 'exactly one'],
  ])('rejects %s and says why', async (query, message) => {
    await expect(ask(`/promote?${query}`)).rejects.toThrow(message);
  });
});

describe.skipIf(!published)('/promote of April to September 2018', () => {
  const askReal = asking(inject('published2018') ?? '');

  it.each([
    ['england', '/figures?measure=any_enabled', 'value'],
    ['top_tenth', '/deciles?measure=any_enabled', 'p90'],
  ])('agrees towards %s with gaps computed the simple way', async (towards, address, column) => {
    const { data: practices } = await askReal('/figures?measure=any_enabled&level=practice');
    const { data: levels } = await askReal(address);
    const expected = gapsOf(practices, () => levels[0][column]);
    const { data, meta } = await askReal(`/promote?measure=any_enabled&towards=${towards}`);
    expectAnswer(data, expected);
    expect(meta.gap).toBe(expected.reduce((sum, row) => sum + row.gap, 0));
  });

  it('says how many of those short changed supplier, and since when that is known', async () => {
    const { data, meta } = await askReal('/promote?measure=records_enabled&area=Q85');
    const { data: changes } = await askReal('/events/supplier/practices?measure=records_enabled');
    const changed = new Set(changes.map((row) => row.practice_code));
    const short = data.filter((row) => changed.has(row.area_code)).length;
    expect(short).toBeGreaterThan(1);
    expect(meta.sentence).toMatch(
      new RegExp(
        ` ${short} of the ${data.length} practices that were short changed supplier between April 2018 and September 2018: registrations rarely survive a change of system\\.$`,
      ),
    );
  });
});
