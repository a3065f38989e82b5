import { describe, expect, it } from 'vitest';
import {
  changeOfOthers,
  differenceFromOthers,
  eventMonth,
  type Series,
} from '../../../data/statistics/eventStudy.ts';
import { published } from '../../support/published.ts';
import { oracleJson, oracleRows } from './oracle.ts';

describe('what follows an event', () => {
  const others: Series[] = [
    [1, 2, 4],
    [1, 3, null],
    [1, 5, 5],
  ];

  it('is measured against the median change of units without an event', () => {
    const change = changeOfOthers(others, 0, 1, 'median')!;
    expect(change).toEqual({ change: 2, units: 3 });
    expect(changeOfOthers(others, 0, 1, 'mean')!.change).toBeCloseTo(7 / 3, 12);
    expect(differenceFromOthers({ values: [10, 4], base: 0 }, 1, change)).toBe(-8);
  });

  it('leaves out units without a value, and is null if none has one', () => {
    expect(changeOfOthers(others, 0, 2, 'median')).toEqual({ change: 3.5, units: 2 });
    expect(changeOfOthers(others, 0, 3, 'median')).toBeNull();
    expect(differenceFromOthers({ values: [null, 4], base: 0 }, 1, { change: 1 })).toBeNull();
    expect(differenceFromOthers({ values: [4, null], base: 0 }, 1, { change: 1 })).toBeNull();
    expect(differenceFromOthers({ values: [1, 4], base: 0 }, 1, null)).toBeNull();
  });

  it('has quartiles and an interval that counts each unit once', () => {
    const found = eventMonth([-3, -1, 1, 7])!;
    expect(found).toMatchObject({
      units: 4,
      mean: 1,
      median: 0,
      lowerQuartile: -1.5,
      upperQuartile: 2.5,
    });
    // Squares 16 + 4 + 0 + 36 = 56 over 3, over 4: a standard error of 2.1602.
    expect(found.interval!.upper - 1).toBeCloseTo(3.18244630528371 * Math.sqrt(56 / 12), 7);
    expect(1 - found.interval!.lower).toBeCloseTo(found.interval!.upper - 1, 12);
    expect(eventMonth([2, 2])!.interval).toBeNull();
    expect(eventMonth([])).toBeNull();
  });
});

interface Expected {
  group_time: { group: number; time: number; derived_att: number }[];
  dynamic: { event_time: number; derived_att: number }[];
}

describe.skipIf(!published)('an event study beside a public package', () => {
  const expected = published ? oracleJson<Expected>('event_study/expected.json') : null;
  const units = (published ? oracleRows('event_study/mpdta.csv') : []).map((row) => ({
    first: Number(row.first_treated),
    values: [2003, 2004, 2005, 2006, 2007].map((year) => Number(row[`y${year}`])),
  }));
  const never = units.filter(({ first }) => first === 0).map(({ values }) => values);

  /** Differences of a group in a year; before its event from the year before, as the package has it. */
  function differences(group: number, year: number): number[] {
    const [to, base] = [year - 2003, (year >= group ? group : year) - 1 - 2003];
    const others = changeOfOthers(never, base, to, 'mean');
    return units
      .filter(({ first }) => first === group)
      .map(({ values }) => differenceFromOthers({ values, base }, to, others)!);
  }

  it('agrees on every group and year', () => {
    expect(expected!.group_time.length).toBe(12);
    for (const { group, time, derived_att } of expected!.group_time) {
      expect(eventMonth(differences(group, time))!.mean).toBeCloseTo(derived_att, 12);
    }
  });

  it('agrees on every year since the event', () => {
    for (const { event_time, derived_att } of expected!.dynamic) {
      const all = [2004, 2006, 2007].flatMap((group) => {
        const year = group + event_time;
        return year > 2003 && year <= 2007 ? differences(group, year) : [];
      });
      expect(eventMonth(all)!.mean).toBeCloseTo(derived_att, 12);
    }
  });
});
