import { describe, expect, it } from 'vitest';
import {
  type FunnelModel,
  type FunnelUnit,
  fitFunnel,
  funnelCurve,
  funnelLimits,
  funnelPosition,
  placeInFunnel,
} from '../../../data/statistics/funnel.ts';
import { published } from '../../support/published.ts';
import { normalDeviate, seededRandom } from '../../support/random.ts';
import { oracleJson, oracleRows, precisionOf } from './oracle.ts';

const unit = (numerator: number | null, denominator: number | null): FunnelUnit => ({
  numerator,
  denominator,
});

const placedIn = (model: FunnelModel | null, units: readonly FunnelUnit[]) =>
  units.map((one) => placeInFunnel(model, one));

/** Units around 20% whose own rates vary by `spread`, in addition to chance. */
function madeUnits(count: number, spread: number, seed: number): FunnelUnit[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const n = 1000 + Math.floor(random() * 20000);
    const rate = 0.2 + spread * normalDeviate(random);
    const chance = Math.sqrt((rate * (1 - rate)) / n) * normalDeviate(random);
    return unit(Math.round(n * Math.min(1, Math.max(0, rate + chance))), n);
  });
}

describe('plain limits', () => {
  const plain = { adjusted: false, target: 0.5, phi: 1, tau2: 0, units: 2 };

  it('are target ∓ z √(p(1-p)/n)', () => {
    const limits = funnelLimits(plain, 100)!;
    expect(limits.lower95).toBeCloseTo(0.5 - 1.96 * 0.05, 4);
    expect(limits.upper998).toBeCloseTo(0.5 + 3.0902 * 0.05, 4);
  });

  it('are kept to 0..100 when drawn in percent', () => {
    expect(funnelLimits(plain, 1, 100)).toEqual({
      lower95: 0,
      upper95: 100,
      lower998: 0,
      upper998: 100,
    });
  });

  it('place a unit only strictly beyond a limit', () => {
    // All units have the same rate: the limits have no width, and the units lie on them.
    const model = fitFunnel([unit(0, 10), unit(0, 20)], { adjusted: false })!;
    expect(funnelPosition(model, 0, 10)).toBe('inside');
    expect(funnelPosition(model, 1, 10)).toBe('above_998');
  });

  it('place a unit by the limits as computed, beyond what can be drawn', () => {
    const high = { ...plain, target: 0.95 };
    expect(funnelLimits(high, 10)!.upper95).toBe(1);
    expect(funnelPosition(high, 10, 10)).toBe('inside');
  });

  it('distinguish 95% from 99.8%, above from below', () => {
    const positions = [300, 420, 480, 500, 520, 580, 700].map((x) =>
      funnelPosition({ ...plain, target: 0.5 }, x / 10, 100),
    );
    expect(positions).toEqual([
      'below_998',
      'inside',
      'inside',
      'inside',
      'inside',
      'inside',
      'above_998',
    ]);
    expect(funnelPosition(plain, 39, 100)).toBe('below_95');
    expect(funnelPosition(plain, 61, 100)).toBe('above_95');
  });
});

describe('units without a proportion', () => {
  const odd = [unit(36637, 32891), unit(0, 0), unit(null, 5000), unit(12, null), unit(-1, 10)];
  const even = madeUnits(40, 0.05, 7);

  it('do not enter the fit', () => {
    expect(fitFunnel([...odd, ...even])).toEqual(fitFunnel(even));
  });

  it('have no position, and limits where there is a denominator', () => {
    const placed = odd.map((one) => placeInFunnel(fitFunnel(even), one, 100));
    expect(placed.map(({ position }) => position)).toEqual([null, null, null, null, null]);
    expect(placed[0]!.limits!.upper95).toBeLessThanOrEqual(100);
    expect(placed[1]!.limits).toBeNull();
  });

  it('leave no funnel when fewer than two others remain', () => {
    expect(fitFunnel([])).toBeNull();
    expect(fitFunnel([...odd, unit(3, 10)])).toBeNull();
    expect(placeInFunnel(null, unit(3, 10))).toEqual({ limits: null, position: null });
  });
});

describe('adjusted limits', () => {
  it('add nothing if the units are more alike than chance alone would make them', () => {
    const units = [5000, 8000, 12000].map((n) => unit(n / 5, n));
    expect(fitFunnel(units)).toMatchObject({ tau2: 0, phi: 0, target: 0.2, units: 3 });
  });

  it('come from phi and tau2 as computed by hand', () => {
    const model = fitFunnel([unit(20, 100), unit(40, 100)], { trim: 0 })!;
    // Angles 0.46365 and 0.68472 around 0.57964, each with s = 0.05: z of -2.3198 and 2.1016.
    expect(model.phi).toBeCloseTo(4.8992, 4);
    expect(model.tau2).toBeCloseTo(8.7984 / 400, 6);
    const winsorised = fitFunnel([unit(20, 100), unit(40, 100)])!;
    expect(winsorised.phi).toBeCloseTo((1.8777 ** 2 + 1.65945 ** 2) / 2, 3);
  });

  it('find the simulated spread between units, and are wider for it', () => {
    const units = madeUnits(2000, 0.05, 2005);
    const model = fitFunnel(units, { trim: 0 })!;
    // On the arcsine scale a spread s around p is s / (2 √(p(1-p))).
    expect(Math.sqrt(model.tau2)).toBeCloseTo(0.05 / (2 * Math.sqrt(0.2 * 0.8)), 2);
    const adjusted = funnelLimits(model, 10000)!;
    const plain = funnelLimits({ ...model, adjusted: false }, 10000)!;
    expect(adjusted.lower95).toBeLessThan(plain.lower95);
    expect(adjusted.upper998).toBeGreaterThan(plain.upper998);
  });

  it('leave about one unit in twenty outside 95% when spread is normal', () => {
    const units = madeUnits(3000, 0.04, 95);
    const placed = placedIn(fitFunnel(units, { trim: 0 }), units);
    const outside = placed.filter(({ position }) => position !== 'inside').length;
    expect(outside / placed.length).toBeGreaterThan(0.03);
    expect(outside / placed.length).toBeLessThan(0.07);
  });

  it('stay in order and within 0..1 near the ends', () => {
    const model = { adjusted: true, target: 0.002, phi: 9, tau2: 0.01, units: 9 };
    const { lower998, lower95, upper95, upper998 } = funnelLimits(model, 800)!;
    expect(lower998).toBe(0);
    expect(lower95).toBe(0);
    expect(upper95).toBeGreaterThan(0.002);
    expect(upper998).toBeGreaterThan(upper95);
    expect(funnelPosition(model, 0, 800)).toBe('inside');
    expect(funnelLimits({ ...model, target: 0.99 }, 10)!.upper95).toBe(1);
  });
});

describe('funnelCurve', () => {
  const model = fitFunnel(madeUnits(50, 0.03, 3))!;

  it('runs from end to end and narrows all the way', () => {
    const curve = funnelCurve(model, 500, 60000, 40, 100);
    expect(curve).toHaveLength(40);
    expect(curve[0]!.n).toBe(500);
    expect(curve.at(-1)!.n).toBe(60000);
    const widths = curve.map(({ lower95, upper95 }) => upper95 - lower95);
    expect(widths).toEqual(widths.toSorted((a, b) => b - a));
    expect(curve[0]).toEqual({ n: 500, ...funnelLimits(model, 500, 100) });
  });

  it('grows by the same multiple from point to point', () => {
    expect(funnelCurve(model, 100, 10_000, 3).map(({ n }) => Math.round(n))).toEqual([
      ...[100, 1000, 10_000],
    ]);
    expect(funnelCurve(model, 500, 500, 2).map(({ n }) => n)).toEqual([500, 500]);
    // In floating point, 7 × (29 / 7) is 29.000000000000004.
    expect(funnelCurve(model, 7, 29, 4).at(-1)!.n).toBe(29);
  });

  it('refuses invalid ends', () => {
    for (const [from, to, points] of [
      [0, 10, 2],
      [10, 9, 2],
      [10, 20, 1],
    ] as const) {
      expect(() => funnelCurve(model, from, to, points)).toThrow(
        'funnel curve needs 0 < from <= to and 2 points',
      );
    }
  });
});

describe.skipIf(!published)('funnel against the published funnel', () => {
  const rows = published ? oracleRows('funnel/funnel_proportion_inputs.csv') : [];
  const units = rows.map((row) => unit(Number(row.numerator), Number(row.denominator)));

  it('agrees on every plain limit to the six decimals given', () => {
    const model = fitFunnel(units, { adjusted: false })!;
    const limits = oracleRows('funnel/funnel_proportion_limits.csv');
    expect(limits).toHaveLength(100);
    for (const row of limits) {
      const found = funnelLimits(model, Number(row.population), 100)!;
      const half = precisionOf('0.000000');
      expect(Math.abs(model.target * 100 - Number(row.baseline))).toBeLessThanOrEqual(half);
      expect(Math.abs(found.lower95 - Number(row.lower_95))).toBeLessThanOrEqual(half);
      expect(Math.abs(found.upper95 - Number(row.upper_95))).toBeLessThanOrEqual(half);
      expect(Math.abs(found.lower998 - Number(row.lower_998))).toBeLessThanOrEqual(half);
      expect(Math.abs(found.upper998 - Number(row.upper_998))).toBeLessThanOrEqual(half);
    }
  });

  it('agrees on the position of all 303 areas', () => {
    const words = {
      above_998: 'High (0.001)',
      above_95: 'High (0.025)',
      inside: 'Not significant',
      below_95: 'Low (0.025)',
      below_998: 'Low (0.001)',
    };
    expect(units).toHaveLength(303);
    const placed = placedIn(fitFunnel(units, { adjusted: false }), units);
    expect(placed.map(({ position }) => position && words[position])).toEqual(
      rows.map((row) => row.significance),
    );
  });

  it('agrees on the overdispersion and on how many are outside', () => {
    const oracle = oracleJson<{
      trim_by: number;
      target: number;
      phi: number;
      tau2: number;
      outliers_of_303: Record<string, number>;
    }>('funnel_overdispersion/derived.json');
    const model = fitFunnel(units, { trim: oracle.trim_by })!;
    expect(Math.abs(model.target - oracle.target)).toBeLessThan(1e-14);
    expect(Math.abs(model.phi / oracle.phi - 1)).toBeLessThan(1e-12);
    expect(Math.abs(model.tau2 / oracle.tau2 - 1)).toBeLessThan(1e-12);
    const outside = (fitted: typeof model, only998: boolean) =>
      placedIn(fitted, units).filter(({ position }) =>
        only998 ? position!.endsWith('998') : position !== 'inside',
      ).length;
    const plain = { ...model, adjusted: false };
    expect({
      'unadjusted 95': outside(plain, false),
      'unadjusted 99.8': outside(plain, true),
      'adjusted 95': outside(model, false),
      'adjusted 99.8': outside(model, true),
    }).toEqual(oracle.outliers_of_303);
  });
});
