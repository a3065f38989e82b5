import { describe, expect, it } from 'vitest';
import { recentTrend, type TrendPoint } from '../../../data/statistics/trend.ts';
import { published } from '../../support/published.ts';
import { oracleJson } from './oracle.ts';

/** Points with an interval of the same half-width; null for a missing one. */
const around = (values: (number | null)[], half: number): TrendPoint[] =>
  values.map((value) => ({
    value,
    interval: value === null ? null : { lower: value - half, upper: value + half },
  }));

describe('recentTrend', () => {
  it('is the line through points of equal weight', () => {
    const trend = recentTrend(around([3, 5, 7, 9, 11], 1.96));
    expect(trend.direction).toBe('increasing');
    expect(trend.slope).toBeCloseTo(2, 12);
    // SE of each point is 1, and the places 1 to 5 spread by 10.
    expect(trend.standardError).toBeCloseTo(Math.sqrt(1 / 10), 12);
    expect(trend.chiSquared).toBeCloseTo(40, 10);
  });

  it('falls as it rises', () => {
    const trend = recentTrend(around([11, 9, 7, 5, 3], 1.96));
    expect(trend).toMatchObject({ direction: 'decreasing' });
    expect(trend.slope).toBeCloseTo(-2, 12);
  });

  it('gives a more precise point more weight', () => {
    const sure = around([0, 0, 0, 0, 10], 1);
    sure[4] = { value: 10, interval: { lower: 9.999, upper: 10.001 } };
    expect(recentTrend(sure).slope!).toBeGreaterThan(
      recentTrend(around([0, 0, 0, 0, 10], 1)).slope!,
    );
  });

  it('is no change just under the threshold of 9.5495 and one just over it', () => {
    // Chi squared is (slope² × 10) / SE²; here with SE 1.
    const climb = (slope: number) =>
      around(
        [0, 1, 2, 3, 4].map((step) => step * slope),
        1.96,
      );
    expect(recentTrend(climb(Math.sqrt(0.9549)))).toMatchObject({
      ...{ direction: 'no_change', unsteady: false },
    });
    expect(recentTrend(climb(Math.sqrt(0.95496)))).toMatchObject({
      ...{ direction: 'increasing', unsteady: false },
    });
  });

  it('is no change if a single point causes it', () => {
    const trend = recentTrend(around([5, 5.1, 5, 4.9, 25], 0.1));
    expect(trend.chiSquared!).toBeGreaterThan(9.55);
    expect(trend).toMatchObject({ direction: 'no_change', unsteady: true });
  });

  it('looks at the last five known points and keeps their distance in time', () => {
    const trend = recentTrend(around([90, 80, null, 1, 2, null, 4, 5, 6], 0.1));
    expect(trend).toMatchObject({ direction: 'increasing', from: 3, to: 8 });
    expect(trend.slope).toBeCloseTo(1, 12);
  });

  it('cannot be calculated from too little', () => {
    const nothing = { direction: 'cannot_be_calculated', slope: null, chiSquared: null };
    expect(recentTrend([])).toMatchObject(nothing);
    expect(recentTrend(around([1, 2, 3, 4, null], 0.1))).toMatchObject(nothing);
    const gone = around([0, 1, 2, 3, 4, 5], 0.1);
    gone[3] = { value: 3, interval: null };
    expect(recentTrend(gone)).toMatchObject(nothing);
    gone[3] = { value: 3, interval: { lower: 3, upper: 3 } };
    expect(recentTrend(gone)).toMatchObject(nothing);
  });
});

interface Case {
  indicator: string;
  points: { value: number; lower_ci: number | null; upper_ci: number | null }[];
  expected: string;
  chi_square_derived?: number | null;
}

describe.skipIf(!published)('recentTrend against the published markers', () => {
  const cases = published ? oracleJson<Case[]>('trend/fingertips_trend.json') : [];
  const trendOf = ({ points }: Case) =>
    recentTrend(
      points.toReversed().map(({ value, lower_ci: lower, upper_ci: upper }) => ({
        value,
        interval: lower === null || upper === null ? null : { lower, upper },
      })),
    );
  const withIntervals = cases.filter(({ points }) => points[0]!.lower_ci !== null);

  it('have six cases with intervals and one without', () => {
    expect(cases).toHaveLength(7);
    expect(withIntervals).toHaveLength(6);
  });

  it.each(withIntervals)('agree on $indicator', (given) => {
    const trend = trendOf(given);
    const words: Record<string, RegExp> = {
      increasing: /^Increasing/,
      decreasing: /^Decreasing/,
      no_change: /^NoChange$/,
      cannot_be_calculated: /^CannotBeCalculated$/,
    };
    expect(given.expected).toMatch(words[trend.direction]!);
    if (typeof given.chi_square_derived === 'number') {
      expect(Math.abs(trend.chiSquared! / given.chi_square_derived - 1)).toBeLessThan(1e-9);
    }
  });

  it('say of a series without intervals that no trend can be calculated', () => {
    // The published marker is NoChange, only because no number is above the threshold; a reader would
    // take that for a finding about the figures.
    const bare = cases.find(({ points }) => points[0]!.lower_ci === null)!;
    expect(bare.expected).toBe('NoChange');
    expect(trendOf(bare).direction).toBe('cannot_be_calculated');
  });
});
