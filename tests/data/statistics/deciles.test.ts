import { describe, expect, it } from 'vitest';
import {
  countBelow,
  countUpTo,
  deciles,
  percentRank,
  quantile,
  quartiles,
  sorted,
} from '../../../data/statistics/deciles.ts';
import { published } from '../../support/published.ts';
import { seededRandom } from '../../support/random.ts';
import { oracleJson } from './oracle.ts';

describe('quantile', () => {
  it('interpolates between neighbours, in any order of values', () => {
    expect(quantile([30, 10, 20, 40], 0.5)).toBe(25);
    expect(quantile([30, 10, 20, 40], 0.25)).toBe(17.5);
    expect(quantile([100, 9], 0.1)).toBeCloseTo(18.1, 12);
  });

  it('leaves out missing values and is null for none', () => {
    expect(quantile([null, 3, Number.NaN, 5], 0.5)).toBe(4);
    expect(quantile([null], 0.5)).toBeNull();
    expect(deciles([])).toBeNull();
    expect(quartiles([null])).toBeNull();
  });

  it('refuses an invalid quantile', () => {
    expect(() => quantile([1], 1.5)).toThrow('quantile outside 0 to 1: 1.5');
    expect(() => quantile([1], -0.1)).toThrow('quantile outside 0 to 1: -0.1');
  });

  it('of one value is that value', () => {
    expect(new Set(Object.values(deciles([7])!))).toEqual(new Set([7]));
  });
});

describe('deciles and quartiles', () => {
  it('are at 10, 20, 30 and so on in 0 to 100', () => {
    const values = Array.from({ length: 101 }, (_, index) => 100 - index);
    expect(deciles(values)).toEqual({
      p10: 10,
      p20: 20,
      p30: 30,
      p40: 40,
      p50: 50,
      p60: 60,
      p70: 70,
      p80: 80,
      p90: 90,
    });
    expect(quartiles(values)).toEqual({ p25: 25, p50: 50, p75: 75 });
  });

  it('never fall from one to the next', () => {
    const random = seededRandom(10);
    for (let round = 0; round < 50; round += 1) {
      const values = Array.from({ length: 1 + Math.floor(random() * 30) }, () => random());
      const found = Object.values(deciles(values)!);
      expect(found).toEqual(found.toSorted((a, b) => a - b));
    }
  });
});

describe('counts of ascending values', () => {
  it('are of those below a value, and of those not above it', () => {
    const ascending = sorted([3, 1, 2, 2]);
    expect([0, 1, 2, 3, 4].map((value) => countBelow(ascending, value))).toEqual([0, 0, 1, 3, 4]);
    expect([0, 1, 2, 3, 4].map((value) => countUpTo(ascending, value))).toEqual([0, 1, 3, 4, 4]);
  });
});

describe('percentRank', () => {
  it('is the percent of the others below, whether or not the value is one of them', () => {
    expect(percentRank(sorted([1, 2, 3, 4, 5]), 4)).toBe(75);
    expect(percentRank(sorted([1, 2, 3, 5]), 4)).toBe(75);
    expect(percentRank(sorted([1, 2, 2, 3]), 2)).toBeCloseTo(100 / 3, 12);
  });

  it('is null for a missing value or one without others', () => {
    expect(percentRank(sorted([1, 2]), null)).toBeNull();
    expect(percentRank(sorted([1, null]), 1)).toBeNull();
    expect(percentRank(sorted([]), 1)).toBeNull();
  });
});

interface Oracle {
  values: (number | null)[];
  centiles: number[];
  expected: number[];
  percent_rank: { value: number; percentile: number }[];
}

describe.skipIf(!published)('deciles against the published case', () => {
  it('agrees on every decile and percentile', () => {
    const oracle = oracleJson<Oracle>('deciles/deciles.json');
    const found = Object.values(deciles(oracle.values)!);
    expect(found).toHaveLength(oracle.centiles.length);
    oracle.expected.forEach((expected, index) => {
      expect(Math.abs(found[index]! - expected)).toBeLessThan(1e-13);
      expect(quantile(oracle.values, oracle.centiles[index]! / 100)).toBe(found[index]);
    });
    for (const { value, percentile } of oracle.percent_rank) {
      expect(Math.abs(percentRank(sorted(oracle.values), value)! - percentile)).toBeLessThan(1e-12);
    }
  });
});
