import { describe, expect, it } from 'vitest';
import { monthsBetween } from '../../../../data/definitions/months.ts';
import { namedMonths } from '../../../../web/charts/specs/monthAxis.ts';

describe('months named on the axis', () => {
  const year = monthsBetween('2014-04', '2015-03');
  it('always include the last, at even steps back', () => {
    expect(namedMonths(year, 300).at(-1)).toBe('2015-03');
    expect(namedMonths(year, 2000)).toEqual(year);
  });

  it('leave room for each name', () => {
    for (const width of [100, 200, 400, 900]) {
      for (const months of [year, monthsBetween('2010-01', '2019-12')]) {
        expect(namedMonths(months, width).length).toBeLessThanOrEqual(Math.max(2, width / 84));
      }
    }
  });
});
