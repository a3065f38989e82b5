import { expect, it } from 'vitest';
import {
  formatMonth,
  formatShortMonth,
  monthsAround,
  monthsBetween,
  movedMonth,
  stretchesOf,
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

it('lists every month, including those without data', () => {
  expect(monthsBetween('2014-11', '2015-02')).toEqual(['2014-11', '2014-12', '2015-01', '2015-02']);
});

it('knows which months follow each other', () => {
  expect(stretchesOf(['2017-11', '2017-12', '2018-01', '2018-04', '2019-04', '2019-05'])).toEqual([
    ['2017-11', '2017-12', '2018-01'],
    ['2018-04'],
    ['2019-04', '2019-05'],
  ]);
  expect(stretchesOf([])).toEqual([]);
});

it('gives the months around a missing one', () => {
  const held = ['2018-04', '2018-05', '2019-04'];
  expect(monthsAround(held, '2018-11')).toEqual(['2018-05', '2019-04']);
  expect(monthsAround(held, '2018-01')).toEqual(['2018-04']);
  expect(monthsAround(held, '2020-01')).toEqual(['2019-04']);
});
