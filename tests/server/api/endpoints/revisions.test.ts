import { beforeAll, describe, expect, it } from 'vitest';
import { askIllustrative, asking } from '../../../support/asking.ts';
import { published } from '../../../support/published.ts';
import { type Lying, type Restated, restatedQuarter } from '../../../support/restated.ts';

const ENGLAND = 'E92000001';

/** The areas above practices, with the practices themselves, as level and code. */
const upwards = (practices: readonly Lying[]): string[] => [
  ...new Set([
    `england ${ENGLAND}`,
    ...practices.map(({ region }) => `region ${region}`),
    ...practices.map(({ subregion }) => `subregion ${subregion}`),
    ...practices.map(({ ccg }) => `ccg ${ccg}`),
    ...practices.map(({ code }) => `practice ${code}`),
  ]),
];

describe.skipIf(!published)('/revisions of three published months', () => {
  let quarter: Restated;
  let ask: ReturnType<typeof asking>;
  beforeAll(async () => {
    quarter = await restatedQuarter();
    const askNow = asking(quarter.folder);
    ask = askNow;
  }, 600_000);

  const between = (before: string, after: string, more = '') =>
    ask(`/revisions?release=${after}&against=${before}${more}`);

  it('finds 40 restated practices and exactly the areas above them', async () => {
    const [first, second] = quarter.releases;
    const { data, meta } = await between(first, second);
    const expected = upwards(quarter.restated);
    expect(data.map(({ level, area_code }) => `${level} ${area_code}`).sort()).toEqual(
      [...expected].sort(),
    );
    expect(
      new Set(data.map((row) => `${row.period} ${row.measure} ${row.change} ${row.why}`)),
    ).toEqual(new Set([`${quarter.period} ${quarter.measure} value restated`]));
    const total = expected.length;
    expect(meta).toMatchObject({ before: first, after: second, revised: total, new: 0, total });
    const below = (name: keyof Lying, code: string) =>
      quarter.restated.filter((practice) => practice[name] === code).length;
    for (const row of data) {
      const own =
        row.level === 'england'
          ? 40
          : below(row.level === 'practice' ? 'code' : row.level, row.area_code);
      expect([row.area_code, row.numerator_after - row.numerator_before]).toEqual([
        row.area_code,
        own * quarter.raisedBy,
      ]);
      expect(row.denominator_after).toBe(row.denominator_before);
      expect(row.practices_restated).toBe(own);
    }
  });

  it('has of some places only those within an area, if one is given', async () => {
    const [first, second] = quarter.releases;
    const [one] = quarter.restated;
    const other = quarter.restated.find(({ region }) => region !== one!.region)!;
    const of = (more: string) => between(first, second, `&area=${one!.code},${other.code}${more}`);
    const codes = async (more: string) => (await of(more)).data.map(({ area_code }) => area_code);
    expect((await codes('')).sort()).toEqual([one!.code, other.code].sort());
    expect(await codes(`&parent=${one!.region}`)).toEqual([one!.code]);
    expect((await codes(`&parent=${ENGLAND}`)).sort()).toEqual([one!.code, other.code].sort());
  });

  it('is of releases of which the last one made is current', async () => {
    const { data } = await ask('/releases');
    expect(data.map(({ release, current }) => [release, current])).toEqual(
      quarter.releases.map((id, i) => [id, i === 3]).toReversed(),
    );
  });

  it('says for each from what to what, and why', async () => {
    const [first, second] = quarter.releases;
    const { data } = await between(first, second, '&level=england');
    const [row] = data;
    const figure = async (release: string) =>
      (
        await ask(
          `/figures?release=${release}&area=${ENGLAND}&measure=${quarter.measure}&period=${quarter.period}`,
        )
      ).data[0];
    const [then, now] = [await figure(first), await figure(second)];
    expect(row).toMatchObject({
      value_before: then.value,
      value_after: now.value,
      numerator_before: then.numerator,
      numerator_after: now.numerator,
      denominator_before: then.denominator,
      denominator_after: now.denominator,
      difference: now.value - then.value,
      practices_before: then.practices,
      practices_after: now.practices,
      practices_reported_before: then.practices_reported,
      practices_reported_after: now.practices_reported,
      ...{ unit: now.unit, area_name: now.area_name },
      ...{ practices_restated: 40, practices_new: 0, practices_gone: 0, practices_moved: 0 },
    });
    const text = (one: { value: number; numerator: number; denominator: number }) =>
      `${one.value.toFixed(1)}% (${one.numerator.toLocaleString('en-GB')} of ${one.denominator.toLocaleString('en-GB')})`;
    expect(row.sentence).toBe(
      `Seeing your record: patients set up for it, in England, June 2018: revised from ${text(then)} to ${text(now)} in release ${second}, because 40 practices were restated.`,
    );
  });

  it("marks the figure of a reader's own group, with its value before", async () => {
    const [first, second] = quarter.releases;
    const codes = quarter.restated.slice(0, 3).map(({ code }) => code);
    const figure = async (release: string, period: string) =>
      (
        await ask(
          `/figures?release=${release}&group=${codes}&measure=${quarter.measure}&period=${period}`,
        )
      ).data[0];
    const [then, now] = [await figure(first, quarter.period), await figure(second, quarter.period)];
    expect(now.numerator - then.numerator).toBe(3 * quarter.raisedBy);
    expect(now).toMatchObject({ revised: '[r]', revised_from: then.value });
    expect(await figure(second, '2018-05')).toMatchObject({ revised: null, revised_from: null });
  });

  it('finds the effects of a missing practice', async () => {
    const [, second, third] = quarter.releases;
    const { data, meta } = await between(second, third);
    for (const change of ['value', 'counts', 'new', 'gone']) {
      const total = change === 'value' ? 'revised' : change === 'counts' ? 'recounted' : change;
      expect([change, meta[total]]).toEqual([
        change,
        data.filter((row) => row.change === change).length,
      ]);
    }
    expect(meta.gone).toBeGreaterThan(0);
    expect(new Set(data.map(({ level, area_code }) => `${level} ${area_code}`))).toEqual(
      new Set(upwards([quarter.gone])),
    );
    const own = data.filter(({ level }) => level === 'practice');
    expect(new Set(own.map(({ change, why }) => `${change} ${why}`))).toEqual(
      new Set(['gone gone_practice']),
    );
    expect(new Set(data.map((row) => `${row.why} ${row.practices_gone}`))).toEqual(
      new Set(['gone_practice 1']),
    );
    for (const row of data.filter(
      ({ level, measure }) => level === 'england' && measure === 'records_offered_practices',
    )) {
      expect(row.denominator_before - row.denominator_after).toBe(1);
    }
  });

  it('finds the areas that a practice left and joined, but not the practice', async () => {
    const [, , third, fourth] = quarter.releases;
    const { data } = await between(third, fourth);
    const { before, after } = quarter.moved;
    const areas = upwards([before, after]).filter((one) => !/^(england|practice) /.test(one));
    expect(new Set(data.map(({ level, area_code }) => `${level} ${area_code}`))).toEqual(
      new Set(areas),
    );
    expect(new Set(data.map((row) => `${row.why} ${row.practices_moved}`))).toEqual(
      new Set(['boundary 1']),
    );
  });

  it.each([
    ['restated', 0],
    ['a practice gone', 1],
    ['a boundary moved', 2],
  ])(
    'has totals that reconcile with both releases at every level: %s',
    async (_, i) => {
      const [before, after] = [quarter.releases[i]!, quarter.releases[i + 1]!];
      const { data: all } = await ask(`/revisions/totals?release=${after}&against=${before}`);
      const totals = all.filter(
        ({ level, period }) => level !== 'practice' || period === quarter.period,
      );
      const rows: Record<string, number> = {};
      for (let cursor = ''; ; ) {
        const { data, meta } = await between(before, after, `&limit=10000${cursor}`);
        for (const { level, measure, period, change } of data) {
          const key = `${level} ${measure} ${period} ${change}`;
          rows[key] = (rows[key] ?? 0) + 1;
        }
        if (!meta.next) break;
        cursor = `&cursor=${meta.next}`;
      }
      const held = async (release: string) => {
        const found: Record<string, number> = {};
        for (const level of ['england', 'region', 'subregion', 'ccg', 'practice']) {
          const months =
            level === 'practice' ? `period=${quarter.period}` : 'from=2018-05&to=2018-07';
          const { data } = await ask(`/figures?release=${release}&level=${level}&${months}`);
          for (const { measure, period, practices } of data) {
            if (practices === 0) continue;
            const key = `${level} ${measure} ${period}`;
            found[key] = (found[key] ?? 0) + 1;
          }
        }
        return found;
      };
      const [then, now] = [await held(before), await held(after)];
      expect(Object.keys(then).length).toBeGreaterThan(150);
      expect(
        totals.map(({ level, measure, period }) => `${level} ${measure} ${period}`).sort(),
      ).toEqual(Object.keys({ ...then, ...now }).sort());
      for (const one of totals) {
        const key = `${one.level} ${one.measure} ${one.period}`;
        const of = (change: string) => rows[`${key} ${change}`] ?? 0;
        expect([key, one.figures_before, one.figures_after]).toEqual([
          key,
          then[key] ?? 0,
          now[key] ?? 0,
        ]);
        expect([key, one.revised, one.recounted, one.new, one.gone]).toEqual([
          key,
          of('value'),
          of('counts'),
          of('new'),
          of('gone'),
        ]);
        const same = one.unchanged + one.revised + one.recounted;
        expect([key, same + one.gone, same + one.new]).toEqual([
          key,
          one.figures_before,
          one.figures_after,
        ]);
      }
    },
    120_000,
  );

  it('puts the earlier release first whichever is asked for', async () => {
    const [first, second] = quarter.releases;
    const there = await between(first, second, '&level=england');
    const back = await ask(`/revisions?release=${first}&against=current&level=england`);
    expect(back.meta).toMatchObject({ before: first, after: quarter.releases[3] });
    const around = await ask(`/revisions?release=${first}&against=${second}&level=england`);
    expect(around.data).toEqual(there.data);
  });

  it('filters by place, measure, month and kind of change', async () => {
    const [first, second] = quarter.releases;
    const { code, ccg } = quarter.restated[0]!;
    const codes = async (query: string) =>
      (await between(first, second, query)).data.map(({ area_code }) => area_code);
    expect(await codes(`&area=${code}`)).toEqual([code]);
    const inCcg = quarter.restated.filter((one) => one.ccg === ccg).map((one) => one.code);
    expect(await codes(`&parent=${ccg}`)).toEqual(inCcg.sort());
    expect(await codes('&measure=any_enabled')).toEqual([]);
    expect(await codes('&period=2018-05')).toEqual([]);
    expect(await codes('&from=2018-07')).toEqual([]);
    expect(await codes('&change=counts,new,gone')).toEqual([]);
    expect(await codes('&level=england&from=2018-06&to=2018-06')).toEqual([ENGLAND]);
  });

  it.each([
    ['period=2018-06&from=2018-05', 'from cannot be combined with period'],
    ['from=2018-06&to=2018-05', 'from is later than to'],
    ['against=2015-03.9', 'unknown release'],
    ['change=values', 'unknown change: values (did you mean value?)'],
  ])('rejects %s', async (query, message) => {
    await expect(ask(`/revisions?${query}`)).rejects.toThrow(message);
  });
});

describe('/revisions', () => {
  it('says so if there is nothing to compare with', async () => {
    const ask = askIllustrative();
    const { data, meta } = await ask('/revisions');
    expect(data).toEqual([]);
    expect(meta.sentence).toBe('There is no release before 2015-03.1 to compare it with.');
    expect((await ask('/revisions/totals')).data).toEqual([]);
  });
});
