import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../../scripts/ingest/references/plainDate.ts';

describe('an unambiguous date', () => {
  it.each([
    ['01Jan2022', '2022-01-01'],
    ['1JAN2022', '2022-01-01'],
    ['01-Sep-2020', '2020-09-01'],
    ['1 September 2020', '2020-09-01'],
    ['01 Sept 2020', '2020-09-01'],
    ['20200229', '2020-02-29'],
    ['2020-09-01', '2020-09-01'],
    ['2020-09-01 00:00:00', '2020-09-01'],
    ['01-Sep-20', null],
    ['29Feb2021', null],
    ['31/12/2020', null],
    ['2020-9-1', null],
    ['20201332', null],
    ['01Xyz2020', null],
    ['01Janu2020', null],
    ['', null],
  ])('%s is %s', (text, date) => {
    expect(plainDate(text)).toBe(date);
  });

  it('may have a two-digit year if the century is known', () => {
    expect(plainDate('01-Sep-20', '20')).toBe('2020-09-01');
    expect(plainDate('01-Sep-020', '20')).toBeNull();
  });
});
