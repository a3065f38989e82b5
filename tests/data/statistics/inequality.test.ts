import { describe, expect, it } from 'vitest';
import { inequality } from '../../../data/statistics/inequality.ts';
import { published } from '../../support/published.ts';
import { oracleJson, oracleRows } from './oracle.ts';

describe('inequality over deprivation', () => {
  it('is a line through the ranks, computed by hand', () => {
    const found = inequality([
      { score: 30, weight: 1, value: 10 },
      { score: 20, weight: 1, value: 20 },
      { score: 10, weight: 1, value: 30 },
    ])!;
    // Ranks 1/6, 1/2, 5/6: the line rises by 30 from 5 to 35.
    expect(found.mean).toBeCloseTo(20, 12);
    expect(found.slope).toBeCloseTo(30, 12);
    expect(found.atMostDeprived).toBeCloseTo(5, 12);
    expect(found.atLeastDeprived).toBeCloseTo(35, 12);
    expect(found.ratio).toBeCloseTo(7, 12);
    expect(found.slopeError).toBeCloseTo(0, 12);
    // 2 * (10 * 1/6 + 20 * 1/2 + 30 * 5/6) / 60 - 1
    expect(found.concentration).toBeCloseTo(2 / 9, 12);
  });

  it('is reversed if the deprived have more, and ranks ties alike', () => {
    const found = inequality([
      { score: 30, weight: 2, value: 30 },
      { score: 10, weight: 1, value: 10 },
      { score: 10, weight: 1, value: 20 },
    ])!;
    expect(found.slope).toBeCloseTo(-30, 12);
    expect(found.concentration).toBeLessThan(0);
  });

  it('has no interval for a ratio that could be anything', () => {
    // The line through 7, 8, 22, 30 begins at -5.8 + 0.85 a for a first value a.
    const of = (beginning: number) =>
      inequality(
        [(5.8 + beginning) / 0.85, 8, 22, 30].map((value, i) => ({
          score: -i,
          weight: 1,
          value,
        })),
      )!;
    expect(of(0.0001).atMostDeprived).toBeCloseTo(0.0001, 9);
    expect(of(0.0001).ratio).toBeGreaterThan(100_000);
    expect(of(0.0001).ratioInterval).toBeNull();
    const { ratio, ratioInterval } = of(3);
    expect(ratioInterval!.lower).toBeGreaterThan(0);
    expect(ratioInterval!.lower).toBeLessThan(ratio!);
    expect(ratioInterval!.upper).toBeGreaterThan(ratio!);
  });

  it('has the intervals of a regression with errors that differ, computed with matrices', () => {
    const values = [10, 11, 22, 30];
    const ranks = [1 / 8, 3 / 8, 5 / 8, 7 / 8];
    const found = inequality(values.map((value, i) => ({ score: -i, weight: 1, value })))!;
    const [intercept, end] = [found.atMostDeprived, found.atLeastDeprived];
    // (X'X)⁻¹ X' diag(e²) X (X'X)⁻¹ with a column of ones and one of ranks, times n / (n - 2).
    const sums = [0, 1, 2].map((power) => ranks.reduce((sum, rank) => sum + rank ** power, 0));
    const [n, r, rr] = sums as [number, number, number];
    const inverse = [
      [rr / (n * rr - r * r), -r / (n * rr - r * r)],
      [-r / (n * rr - r * r), n / (n * rr - r * r)],
    ] as const;
    const influences = ranks.map((rank, i) => {
      const error = values[i]! - intercept - found.slope * rank;
      return inverse.map(([one, other]) => (one + other * rank) * error) as [number, number];
    });
    // The logarithm of the ratio changes by 1 / end - 1 / intercept with the intercept, and by 1 / end with the slope.
    const variance = influences.reduce(
      (sum, [a, b]) => sum + (a * (1 / end - 1 / intercept) + b / end) ** 2,
      0,
    );
    const reach = 1.959964 * Math.sqrt(variance * (4 / 2));
    expect(found.ratioInterval!.lower / found.ratio!).toBeCloseTo(Math.exp(-reach), 5);
    expect(found.ratioInterval!.upper / found.ratio!).toBeCloseTo(Math.exp(reach), 4);
    const slopeError = Math.sqrt(influences.reduce((sum, [, b]) => sum + b ** 2, 0) * 2);
    expect(found.slopeError).toBeCloseTo(slopeError, 9);
  });

  it('has no ratio if the line begins at none', () => {
    const found = inequality([1, 3, 5, 7].map((value, i) => ({ score: -i, weight: 1, value })))!;
    expect(found.atMostDeprived).toBe(0);
    expect([found.ratio, found.ratioInterval]).toEqual([null, null]);
  });

  it('is null for two groups, for a single score, or for nobody', () => {
    const group = { score: 1, weight: 1, value: 1 };
    expect(inequality([group, { ...group, score: 2 }])).toBeNull();
    expect(inequality([group, group, group])).toBeNull();
    expect(inequality([0, 1, 2].map((score) => ({ score, weight: 0, value: 1 })))).toBeNull();
  });
});

describe.skipIf(!published)('inequality agrees with public packages', () => {
  it('agrees with healthequal in its linear form', () => {
    const cases = published ? oracleJson<HealthEqual>('sii_rii_ci/healthequal.json') : null;
    expect(cases!.cases.length).toBe(2);
    for (const { inputs, derived_linear: expected } of cases!.cases) {
      const found = inequality(
        inputs.est.map((value, i) => ({
          score: -inputs.subgroup_order[i]!,
          weight: inputs.pop[i]!,
          value,
        })),
      )!;
      expect(found.atMostDeprived).toBeCloseTo(expected.intercept, 9);
      expect(found.slope).toBeCloseTo(expected.sii, 9);
      expect(found.ratio).toBeCloseTo(expected.rii, 9);
      expect(found.concentration).toBeCloseTo(expected.concentration_index, 9);
    }
  });

  it('agrees with PHEindicatormethods wherever it takes values unchanged', () => {
    const expected = oracleRows('sii_rii_ci/phe_sii_expected.csv').filter(
      ({ transform, multiplier }) => transform === 'no_transform' && multiplier === '1',
    );
    const inputs = oracleRows('sii_rii_ci/phe_sii_inputs.csv');
    expect(expected.length).toBeGreaterThan(3);
    for (const { case: id, sii, rii, intercept } of expected) {
      const found = inequality(
        inputs
          .filter((row) => row.case === id)
          .map(({ quantile, population, value }) => ({
            score: -Number(quantile),
            weight: Number(population),
            value: Number(value),
          })),
      )!;
      expect(found.slope).toBeCloseTo(Number(sii), 9);
      expect(found.ratio).toBeCloseTo(Number(rii), 9);
      if (intercept) expect(found.atMostDeprived).toBeCloseTo(Number(intercept), 9);
    }
  });
});

interface HealthEqual {
  cases: {
    inputs: Record<'subgroup_order' | 'pop' | 'est', number[]>;
    derived_linear: Record<'intercept' | 'sii' | 'rii' | 'concentration_index', number>;
  }[];
}
