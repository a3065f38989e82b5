import { describe, expect, it } from 'vitest';
import { standingsOf } from '../../../../web/charts/kinds/within.ts';

const figures = [5, 1, 4, 2, 3].map((value) => ({
  level: 'ccg' as const,
  code: `C${value}`,
  name: `Place ${value}`,
  value,
}));
const told = (...codes: string[]) => standingsOf(codes, figures, (value) => `${value}.0%`);

describe('the ranks of places looked at', () => {
  it('are counted from the highest, which is said unless it is an end', () => {
    expect(told('C5')).toBe('Place 5, at 5.0%, is the highest of 5.');
    expect(told('C4')).toBe('Place 4, at 4.0%, is 2nd of 5, counted from the highest.');
    expect(told('C1')).toBe('Place 1, at 1.0%, is the lowest of 5.');
  });

  it('are told of three at most, and of none alone', () => {
    expect(told('C4', 'C9', 'C3', 'C2', 'C1').match(/Place \d/g)).toEqual([
      'Place 4',
      'Place 3',
      'Place 2',
    ]);
    expect(standingsOf(['C5'], figures.slice(0, 1), String)).toBe('');
  });

  it('are shared by places with equal values', () => {
    const equal = figures.map((one) => ({ ...one, value: Math.min(one.value, 4) }));
    expect(standingsOf(['C4'], equal, String)).toBe('Place 4, at 4, is joint highest of 5.');
  });
});
