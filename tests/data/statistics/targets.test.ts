import { describe, expect, it } from 'vitest';
import {
  courseForTarget,
  courseFromPart,
  likelihood,
  type MonthCounts,
  monthsApart,
  outcomeOf,
} from '../../../data/statistics/targets.ts';

/** Months from October 2016, each with a number of 100,000 patients, or null. */
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
      numerator: 10_000,
      denominator: 100_000,
      value: 10,
      short: 0,
      open: false,
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
    });
  });

  it('is missed as soon as the month of the date is known to fall short', () => {
    const points = from([8000, 8200, 8400, 8600, 8800, 9000]);
    const missed = { state: 'missed', month: '2017-03', open: false };
    expect(courseForTarget(points, target, 100)).toMatchObject(missed);
  });

  it('is left open while the date is still to come', () => {
    const points = from([7500, 8000, null, 9000, 9500]);
    const read = {
      ...{ numerator: 9500, denominator: 100_000 },
      ...{ state: 'cannot_say', month: '2017-02', value: 9.5 },
      short: 500,
      open: true,
    };
    expect(courseForTarget(points, target, 100)).toEqual(read);
    expect(courseForTarget(points.toReversed(), target, 100)).toEqual(read);
    expect(courseFromPart(points, target, 100)).toMatchObject({ short: null, open: false });
  });

  it('has ended met or missed, or not known once its month has passed', () => {
    const below = from([8000, 8200, 8400, 8600, 8800]);
    const missed = courseForTarget(from([8000, 8200, 8400, 8600, 8800, 9000]), target, 100);
    expect(outcomeOf(missed, target, '2017-03')).toBe('missed');
    expect(outcomeOf(courseForTarget(from([10_000]), target, 100), target, '2016-10')).toBe('met');
    const open = courseForTarget(below, target, 100);
    expect(outcomeOf(open, target, '2017-02')).toBeNull();
    expect(outcomeOf(open, target, '2017-03')).toBe('cannot_say');
    expect(outcomeOf(open, target, '2017-04')).toBe('cannot_say');
  });

  it('is likely or unlikely only if the whole range is on one side', () => {
    expect(likelihood({ lower: 10, upper: 12 }, 10)).toBe('likely');
    expect(likelihood({ lower: 8, upper: 9.99 }, 10)).toBe('unlikely');
    expect(likelihood({ lower: 8, upper: 10 }, 10)).toBe('cannot_say');
    expect(monthsApart('2018-12', '2019-03')).toBe(3);
  });

  it('cannot say from too few months, none, or a date whose month is missing', () => {
    expect(courseForTarget(from([8000, 8500, 9000]), target, 100)).toMatchObject({
      state: 'cannot_say',
      short: 1000,
    });
    expect(courseForTarget([], target, 100)).toMatchObject({ state: 'cannot_say', value: null });
    const silent = from([8000, 8200, 8400, 8600, 8800, null, 12000]);
    expect(courseForTarget(silent, target, 100)).toMatchObject({
      state: 'cannot_say',
      month: '2017-02',
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
