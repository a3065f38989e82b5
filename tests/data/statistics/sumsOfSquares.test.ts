import { describe, expect, it } from 'vitest';
import { groupingOf, varianceShares } from '../../../data/statistics/sumsOfSquares.ts';

const values = Float64Array.from([1, 3, 5, 7]);
const alike = Float64Array.from([1, 1, 1, 1]);
const halves = groupingOf(['n', 'n', 's', 's']);
const single = groupingOf(['a', 'b', 'c', 'd']);

describe('shares of variance', () => {
  it('are the differences between group means, as shares of all differences', () => {
    expect(varianceShares(values, alike, [halves])).toEqual({
      mean: 4,
      total: 5,
      groupings: [{ groups: 2, variance: 4, share: 80 }],
    });
  });

  it('count each unit by its weight', () => {
    const found = varianceShares(values, Float64Array.from([3, 1, 1, 1]), [halves])!;
    // Means 1.5 of four and 6 of two, around 3.
    expect(found.mean).toBe(3);
    expect(found.groupings[0]!.variance).toBeCloseTo((4 * 1.5 ** 2 + 2 * 3 ** 2) / 6, 12);
    expect(found.total).toBeCloseTo((3 * 4 + 0 + 4 + 16) / 6, 12);
  });

  it('add up to the whole if one nests in the other', () => {
    const nested = varianceShares(values, alike, [halves, single], { nested: true })!;
    expect(nested.groupings.map(({ share }) => share)).toEqual([80, 20]);
    const apart = varianceShares(values, alike, [halves, single])!;
    expect(apart.groupings.map(({ share }) => share)).toEqual([80, 100]);
  });

  it('are null or 0 if nothing differs or nothing has weight', () => {
    expect(varianceShares(alike, alike, [halves])!.groupings[0]).toEqual({
      groups: 2,
      variance: 0,
      share: 0,
    });
    expect(varianceShares(values, new Float64Array(4), [halves])).toBeNull();
  });
});
