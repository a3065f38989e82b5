import { describe, expect, inject, it } from 'vitest';
import { formatMonth } from '../../../../data/definitions/months.ts';
import { askIllustrative, asking } from '../../../support/asking.ts';

const ask = askIllustrative();
const england = '/xmr?measure=records_offered&area=E92000001';
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('/xmr', () => {
  it('has a row for every month of the release, with the values of /figures', async () => {
    const { data } = await ask(england);
    const figures = await ask('/figures?measure=records_offered&from=2014-01');
    expect(data.map(({ period }) => period)).toEqual(figures.data.map(({ period }) => period));
    expect(data.map(({ value }) => value)).toEqual(figures.data.map(({ value }) => value));
    expect(data.length).toBeGreaterThan(6);
  });

  it('draws limits at 2.66 mean moving ranges, without those of 3.267 times their mean', async () => {
    const { data } = await ask(england);
    const values = data.map(({ value }) => value as number);
    const ranges = values.slice(1).map((value, i) => Math.abs(value - values[i]!));
    const kept = ranges.filter((range) => range < 3.267 * mean(ranges));
    for (const row of data) {
      expect(row.segment).toBe(1);
      expect(row.mean).toBeCloseTo(mean(values), 9);
      expect(row.lower).toBeCloseTo(mean(values) - 2.66 * mean(kept), 9);
      expect(row.upper).toBeCloseTo(mean(values) + 2.66 * mean(kept), 9);
    }
  });

  it.each(['level', 'changes', 'trend'])(
    'judges no month of what one practice decides, as %s',
    async (view) => {
      const { data, meta } = await ask(
        `/xmr?measure=records_offered&area=ZZ0001&restarts=suggested&view=${view}`,
      );
      expect(data.some(({ value }) => value !== null)).toBe(true);
      for (const { mean, lower, upper, signal, direction } of data) {
        expect([mean, lower, upper, signal, direction]).toEqual([null, null, null, null, null]);
      }
      expect(meta.suggested_restarts).toEqual([]);
      expect(meta.sentence).toBe(
        'No month is usual or unusual, because a practice either offers it or does not.',
      );
    },
  );

  it('restarts where asked to, and says where', async () => {
    const { data, meta } = await ask(`${england}&restarts=2014-12,2014-09`);
    const segments = data.map(({ period, segment }) => `${period} ${segment}`);
    expect(segments).toContain('2014-08 1');
    expect(segments).toContain('2014-09 2');
    expect(segments).toContain('2014-11 2');
    expect(segments.at(-1)).toBe('2015-03 3');
    expect(meta.restarts).toEqual(['2014-09', '2014-12']);
    const last = data.filter(({ segment }) => segment === 3);
    expect(last[0].mean).toBeCloseTo(mean(last.map(({ value }) => value)), 9);
    expect(meta.sentence).toContain('since December 2014');
  });

  it('takes its own suggestions', async () => {
    const { meta } = await ask(`${england}&restarts=suggested`);
    expect(meta.restarts).toEqual(meta.suggested_restarts);
    expect((await ask(england)).meta.restarts).toEqual([]);
  });

  it('says in which months limits could be restarted and are, and why', async () => {
    const { data: changes } = await ask('/events/supplier/practices?measure=records_enabled');
    const { practice_code, period, old_supplier, new_supplier } = changes[0];
    const moved = `he practice moved from ${old_supplier} to ${new_supplier}`;
    const said = async (more: string) => {
      const question = `/xmr?measure=records_enabled&area=${practice_code}${more}`;
      const { restart_reasons, sentence } = (await ask(question)).meta;
      expect(restart_reasons).toContainEqual(
        expect.objectContaining({ period, cause: expect.stringContaining(new_supplier) }),
      );
      return [
        sentence.includes(` T${moved} in ${formatMonth(period)}; limits could be restarted there.`),
        sentence.includes(` Limits start afresh from ${formatMonth(period)}, when t${moved}.`),
      ];
    };
    expect(await said('')).toEqual([true, false]);
    expect(await said('&view=changes')).toEqual([true, false]);
    expect(await said(`&restarts=${period}`)).toEqual([false, true]);
    // A change into a new start is set aside in words of its own.
    expect(await said(`&view=changes&restarts=${period}`)).toEqual([false, false]);
  });

  it('keeps a month without a figure as an empty row', async () => {
    const figures = await ask('/figures?measure=records_enabled&level=practice&from=2014-01');
    const gap = figures.data.find(({ value, period }) => value === null && period > '2014-05');
    const { data } = await ask(`/xmr?measure=records_enabled&area=${gap.area_code}`);
    const row = data.find(({ period }) => period === gap.period);
    expect(row).toMatchObject({ value: null, signal: null, direction: null });
    expect(data.at(-1).period).toBe('2015-03');
  });

  it('answers for a group of practices', async () => {
    const practices = await ask('/areas?level=practice');
    const codes = practices.data.slice(0, 3).map(({ area_code }) => area_code);
    const { data, meta } = await ask(`/xmr?measure=records_offered&group=${codes}`);
    expect(data.at(-1)).toMatchObject({ level: 'group', area_code: 'group' });
    expect(meta.sentence).toContain('in the custom group of 3 practices');
  });

  it.each([
    ['', 'measure is missing'],
    ['measure=records_offered', 'area is missing'],
    ['measure=records_offered,any_use&area=E92000001', 'exactly one'],
    ['measure=records_offered&area=E92000001&restarts=2013-01', 'not a month of the range'],
    ['measure=records_offered&area=E92000001&restarts=soon', 'not a month such as'],
    ['measure=records_offered&area=E92000001&restarts=suggested,2014-09', 'cannot be combined'],
    ['measure=records_offered&area=E92000001&from=2015-02&to=2015-01', 'later than to'],
  ])('rejects %s', async (query, message) => {
    await expect(ask(`/xmr?${query}`)).rejects.toThrow(message);
  });

  it('says when no month has a figure', async () => {
    const { data, meta } = await ask('/xmr?measure=records_use&area=E92000001');
    expect(data.every(({ value, mean }) => value === null && mean === null)).toBe(true);
    expect(meta.sentence).toBe('No month of the range has a figure in England.');
    expect(meta.targets).toEqual([]);
  });
});

describe.skipIf(!inject('published2018'))('/xmr on published files', () => {
  const askPublished = asking(inject('published2018') ?? '');

  it('calls limits of six months provisional', async () => {
    const { meta } = await askPublished('/xmr?measure=any_enabled&area=E92000001');
    expect(meta.sentence).toBe(
      'For the share of patients in England who were set up for at least one online service, none of 6 months since April 2018 stands out from what is usual from month to month (mean 25.2%). Limits from fewer than 12 months are provisional.',
    );
  });

  it.each([
    [
      'E92000001',
      10,
      'consistent_pass',
      'every month will be above 10%, the target for March 2017',
    ],
    ['E92000001', 30, 'consistent_fail', 'no month will reach 30%, the target for March 2019'],
  ])('says whether the usual range at %s meets %s%%', async (area, value, assurance, words) => {
    const { data, meta } = await askPublished(`/xmr?measure=any_enabled&area=${area}`);
    const target = meta.targets.find((one: { value: number }) => one.value === value);
    const { lower, upper } = data.at(-1)!;
    expect(lower > value || upper < value).toBe(true);
    expect(target).toMatchObject({ assurance });
    expect(target.sentence).toBe(
      `As long as it only varies as it did from April 2018 to September 2018, ${words}.`,
    );
  });

  it('does not say so by fewer than five months', async () => {
    const targets = async (to: string) => {
      const { data, meta } = await askPublished(`/xmr?measure=any_enabled&area=E92000001&to=${to}`);
      expect(data.at(-1)!.lower).not.toBeNull();
      return meta.targets.map(({ assurance, sentence }: Record<string, string>) => [
        assurance,
        sentence,
      ]);
    };
    expect(await targets('2018-07')).toEqual([
      [
        null,
        'It was at or above 10%, the target for March 2017, in every month from April 2018 to July 2018.',
      ],
      [
        null,
        'It was below 30%, the target for March 2019, in every month from April 2018 to July 2018.',
      ],
    ]);
    expect((await targets('2018-08')).map(([found]: string[]) => found)).toEqual([
      'consistent_pass',
      'consistent_fail',
    ]);
  });

  it('says that a target between the limits is reached in some months by chance alone', async () => {
    const { data: ccgs } = await askPublished(
      '/figures?measure=any_enabled&level=ccg&period=2018-06',
    );
    const near = ccgs.filter(({ value }) => Math.abs(value - 30) < 1.5);
    expect(near.length).toBeGreaterThan(3);
    const found: string[] = [];
    for (const { area_code: code } of near) {
      const { data, meta } = await askPublished(`/xmr?measure=any_enabled&area=${code}`);
      const { lower, upper } = data.at(-1)!;
      const moving = data.filter(({ signal }) => signal !== null).length * 2 > data.length;
      const expected = moving
        ? null
        : lower > 30
          ? 'consistent_pass'
          : upper < 30
            ? 'consistent_fail'
            : 'inconsistent';
      expect(meta.targets[1], code).toMatchObject({
        target: 'thirty-percent-2019',
        assurance: expected,
      });
      found.push(expected ?? 'moving');
    }
    expect(found).toContain('inconsistent');
  });
});
