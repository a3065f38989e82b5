import { describe, expect, it } from 'vitest';
import { askIllustrative, asking } from '../../../support/asking.ts';
import { published } from '../../../support/published.ts';
import { publishedYear } from '../../../support/publishedYear.ts';

const ask = askIllustrative();
const check = (text: string) => ask(`/groups?codes=${encodeURIComponent(text)}`);

describe('/groups', () => {
  it('extracts codes from any text, and says what became of each', async () => {
    const { data, meta } = await check('zz0001,ZZ0002;\r\n"ZZ0003"\tZZ0001 Q44 zz000X ELM');
    expect(data.map((row) => [row.position, row.code, row.status, row.nearest])).toEqual([
      [1, 'ZZ0001', 'found', null],
      [2, 'ZZ0002', 'found', null],
      [3, 'ZZ0003', 'found', null],
      [4, 'ZZ0001', 'duplicate', null],
      [5, 'Q44', 'unknown', null],
      [6, 'ZZ000X', 'unknown', 'ZZ0001'],
      [7, 'ELM', 'unknown', null],
    ]);
    const { data: areas } = await ask('/areas');
    for (const row of data) {
      const {
        area_name = null,
        ccg_code = null,
        last_period = null,
      } = areas.find(({ area_code }) => area_code === row.code) ?? {};
      const nearest = areas.find(({ area_code }) => area_code === row.nearest);
      expect(row).toMatchObject({ area_name, ccg_code, last_period });
      expect(row.nearest_name).toBe(nearest?.area_name ?? null);
    }
    expect(meta).toMatchObject({
      found: 3,
      unknown: 3,
      duplicate: 1,
      group: 'ZZ0001,ZZ0002,ZZ0003',
      sentence: '3 practices are in the group; 3 codes are unknown; 1 code was listed twice.',
    });
    expect((await ask(`/figures?group=${meta.group}`)).data[0].area_name).toBe(
      'Custom group of 3 practices',
    );
  });

  it.each([
    ['a letter for a number', 'ZZO001'],
    ['two neighbours swapped', 'Z0Z001'],
    ['one too many', 'ZZ00011'],
    ['one too few', 'Z0001'],
  ])('finds the practice behind %s', async (_, code) => {
    const { data } = await check(code);
    expect(data[0]).toMatchObject({ status: 'unknown', nearest: 'ZZ0001' });
    expect(data[0].nearest_name).toEqual(expect.any(String));
  });

  it('accepts 500 codes and rejects 501', async () => {
    const codes = (count: number) =>
      Array.from({ length: count }, (_, i) => `X${String(i).padStart(4, '0')}`).join(' ');
    const { data, meta } = await check(codes(500));
    expect(data).toHaveLength(500);
    expect(meta).toMatchObject({ found: 0, unknown: 500, duplicate: 0, group: '' });
    await expect(check(codes(501))).rejects.toThrow('a group can have at most 500 practices: 501');
  });

  it('rejects a text without a code', async () => {
    await expect(check(';,;')).rejects.toThrow('no code found in the text');
    await expect(ask('/groups')).rejects.toThrow('codes is missing');
    await expect(check('A'.repeat(8001))).rejects.toThrow('longer than 8000 characters');
  });
});

// The third practice is in the extract of April 2018 alone.
const group = 'A81001,A81002,A82074';

it.skipIf(!published)(
  'sentences on a group say how many of its practices a month has',
  async () => {
    const askYear = asking(await publishedYear());
    const said = async (query: string) =>
      (await askYear(`/sentences?measure=records_offered_practices&group=${group}&${query}`))
        .data[0]!.sentence;
    expect(await said('period=2018-04')).toBe(
      'In April 2018, 100% of practices in the custom group of 3 practices let patients see their record online (3 of 3).',
    );
    expect(await said('period=2019-03')).toBe(
      'In March 2019, 100% of practices in the custom group of 3 practices (2 in the extract) let patients see their record online (2 of 2).',
    );
    const { meta: promoted } = await askYear(`/promote?measure=records_enabled&group=${group}`);
    expect(promoted.sentence).toMatch(
      /^In March 2019, both practices in the custom group of 3 practices \(2 in the extract\) that reported were below /,
    );
    const { meta: changed } = await askYear(
      `/changes?measure=records_enabled&group=${group}&from=2018-04&to=2019-03`,
    );
    expect(changed.sentence).toBe(
      'The share of patients in the custom group of 3 practices (2 in the extract) who were set up to see their record online fell from 1.8% to 1.6% between April 2018 and March 2019 (−0.20 percentage points). Of this, −0.57 came from practices that closed or left and +0.37 from practices whose own figure changed.',
    );
  },
);
