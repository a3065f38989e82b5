import { describe, expect, inject, it } from 'vitest';
import { askIllustrative, asking } from '../../../support/asking.ts';

describe('/changes/places', () => {
  const ask = askIllustrative();

  it('ranks places by the later figure less the earlier', async () => {
    const { data, meta } = await ask(
      '/changes/places?measure=records_enabled&level=ccg&from=2014-09&to=2015-03',
    );
    expect(meta).toMatchObject({ from: '2014-09', to: '2015-03' });
    const figures = async (period: string) => {
      const { data } = await ask(`/figures?measure=records_enabled&level=ccg&period=${period}`);
      return new Map(data.map((row) => [row.area_code, row]));
    };
    const [before, after] = await Promise.all([figures('2014-09'), figures('2015-03')]);
    expect(data.length).toBe(new Set([...before.keys(), ...after.keys()]).size);
    for (const row of data) {
      const [one, other] = [before.get(row.area_code), after.get(row.area_code)];
      expect(row).toMatchObject({
        ...{ from_period: '2014-09', to_period: '2015-03', level: 'ccg' },
        ...{ area_name: other.area_name, measure: 'records_enabled', unit: other.unit },
        before_numerator: one.numerator,
        before_denominator: one.denominator,
        before_value: one.value,
        after_numerator: other.numerator,
        after_denominator: other.denominator,
        after_value: other.value,
        change: other.value - one.value,
      });
    }
    const changes = data.map(({ change }) => change);
    expect(changes).toEqual(changes.toSorted((a, b) => b - a));
    expect(data.map(({ rank }) => rank)).toEqual(
      changes.map((change) => 1 + changes.filter((other) => other > change).length),
    );
  });

  it('gives places that moved alike the same rank, and none to those without a figure', async () => {
    const { data } = await ask('/changes/places?measure=records_enabled&level=practice');
    const changes = data.map(({ change }) => change as number | null);
    const ranks = changes.map((change) =>
      change === null
        ? null
        : 1 + changes.filter((other) => other! > change && other !== null).length,
    );
    expect(data.map(({ rank }) => rank)).toEqual(ranks);
    expect(new Set(ranks).size).toBeLessThan(ranks.length - 1);
    expect(ranks).toContain(null);
  });

  it('takes the latest month, and the one a year before or the first, by default', async () => {
    const { meta } = await ask('/changes/places?measure=records_enabled&level=region');
    expect(meta).toMatchObject({ from: '2014-04', to: '2015-03' });
  });

  it.each([
    ['from=2015-03&to=2014-09', 'from must be earlier than to: 2015-03, 2014-09'],
    ['from=2015-03', 'from must be earlier than to: 2015-03, 2015-03'],
    ['from=2010-01', 'no such month in this release: 2010-01'],
  ])('rejects %s', async (query, message) => {
    await expect(ask(`/changes/places?measure=records_enabled&${query}`)).rejects.toThrow(message);
  });
});

describe('/changes/places of a single month', () => {
  const ask = asking(inject('oneService'));

  it('has no earlier month, and so no place', async () => {
    const { data, meta } = await ask('/changes/places?measure=appointments_enabled&level=ccg');
    expect(data).toEqual([]);
    expect([meta.from, meta.to]).toEqual([null, meta.last_period]);
    const asked = ask(
      `/changes/places?measure=appointments_enabled&level=ccg&from=${meta.last_period}`,
    );
    await expect(asked).rejects.toThrow('from must be earlier than to');
  });
});
