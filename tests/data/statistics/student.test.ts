import { describe, expect, it } from 'vitest';
import { studentQuantile } from '../../../data/statistics/student.ts';

describe("Student's t", () => {
  // E. S. Pearson and H. O. Hartley, Biometrika Tables for Statisticians (1966), table 12, and its limits.
  it.each([
    [1, 0.95, 12.7062047361747],
    [2, 0.95, 4.30265272974946],
    [9, 0.95, 2.26215716279921],
    [51, 0.95, 2.007583768155882],
    [3932, 0.95, 1.9605674914635951],
    [100_000, 0.95, 1.95998771],
    [5, 0.99, 4.03214298355523],
  ])('with %i degrees of freedom leaves %f between', (df, confidence, expected) => {
    expect(studentQuantile(df, confidence)).toBeCloseTo(expected, 7);
  });

  it('has none without a degree of freedom', () => {
    expect(() => studentQuantile(0)).toThrow('not degrees of freedom: 0');
  });
});
