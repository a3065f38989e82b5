import { expect, it } from 'vitest';
import {
  formatMonth,
  formatShortMonth,
  monthsBetween,
  movedMonth,
} from '../../../data/definitions/months.ts';

it('writes months as people do', () => {
  expect(formatMonth('2015-03')).toBe('March 2015');
  expect(formatShortMonth('2015-03')).toBe('Mar 2015');
});

it('moves across years', () => {
  expect(movedMonth('2015-03', -12)).toBe('2014-03');
  expect(movedMonth('2014-12', 1)).toBe('2015-01');
  expect(movedMonth('2015-01', -1)).toBe('2014-12');
});

it('lists every month, those without data too', () => {
  expect(monthsBetween('2014-11', '2015-02')).toEqual(['2014-11', '2014-12', '2015-01', '2015-02']);
});
