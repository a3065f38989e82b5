import { describe, expect, inject, it } from 'vitest';
import { asking } from '../../../support/asking.ts';

describe('/differences', () => {
  const ask = asking(inject('referenced'));
  const measure = 'records_enabled';

  it.each([
    ['England', 'level=ccg', 'E92000001', 'level=england'],
    ['a region, of places in another', 'level=ccg&parent=Y54', 'Y56', 'area=Y56'],
    ['a region in small letters', 'level=region', 'y56', 'area=Y56'],
    ['a group', 'level=region&group=ZZ0001,ZZ0002', 'group', 'group=ZZ0001,ZZ0002'],
    [
      'a region on the boundaries of the lookup',
      'level=ccg&boundaries=lookup',
      'Y56',
      'area=Y56&boundaries=lookup',
    ],
    ['a region, of chosen practices', 'level=ccg&supplier=EMIS', 'Y56', 'area=Y56'],
    ['England, over months', 'level=region&from=2014-12', 'E92000001', 'from=2014-12'],
  ])('holds each figure beside that of %s', async (_, places, against, one) => {
    const asked = `measure=${measure},appointments_enabled&${places}`;
    const { data } = await ask(`/differences?${asked}&against=${against}`);
    const own = await ask(
      `/figures?${places.startsWith('level=region&group') ? asked.replace(/&group.*/, '') : asked}`,
    );
    const beside = await ask(`/figures?measure=${measure},appointments_enabled&${one}`);
    const besideOf = new Map(beside.data.map((row) => [row.period + row.measure, row]));
    expect(data.length).toBeGreaterThan(3);
    expect(data).toEqual(
      own.data.map((row) => {
        const other = besideOf.get(row.period + row.measure);
        const { period, level, area_code, area_name, measure: of, unit, value, marker } = row;
        const { numerator, denominator, lower_95, upper_95, lower_998, upper_998 } = row;
        return {
          ...{ period, level, area_code, area_name, measure: of, unit, numerator, denominator },
          ...{ value, marker, lower_95, upper_95, lower_998, upper_998 },
          against_code: other.area_code,
          against_name: other.area_name,
          against_value: other.value,
          difference: value === null ? null : value - other.value,
        };
      }),
    );
  });

  it('has no difference where either has no figure', async () => {
    const { data } = await ask(
      '/differences?measure=records_use&level=region&against=E92000001&period=2014-04',
    );
    expect(data.length).toBeGreaterThan(0);
    expect(data.every((row) => row.difference === null && row.against_value === null)).toBe(true);
  });

  it('names a place that is not there', async () => {
    await expect(ask('/differences?level=region&against=NOPE')).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining('unknown area: NOPE'),
    });
    await expect(ask('/differences?level=region&against=group')).rejects.toThrow('unknown area');
    await expect(ask('/differences?level=region')).rejects.toThrow('against is missing');
  });
});
