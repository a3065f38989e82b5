import { describe, expect, it } from 'vitest';
import { apportion, fill, roundTo } from '../../../scripts/illustrate/apportionment.ts';

const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0);

describe('apportion', () => {
  it('gives the seats left over to the largest remainders', () => {
    // The textbook case of the method: 47 : 16 : 15.9 : 12 : 6.1 : 3, ten seats.
    expect(apportion(10, [47, 16, 15.9, 12, 6.1, 3])).toEqual([5, 2, 1, 1, 1, 0]);
  });

  it('gives a tie to the first', () => {
    expect(apportion(2, [1, 1, 1])).toEqual([1, 1, 0]);
  });

  it('adds up for any weights', () => {
    expect(total(apportion(56_680_000, [0.1, 0.2, 0.3, 1e-9, 7]))).toBe(56_680_000);
  });

  it('gives nothing if all weights are 0', () => {
    expect(apportion(5, [0, 0])).toEqual([0, 0]);
  });
});

describe('roundTo', () => {
  it('leaves whole numbers alone', () => {
    expect(roundTo(6, [1, 2, 3])).toEqual([1, 2, 3]);
  });

  it('rejects a total that rounding cannot reach', () => {
    expect(() => roundTo(9, [1.5, 1.5])).toThrow('amounts cannot be rounded to their total: 7');
  });
});

describe('fill', () => {
  it('adds up to the total without exceeding a ceiling', () => {
    const ceilings = [10, 200, 3000, 40];
    const shares = fill(3000, ceilings, [50, 1, 2, 0]);
    expect(total(shares)).toBe(3000);
    expect(shares.every((share, i) => share <= ceilings[i]!)).toBe(true);
    expect(shares[3]).toBe(0);
  });

  it('gives equal ceilings more the greater their weight', () => {
    const [low, middle, high] = fill(900, [1000, 1000, 1000], [1, 2, 4]);
    expect(low).toBeLessThan(middle!);
    expect(middle).toBeLessThan(high!);
  });

  it('fills nothing for a total of zero', () => {
    expect(fill(0, [5, 5], [1, 1])).toEqual([0, 0]);
  });

  it('rejects a total above the ceilings with a weight', () => {
    expect(() => fill(20, [10, 100], [1, 0])).toThrow('does not fit under the ceilings (10): 20');
  });
});
