import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../../data/statistics/normal.ts';
import { wilsonInterval } from '../../../data/statistics/wilson.ts';
import { published } from '../../support/published.ts';
import { seededRandom } from '../../support/random.ts';
import { oracleRows, precisionOf } from './oracle.ts';

describe('wilsonInterval', () => {
  it('is the textbook interval of 10 in 100', () => {
    const interval = wilsonInterval(10, 100)!;
    expect(interval.lower).toBeCloseTo(0.05523, 5);
    expect(interval.upper).toBeCloseTo(0.17437, 5);
  });

  it('answers in percent at scale 100', () => {
    const fraction = wilsonInterval(45, 1000, 0.998)!;
    const percent = wilsonInterval(45, 1000, 0.998, 100)!;
    expect(percent.lower).toBeCloseTo(fraction.lower * 100, 12);
    expect(percent.upper).toBeCloseTo(fraction.upper * 100, 12);
  });

  it('ends exactly at none and at all', () => {
    expect(wilsonInterval(0, 137)!.lower).toBe(0);
    expect(wilsonInterval(137, 137)!.upper).toBe(1);
    expect(wilsonInterval(137, 137, 0.95, 100)!.upper).toBe(100);
    const off: number[] = [];
    for (let n = 1; n <= 3000; n += 1) {
      for (const confidence of [0.95, 0.998] as const) {
        if (wilsonInterval(0, n, confidence, 100)!.lower !== 0) off.push(n);
        if (wilsonInterval(n, n, confidence, 100)!.upper !== 100) off.push(n);
      }
    }
    expect(off).toEqual([]);
  });

  it.each([
    [36637, 32891],
    [-1, 10],
    [0, 0],
    [1, -1],
    [Number.NaN, 10],
    [1, Number.POSITIVE_INFINITY],
    [null, 10],
    [1, null],
  ])('has no interval for %s of %s', (x, n) => {
    expect(wilsonInterval(x, n)).toBeNull();
  });

  it('solves the score equation |p - x/n| = z √(p(1-p)/n) at both ends', () => {
    const random = seededRandom(1927);
    for (let round = 0; round < 200; round += 1) {
      const n = 1 + Math.floor(random() * 20000);
      const x = Math.floor(random() * (n + 1));
      for (const confidence of [0.95, 0.998] as const) {
        const { lower, upper } = wilsonInterval(x, n, confidence)!;
        for (const end of [lower, upper]) {
          const reached = normalQuantile[confidence] * Math.sqrt((end * (1 - end)) / n);
          expect(Math.abs(Math.abs(end - x / n) - reached)).toBeLessThan(1e-9);
        }
        expect(lower).toBeLessThanOrEqual(x / n);
        expect(upper).toBeGreaterThanOrEqual(x / n);
      }
    }
  });
});

describe.skipIf(!published)('wilsonInterval against published intervals', () => {
  it('agrees with every row of the reference workbooks', () => {
    const rows = oracleRows('wilson/wilson_raw.csv');
    expect(rows).toHaveLength(6);
    for (const row of rows) {
      const confidence = row.confidence === '0.998' ? 0.998 : 0.95;
      const { lower, upper } = wilsonInterval(Number(row.x), Number(row.n), confidence)!;
      // The tool that made the rows agrees with an independent one to 1.8e-13.
      expect(Math.abs(lower - Number(row.lowercl))).toBeLessThan(2e-13);
      expect(Math.abs(upper - Number(row.uppercl))).toBeLessThan(2e-13);
    }
  });

  it('agrees with every row at the size of a practice', () => {
    const rows = oracleRows('wilson/derived_practice_scale.csv');
    expect(rows).toHaveLength(7);
    for (const row of rows) {
      for (const [confidence, suffix] of [
        [0.95, '95'],
        [0.998, '998'],
      ] as const) {
        const found = wilsonInterval(Number(row.x), Number(row.n), confidence)!;
        for (const end of ['lower', 'upper'] as const) {
          const given = row[`${end}${suffix}`]!;
          expect(Math.abs(found[end] - Number(given))).toBeLessThanOrEqual(precisionOf(given));
        }
      }
    }
  });
});
