import { describe, expect, it } from 'vitest';
import { courseForTarget, type MonthCounts } from '../../../data/statistics/targets.ts';

/** Months from 2016-10 on, with so many of 100,000 patients, or null. */
const from = (numerators: (number | null)[], n = 100_000): MonthCounts[] =>
  numerators.map((numerator, index) => {
    const month = index + 9;
    const year = 2016 + Math.floor(month / 12);
    return {
      month: `${year}-${String((month % 12) + 1).padStart(2, '0')}`,
      numerator,
      denominator: n,
    };
  });

const target = { value: 10, date: '2017-03-31' };

describe('courseForTarget', () => {
  it('is met as soon as it is reached, and stays so after the date', () => {
    expect(courseForTarget(from([9000, 10000]), target, 100)).toEqual({
      state: 'met',
      month: '2016-11',
      value: 10,
      short: 0,
      projected: null,
      trend: null,
    });
    const later = courseForTarget(from([8000, 8000, 8000, 9000, 9900, 10100, 9000]), target, 100);
    expect(later).toMatchObject({ state: 'met', month: '2017-03', short: 0 });
  });

  it('is missed when the month itself fell short, whatever came after', () => {
    const late = from([8000, 8200, 8400, 8600, 8800, 9000, 12000]);
    expect(courseForTarget(late, target, 100)).toMatchObject({
      state: 'missed',
      month: '2017-03',
      value: 9,
      short: 1000,
      projected: null,
    });
  });

  it('is on course when the recent slope arrives in time', () => {
    const found = courseForTarget(from([7500, 8000, 8500, 9000, 9500]), target, 100);
    expect(found).toMatchObject({ state: 'on_course', month: '2017-02', short: 500 });
    expect(found.trend).toMatchObject({ direction: 'increasing' });
    expect(found.projected).toBeCloseTo(10, 2);
    const slower = courseForTarget(from([7100, 7600, 8100, 8600, 9100]), target, 100);
    expect(slower).toMatchObject({ state: 'not_on_course', short: 900 });
    expect(slower.projected).toBeCloseTo(9.6, 2);
  });

  it('counts the months to the date', () => {
    const points = from([7500, 8000, 8500, 9000, 9500]);
    const found = courseForTarget(points, { value: 15, date: '2018-01' }, 100);
    expect(found.state).toBe('on_course');
    expect(found.projected).toBeCloseTo(9.5 + 11 * 0.5, 1);
    expect(courseForTarget(points, { value: 15, date: '2017-11' }, 100).state).toBe(
      'not_on_course',
    );
  });

  it('is not on course when nothing moves or it falls, however near', () => {
    const still = courseForTarget(from([9990, 9995, 9990, 9995, 9990]), target, 100);
    expect(still).toMatchObject({ state: 'not_on_course', trend: { direction: 'no_change' } });
    const chance = from([9980, 9990, 9985, 9995, 9990]);
    const far = courseForTarget(chance, { value: 10, date: '2030-01' }, 100);
    expect(far.projected!).toBeGreaterThan(10);
    expect(far.state).toBe('not_on_course');
    const down = courseForTarget(from([9900, 9600, 9300, 9000, 8700]), target, 100);
    expect(down).toMatchObject({ state: 'not_on_course', trend: { direction: 'decreasing' } });
  });

  it('keeps a month that is missing in its place', () => {
    const points = from([6000, 6500, null, 7500, 8000, 8500]);
    const withoutRow = points.filter(({ numerator }) => numerator !== null);
    const due = { value: 10, date: '2017-08' };
    const found = courseForTarget(points, due, 100);
    expect(found.trend!.slope).toBeCloseTo(0.5, 2);
    expect(courseForTarget(withoutRow, due, 100)).toEqual(found);
    expect(courseForTarget(points.toReversed(), due, 100)).toEqual(found);
  });

  it('cannot say from too few months, none, or a date whose month is missing', () => {
    expect(courseForTarget(from([8000, 8500, 9000]), target, 100)).toMatchObject({
      state: 'cannot_say',
      short: 1000,
      projected: null,
    });
    expect(courseForTarget([], target, 100)).toMatchObject({ state: 'cannot_say', value: null });
    const silent = from([8000, 8200, 8400, 8600, 8800, null, 12000]);
    expect(courseForTarget(silent, target, 100)).toMatchObject({
      state: 'cannot_say',
      month: '2017-02',
      trend: null,
    });
  });

  it('works in fractions where no scale is given', () => {
    const found = courseForTarget(from([9000]), { value: 0.1, date: '2017-03' });
    expect(found).toMatchObject({ value: 0.09, short: 1000 });
  });

  it('refuses an invalid date', () => {
    expect(() => courseForTarget([], { value: 10, date: 'March 2017' }, 100)).toThrow(
      'not a month: March 2017',
    );
  });
});
