import { describe, expect, it } from 'vitest';
import { trendedLimits } from '../../../data/statistics/trendedXmr.ts';
import { published } from '../../support/published.ts';
import { oracleJson } from './oracle.ts';

describe('the limits of a steady climb', () => {
  it('rise through the means of both halves, computed by hand', () => {
    const found = trendedLimits([1, 3, 4, 8])!;
    // Halves 2 and 6, two places apart; moving ranges 2, 1 and 4.
    expect(found.slope).toBe(2);
    expect(found.centre).toEqual([1, 3, 5, 7]);
    expect(found.meanMovingRange).toBeCloseTo(7 / 3, 12);
    expect(found.reach).toBeCloseTo((2.66 * 7) / 3, 12);
  });

  it('leave the middle one of an odd number out of both halves', () => {
    expect(trendedLimits([1, 2, 9, 4, 5])!.centre).toEqual([1, 2, 3, 4, 5]);
  });

  it('are null with a gap or fewer than four values', () => {
    expect(trendedLimits([1, 2, null, 4, 5])).toBeNull();
    expect(trendedLimits([1, 2, 3])).toBeNull();
  });
});

interface Case {
  name: string;
  values: number[];
  baseline?: [number, number];
  moving_range: 'mean' | 'median';
  derived: Record<'central_line' | 'lower' | 'upper', number[]> & {
    slope: number;
    mean_moving_range: number;
  };
}

describe.skipIf(!published)('the limits of a steady climb, compared with public numbers', () => {
  const cases = published ? oracleJson<Case[]>('trended_xmr/trended_xmr.json') : [];

  it('agree on every series', () => {
    expect(cases.length).toBeGreaterThan(4);
    for (const { values, baseline, moving_range, derived } of cases) {
      const [from, to] = baseline ?? [1, values.length];
      const found = trendedLimits(values.slice(from - 1, to))!;
      // With an odd number theirs divides by one place fewer than the halves lie apart.
      const half = Math.floor((to - from + 1) / 2);
      const places = to - from + 1 - half;
      expect((found.slope * places) / half / derived.slope).toBeCloseTo(1, 10);
      expect(found.meanMovingRange / derived.mean_moving_range).toBeCloseTo(1, 10);
      if (places > half || moving_range === 'median') continue;
      found.centre.forEach((line, i) => {
        expect(line / derived.central_line[i]!).toBeCloseTo(1, 10);
        expect((line - found.reach) / derived.lower[i]!).toBeCloseTo(1, 10);
        expect((line + found.reach) / derived.upper[i]!).toBeCloseTo(1, 10);
      });
    }
  });
});
