import { describe, expect, it } from 'vitest';
import { monthAt } from '../../../scripts/illustrate/calendar.ts';

describe('monthAt', () => {
  it('begins in April 2014', () => {
    expect(monthAt(0)).toEqual({
      index: 0,
      start: '01/04/2014',
      end: '30/04/2014',
      period: '2014/2015 M1',
      year: '2014_2015',
    });
  });

  it('counts January to March in the financial year before', () => {
    expect(monthAt(9)).toMatchObject({ end: '31/01/2015', period: '2014/2015 M10' });
    expect(monthAt(11)).toMatchObject({ end: '31/03/2015', period: '2014/2015 M12' });
    expect(monthAt(12)).toMatchObject({ start: '01/04/2015', period: '2015/2016 M1' });
  });

  it('agrees with the calendar on the last day of each of 120 months', () => {
    for (let index = 0; index < 120; index++) {
      const last = new Date(Date.UTC(2014, 4 + index, 0)).toISOString().slice(0, 10);
      expect(monthAt(index).end.split('/').reverse().join('-')).toBe(last);
    }
  });
});
