import { describe, expect, it } from 'vitest';
import { pastErrors, project } from '../../../data/statistics/projection.ts';

const climb = [1, 2, 4, 5, 6, 9];

describe('a projection', () => {
  it.each([
    ['last_value', 9],
    // Changes 1, 2, 1, 1, 3.
    ['median_change', 11],
    ['drift', 9 + (2 * 8) / 5],
  ] as const)('by %s continues for two months', (method, expected) => {
    expect(project(climb, 2, method)).toBeCloseTo(expected, 12);
  });

  it('damps a trend month by month', () => {
    // Level 1 and trend 1 expect 1.9; 2 moves the level to 1.98 and the trend to 0.924.
    expect(project([1, 2], 2, 'damped_trend')).toBeCloseTo(1.98 + (0.9 + 0.81) * 0.924, 12);
  });

  it('needs at least two months', () => {
    expect(() => project([1], 1, 'drift')).toThrow('too few months to project: 1');
  });

  it('has these past errors from each month', () => {
    const errors = pastErrors([...climb, 10, 14], 1, 'last_value');
    expect(errors).toEqual([
      { monthsUsed: 6, error: 1 },
      { monthsUsed: 7, error: 4 },
    ]);
    expect(pastErrors(climb, 1, 'drift')).toEqual([]);
  });
});
