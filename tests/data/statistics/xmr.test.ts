import { describe, expect, it } from 'vitest';
import { xmrChart, xmrLimits } from '../../../data/statistics/xmr.ts';
import { published } from '../../support/published.ts';
import { oracleJson, precisionOf } from './oracle.ts';

describe('xmrLimits', () => {
  it('are the mean and 2.66 times the mean moving range', () => {
    const { mean, lower, upper, meanMovingRange } = xmrLimits([1, 3, 2, 4])!;
    expect(mean).toBe(2.5);
    expect(meanMovingRange).toBeCloseTo(5 / 3, 12);
    expect(lower).toBeCloseTo(2.5 - (2.66 * 5) / 3, 12);
    expect(upper).toBeCloseTo(2.5 + (2.66 * 5) / 3, 12);
  });

  it('drop the ranges of a lone spike, unless asked not to', () => {
    const spike = [1, 2, 1, 2, 1, 2, 40, 1, 2, 1, 2, 1, 2, 1];
    expect(xmrLimits(spike)!.meanMovingRange).toBe(1);
    expect(xmrLimits(spike, false)!.meanMovingRange).toBeGreaterThan(5);
  });

  it('drop ranges from 3.267 times the mean range', () => {
    const climb = (jump: number) =>
      Array.from({ length: 14 }, (_, index) => (index < 7 ? index : index - 1 + jump));
    // Twelve ranges of 1 and one of 5 have a mean of 1.31, and 5 is 3.8 times that; 4 is 3.25 times 1.23.
    expect(xmrLimits(climb(5))!.meanMovingRange).toBe(1);
    expect(xmrLimits(climb(4))!.meanMovingRange).toBeCloseTo(16 / 13, 12);
  });

  it('use no range across a missing point', () => {
    expect(xmrLimits([1, 2, null, 50, 51])!.meanMovingRange).toBe(1);
    expect(xmrLimits([1, null, 3, null, 5])).toBeNull();
    expect(xmrLimits([])).toBeNull();
    expect(xmrLimits([7])).toBeNull();
  });

  it('have no width where nothing moves', () => {
    expect(xmrLimits([4, 4, 4])).toEqual({ mean: 4, lower: 4, upper: 4, meanMovingRange: 0 });
  });
});

describe('xmrChart', () => {
  const low = [1, 2, 1, 2, 1, 2, 1, 2];
  const high = low.map((value) => value + 50);
  const rules = (values: (number | null)[], restarts?: number[]) =>
    xmrChart(values, { restarts }).points.map(({ signal }) => signal?.rule ?? null);

  it('finds no signal in a steady process, nor in a constant one that rounds', () => {
    expect(rules(low)).toEqual(Array(8).fill(null));
    expect(rules(Array(12).fill(0.1))).toEqual(Array(12).fill(null));
  });

  it('screens moving ranges unless asked not to', () => {
    const spike = [1, 2, 1, 2, 1, 2, 40, 1, 2, 1, 2, 1, 2, 1];
    const rangeOf = (screened?: boolean) =>
      xmrChart(spike, { screened }).segments[0]!.limits!.meanMovingRange;
    expect(rangeOf()).toBe(1);
    expect(rangeOf(true)).toBe(1);
    expect(rangeOf(false)).toBeGreaterThan(5);
  });

  it('says on which side a point is beyond the limits', () => {
    const around = (odd: number) => xmrChart([...low, odd, ...low]).points[8]!.signal;
    expect(around(40)).toEqual({ rule: 'outside_limits', direction: 'up' });
    expect(around(-40)).toEqual({ rule: 'outside_limits', direction: 'down' });
  });

  it('restarts limits and runs at each segment', () => {
    expect(new Set(rules([...low, ...high]))).toEqual(new Set(['outside_limits']));
    expect(rules([...low, ...high], [8])).toEqual(Array(16).fill(null));
    const { segments, points } = xmrChart([...low, ...high], { restarts: [8, 8] });
    expect(segments).toMatchObject([
      { from: 0, to: 8, points: 8, limits: { mean: 1.5 } },
      { from: 8, to: 16, points: 8, limits: { mean: 51.5 } },
    ]);
    const inOrder = xmrChart([...low, ...high], { restarts: [4, 8] });
    expect(xmrChart([...low, ...high], { restarts: [8, 4] })).toEqual(inOrder);
    expect(inOrder.segments.map(({ from, to }) => [from, to])).toEqual([
      [0, 4],
      [4, 8],
      [8, 16],
    ]);
    expect(points[7]!.limits!.mean).toBe(1.5);
    expect(points[8]!.limits!.mean).toBe(51.5);
  });

  it('keeps missing points in place, and ends runs there', () => {
    const climb = [1, 2, 3, null, 4, 5, 6, 7];
    const { points } = xmrChart(climb);
    expect(points.map(({ value }) => value)).toEqual(climb);
    expect(rules([1, 2, 3, 4, 5, 6, 7])).toContain('trend');
    expect(rules(climb)).not.toContain('trend');
    expect(points[3]!.signal).toBeNull();
  });

  it('gives each point after a missing one its own signal', () => {
    const calm = Array.from({ length: 12 }, (_, index) => index % 2);
    const quiet = Array(12).fill(null);
    expect(rules([...calm, null, ...calm, 9, ...calm])).toEqual([
      ...[...quiet, null, ...quiet],
      ...['outside_limits', ...quiet],
    ]);
  });

  it('counts neither seven on one side nor two of three across a missing point', () => {
    const calm = Array.from({ length: 12 }, (_, index) => index % 2);
    expect(rules([...calm, 3, 1, 3, ...calm])).toContain('near_limit');
    expect(rules([...calm, 3, null, 1, null, 3, ...calm])).not.toContain('near_limit');
    const shifted = [8, 11, 8, 11, 8, 11, 8, 11, 8];
    const after = [11, 10.5, 11, null, 10.5, 11, 10.5, 11];
    expect(rules([...shifted, ...after.filter((value) => value !== null)])).toContain('one_side');
    expect(rules([...shifted, ...after])).not.toContain('one_side');
  });

  it('signals seven on one side and two of three near a limit', () => {
    const shifted = [8, 11, 8, 11, 8, 11, 8, 11, 8, 11, 10.5, 11, 10.5, 11, 10.5, 11, 10.5];
    expect(rules(shifted)).toEqual([...Array(9).fill(null), ...Array(8).fill('one_side')]);
    const calm = Array.from({ length: 12 }, (_, index) => index % 2);
    const quiet = Array(12).fill(null);
    expect(rules([...calm, 3, 1, 3, ...calm])).toEqual([
      ...quiet,
      'near_limit',
      null,
      'near_limit',
      ...quiet,
    ]);
    // Two values just short of the outer third are no signal.
    expect(new Set(rules([...calm, 2.5, 1, 2.5, ...calm]))).toEqual(new Set([null]));
    // Nor is one alone near the limit, or two on different sides of the mean.
    expect(rules([...calm, 3, ...calm])).toEqual([...quiet, null, ...quiet]);
    expect(new Set(rules([...calm, 3, -2, 3, -2, ...calm]))).toEqual(new Set([null]));
  });

  it('has points without limits where there are too few', () => {
    expect(xmrChart([5]).points).toEqual([{ value: 5, limits: null, signal: null }]);
    expect(xmrChart([])).toEqual({
      segments: [{ from: 0, to: 0, points: 0, limits: null }],
      points: [],
    });
  });

  it('rejects a restart that is not a point', () => {
    expect(() => xmrChart(low, { restarts: [8] })).toThrow('restart outside the series: 8');
  });
});

interface LimitCase {
  name: string;
  values: number[];
  screen_outliers: boolean;
  mean: number;
  lpl: number;
  upl: number;
}

describe.skipIf(!published)('xmrLimits against the published limits', () => {
  const cases = published ? oracleJson<LimitCase[]>('xmr/xmr_limits.json') : [];

  it('have all seven cases', () => {
    expect(cases).toHaveLength(7);
  });

  it.each(cases)('agree on $name', ({ values, screen_outliers, mean, lpl, upl }) => {
    const found = xmrLimits(values, screen_outliers)!;
    expect(Math.abs(found.mean - mean)).toBeLessThanOrEqual(precisionOf(mean));
    expect(Math.abs(found.lower - lpl)).toBeLessThanOrEqual(precisionOf(lpl));
    expect(Math.abs(found.upper - upl)).toBeLessThanOrEqual(precisionOf(upl));
  });
});
