import { describe, expect, it } from 'vitest';
import { inLines } from '../../../../web/charts/specs/lettering.ts';

const name = 'Bristol, North Somerset, Somerset and South Gloucestershire';

describe('a name', () => {
  it('is in one line if that fits', () => {
    expect(inLines('London', { width: 60, letter: 7 })).toEqual(['London']);
  });

  it('is in two lines as equal as its words allow if one is too long', () => {
    expect(inLines(name, { width: 250, letter: 7 })).toEqual([
      'Bristol, North Somerset, Somerset',
      'and South Gloucestershire',
    ]);
  });

  it('has as many lines as it needs, up to a maximum', () => {
    expect(inLines(name, { width: 160, letter: 7, most: 3 })).toEqual([
      'Bristol, North',
      'Somerset, Somerset and',
      'South Gloucestershire',
    ]);
    expect(inLines(name, { width: 10, letter: 7 })).toHaveLength(2);
  });

  it('of one word is not broken', () => {
    expect(inLines('Gloucestershire', { width: 10, letter: 7, most: 3 })).toEqual([
      'Gloucestershire',
    ]);
  });
});
