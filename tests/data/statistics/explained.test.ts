import { describe, expect, it } from 'vitest';
import { shareExplained } from '../../../data/statistics/explained.ts';

const values = [3, 1, 4, 1, 5, 9, 2, 6];
const size = [2, 7, 1, 8, 2, 8, 1, 8];
const score = [1, 4, 1, 4, 2, 1, 3, 5];
const groups = [0, 1, 0, 1, 2, 2, 0, 1];

describe('what groups and numbers explain', () => {
  // By numpy.linalg.lstsq on the design with a column for each group.
  it.each([
    ['two numbers', null, [size, score], 0.3836650652024708],
    ['groups', groups, [], 0.4956658786446021],
    ['both', groups, [size, score], 0.6949479029857281],
  ] as const)('is R² of least squares: %s', (_, of, columns, expected) => {
    expect(shareExplained(values, { groups: of, columns })).toBeCloseTo(expected, 12);
  });

  it('is 0 if nothing explains, and 1 if one column equals the values', () => {
    expect(shareExplained(values, { groups: null, columns: [] })).toBe(0);
    expect(shareExplained(values, { groups: null, columns: [values, size] })).toBeCloseTo(1, 12);
    expect(shareExplained(values, { groups, columns: [size, size] })).toBeCloseTo(
      shareExplained(values, { groups, columns: [size] })!,
      12,
    );
  });

  it('is null for values that do not differ', () => {
    expect(shareExplained([2, 2, 2], { groups: null, columns: [[1, 2, 3]] })).toBeNull();
    expect(shareExplained([1, 2], { groups: null, columns: [[1, 2]] })).toBeNull();
  });
});
