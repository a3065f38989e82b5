import { describe, expect, it } from 'vitest';
import {
  coverageOf,
  empiricalErrors,
  fewestErrors,
  heldOf,
} from '../../../data/statistics/projectionErrors.ts';
import { seededRandom } from '../../support/random.ts';

const random = seededRandom(5);
/** Forty random walks of nine months each. */
const series = Array.from({ length: 40 }, () => {
  let value = 20;
  return Array.from({ length: 9 }, () => (value += random() - 0.4));
});

describe('empirical errors', () => {
  it('are those of every month with six before it, pooled, between their percentiles', () => {
    const errors = series
      .flatMap((values) => [6, 7].map((used) => values[used + 1]! - values[used - 1]!))
      .sort((a, b) => a - b);
    const at = (q: number) => {
      const place = q * (errors.length - 1);
      const [low, high] = [errors[Math.floor(place)]!, errors[Math.ceil(place)]!];
      return low + (high - low) * (place % 1);
    };
    const found = empiricalErrors(series, 2, 'last_value')!;
    expect(found.known).toBe(80);
    expect(found.at95.lower).toBeCloseTo(at(0.025), 12);
    expect(found.at95.upper).toBeCloseTo(at(0.975), 12);
    expect(found.at80.lower).toBeCloseTo(at(0.1), 12);
    expect(found.at80.upper).toBeCloseTo(at(0.9), 12);
  });

  it('are null if there are too few for such percentiles', () => {
    expect(empiricalErrors(series, 3, 'drift')!.known).toBe(fewestErrors);
    expect(empiricalErrors(series.slice(1), 3, 'drift')).toBeNull();
    expect(empiricalErrors(series, 4, 'drift')).toBeNull();
  });
});

describe('the coverage of ranges based on them', () => {
  it('compares actual values with what was known when they were projected', () => {
    const [only, ...more] = coverageOf(series, series, 1, 'last_value');
    const known = empiricalErrors(
      series.map((values) => values.slice(0, 7)),
      1,
      'last_value',
    )!;
    const inside = ({ lower, upper }: { lower: number; upper: number }) =>
      series.filter((values) => {
        const error = values[7]! - values[6]!;
        return error >= lower && error <= upper;
      }).length;
    expect(only).toEqual({
      monthsUsed: 7,
      errorsKnown: 40,
      tested: 40,
      inside95: inside(known.at95),
      inside80: inside(known.at80),
    });
    expect(more.map(({ monthsUsed }) => monthsUsed)).toEqual([8]);
    expect(coverageOf(series, series, 2, 'last_value')).toEqual([]);
  });

  it('takes an error as large as the largest known for inside', () => {
    const alike = Array.from({ length: 40 }, () => [1, 2, 3, 4, 5, 6, 7, 8]);
    expect(coverageOf(alike, alike, 1, 'last_value')).toEqual([
      { monthsUsed: 7, errorsKnown: 40, tested: 40, inside95: 40, inside80: 40 },
    ]);
  });

  it('is added up over all months, if there are any', () => {
    const each = coverageOf(series, series, 1, 'last_value');
    expect(heldOf(each)).toEqual({
      tested: 80,
      inside95: each[0]!.inside95 + each[1]!.inside95,
      inside80: each[0]!.inside80 + each[1]!.inside80,
    });
    expect(heldOf([])).toBeNull();
  });

  it('aligns months for a series that began later', () => {
    const later = [...series, series[0]!.slice(2)];
    expect(coverageOf(later, later, 1, 'drift').map(({ tested }) => tested)).toEqual([40, 41]);
  });
});
