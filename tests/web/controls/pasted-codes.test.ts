import { describe, expect, it } from 'vitest';
import { pastedCodes } from '../../../web/controls/pasted-codes.ts';

describe('the codes in pasted text', () => {
  it.each([
    ['A81001, A81002;A81003', ['A81001', 'A81002', 'A81003']],
    ['A81001 A81002\nA81003', ['A81001', 'A81002', 'A81003']],
    ['practice_code\r\nA81001\r\nA81002\r\n', ['A81001', 'A81002']],
    ['', []],
  ])('reads the list %j', (text, codes) => {
    expect(pastedCodes(text)).toEqual(codes);
  });

  it('takes the column of a table with codes, including wrong ones', () => {
    const table = [
      'Practice,Code,Town',
      '"Elm Road Surgery, The",A81001,Leeds',
      'Oak House,A8100,York',
      'Ash Lane 7,ZZ0003,Hull',
      'Fir Close,A81001,',
    ].join('\n');
    expect(pastedCodes(table)).toEqual(['A81001', 'A8100', 'ZZ0003', 'A81001']);
  });

  it('takes the column of which half the cells are codes', () => {
    expect(pastedCodes('Elm,A81001\nOak,unknown')).toEqual(['A81001', 'unknown']);
  });

  it('takes cells copied from a spreadsheet', () => {
    expect(pastedCodes('A81001\tElm Road\nA81002\tOak House')).toEqual(['A81001', 'A81002']);
  });

  it('keeps every code of rows that contain nothing else, including a mistyped one', () => {
    expect(pastedCodes('A81001,A81002\nA8100X,A81004')).toEqual([
      'A81001',
      'A81002',
      'A8100X',
      'A81004',
    ]);
  });
});
