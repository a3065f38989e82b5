import { describe, expect, it } from 'vitest';
import { quantileGroups } from '../../../data/statistics/quantileGroup.ts';
import { published } from '../../support/published.ts';
import { oracleRows } from './oracle.ts';

describe('quantileGroups', () => {
  it('numbers groups from the lowest value, or from the highest when inverted', () => {
    const values = [50, 10, 20, 30, 40, 60];
    expect(quantileGroups(values, 3)).toEqual([3, 1, 1, 2, 2, 3]);
    expect(quantileGroups(values, 3, true)).toEqual([1, 3, 3, 2, 2, 1]);
  });

  it('keeps equal values together in the group of their lowest rank', () => {
    expect(quantileGroups([1, 2, 2, 2, 2, 3], 3)).toEqual([1, 1, 1, 1, 1, 3]);
  });

  it('has no group for what is missing and none at all with fewer values than groups', () => {
    expect(quantileGroups([1, null, 2], 2)).toEqual([1, null, 2]);
    expect(quantileGroups([1, null, 2], 3)).toEqual([null, null, null]);
    expect(quantileGroups([], 5)).toEqual([]);
  });

  it('makes groups of equal size if the number divides evenly', () => {
    for (const groups of [1, 3, 5, 7, 10]) {
      const values = Array.from({ length: groups * 49 }, (_, index) => index);
      const sizes = new Map<number | null, number>();
      for (const group of quantileGroups(values, groups)) {
        sizes.set(group, (sizes.get(group) ?? 0) + 1);
      }
      expect([...sizes.entries()]).toEqual(
        Array.from({ length: groups }, (_, index) => [index + 1, 49]),
      );
    }
  });

  it('refuses an invalid number of groups', () => {
    expect(() => quantileGroups([1], 0)).toThrow('not a whole number above 0: 0');
  });
});

describe.skipIf(!published)('quantileGroups against the published groups', () => {
  it('agrees on every row', () => {
    const sets = new Map<string, Record<string, string>[]>();
    for (const row of oracleRows('quantiles/quantiles.csv')) {
      const key = [row.case, row.group, row.invert, row.nquantiles].join('|');
      sets.set(key, [...(sets.get(key) ?? []), row]);
    }
    const rows = [...sets.values()];
    expect(rows.flat()).toHaveLength(491);
    const number = (text: string) => (text === '' ? null : Number(text));
    for (const set of rows) {
      const found = quantileGroups(
        set.map((row) => number(row.value!)),
        Number(set[0]!.nquantiles),
        set[0]!.invert === 'True',
      );
      expect(found).toEqual(set.map((row) => number(row.expected_quantile!)));
    }
  });
});
