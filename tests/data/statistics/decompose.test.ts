import { describe, expect, it } from 'vitest';
import { decomposeChange, type UnitChange } from '../../../data/statistics/decompose.ts';
import { seededRandom } from '../../support/random.ts';
import { ended } from '../../support/steps.ts';

/** The decomposition of the change, after all steps are done. */
const decomposed = (...of: Parameters<typeof decomposeChange>) => ended(decomposeChange(...of));

const counts = (numerator: number | null, denominator: number | null) => ({
  numerator,
  denominator,
});

const parts = [
  'uptake',
  'listSizes',
  'came',
  'left',
  'beganReporting',
  'stoppedReporting',
] as const;

/** Random units that appear, disappear, report and stop reporting. */
function randomUnits(seed: number): UnitChange[] {
  const random = seededRandom(seed);
  const month = () => {
    const fate = random();
    if (fate < 0.15) return null;
    if (fate < 0.3) return counts(random() < 0.5 ? null : 0, null);
    const n = Math.floor(random() * 20000);
    return counts(Math.floor(random() * n * 1.05), n);
  };
  const length = 1 + Math.floor(random() * 40);
  return Array.from({ length }, (_, index) => ({
    code: `U${index}`,
    before: index === 0 ? counts(10, 100) : month(),
    after: index === 0 ? counts(20, 120) : month(),
  }));
}

describe('decomposeChange', () => {
  it('gives the whole change to uptake when lists stay as they are', () => {
    const found = decomposed(
      [
        { code: 'A', before: counts(100, 1000), after: counts(150, 1000) },
        { code: 'B', before: counts(300, 1000), after: counts(310, 1000) },
      ],
      100,
    )!;
    expect(found).toMatchObject({ before: 20, after: 23 });
    expect(found.change).toBeCloseTo(3, 12);
    expect(found.uptake).toBeCloseTo(3, 12);
    expect(found.listSizes).toBeCloseTo(0, 12);
    expect(found.units[0]!.rate).toBeCloseTo(2.5, 12);
  });

  it('keeps the uptake of units that changed supplier apart', () => {
    const found = decomposed(
      [
        { code: 'A', before: counts(100, 1000), after: counts(150, 1000) },
        { code: 'B', before: counts(300, 1000), after: counts(400, 1000), changedSupplier: true },
      ],
      100,
    )!;
    expect(found.uptake).toBeCloseTo(2.5, 12);
    expect(found.changedSupplier).toBeCloseTo(5, 12);
    expect(found.listSizes).toBeCloseTo(0, 12);
    expect(found.units.map(({ kind }) => kind)).toEqual(['both', 'changed_supplier']);
    expect(found.counts).toMatchObject({ both: 1, changed_supplier: 1 });
  });

  it('gives the whole change to list sizes when every rate stays as it is', () => {
    const found = decomposed([
      { code: 'A', before: counts(100, 1000), after: counts(300, 3000) },
      { code: 'B', before: counts(300, 1000), after: counts(300, 1000) },
    ])!;
    expect(found.change).toBeCloseTo(0.15 - 0.2, 12);
    expect(found.listSizes).toBeCloseTo(found.change, 12);
    expect(found.uptake).toBe(0);
  });

  it('splits both at their means, as computed by hand', () => {
    // A: 10% to 20%, with a weight of 1/2, then 3/4. B: 40% in both months, with a weight of 1/2, then 1/4.
    const found = decomposed([
      { code: 'A', before: counts(10, 100), after: counts(60, 300) },
      { code: 'B', before: counts(40, 100), after: counts(40, 100) },
    ])!;
    expect(found.uptake).toBeCloseTo(0.1 * 0.625, 12);
    expect(found.listSizes).toBeCloseTo(0.25 * 0.15 - 0.25 * 0.4, 12);
    expect(found.change).toBeCloseTo(0, 12);
    // The pool is at 25% in both months: A, below it, grew; B, above it, shrank.
    expect(found.units[0]!.weight).toBeCloseTo(0.25 * (0.15 - 0.25), 12);
    expect(found.units[1]!.weight).toBeCloseTo(-0.25 * (0.4 - 0.25), 12);
  });

  it('is the same backwards with reversed signs', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const units = randomUnits(seed);
      const forth = decomposed(units)!;
      const back = decomposed(
        units.map(({ code, before, after }) => ({ code, before: after, after: before })),
      )!;
      expect(back.uptake).toBeCloseTo(-forth.uptake, 12);
      expect(back.listSizes).toBeCloseTo(-forth.listSizes, 12);
      expect(back.came).toBeCloseTo(-forth.left, 12);
      expect(back.beganReporting).toBeCloseTo(-forth.stoppedReporting, 12);
    }
  });

  it.each([
    ['came', 'came', null, counts(0, 1000), -0.1],
    ['began_reporting', 'beganReporting', counts(null, 1000), counts(0, 1000), -0.1],
    ['left', 'left', counts(0, 1000), null, 0.1],
    ['stopped_reporting', 'stoppedReporting', counts(0, 1000), counts(null, 1000), 0.1],
    // Five of none count towards the month's pool, as they do in the area's figure.
    ['stopped_reporting', 'stoppedReporting', counts(0, 1000), counts(5, 0), 0.105],
    ['began_reporting', 'beganReporting', counts(5, 0), counts(0, 1000), -0.105],
    ['stopped_reporting', 'stoppedReporting', counts(0, 1000), counts(0, 0), 0.1],
  ] as const)('recognises a unit that %s', (kind, part, before, after, effect) => {
    const found = decomposed([
      { code: 'A', before: counts(200, 1000), after: counts(200, 1000) },
      { code: 'B', before, after },
    ])!;
    expect(found[part]).toBeCloseTo(effect, 12);
    expect(found.change).toBeCloseTo(effect, 12);
    expect(found.counts).toMatchObject({ both: 1, [kind]: 1 });
    expect(found.units[1]).toMatchObject({ code: 'B', kind, rate: 0 });
  });

  it('adds up exactly on random cases, in total and unit by unit', () => {
    for (let seed = 100; seed < 400; seed += 1) {
      const units = randomUnits(seed);
      const found = decomposed(units, 100)!;
      const sum = parts.reduce((total, part) => total + found[part], 0);
      expect(Math.abs(sum - found.change)).toBeLessThan(1e-10);
      const byUnit = found.units.reduce((total, unit) => total + unit.rate + unit.weight, 0);
      expect(Math.abs(byUnit - found.change)).toBeLessThan(1e-10);
      // The pooled rates, computed in another way.
      for (const when of ['before', 'after'] as const) {
        let x = 0;
        let n = 0;
        for (const { [when]: month } of units) {
          if (month?.numerator == null || !month.denominator) continue;
          x += month.numerator;
          n += month.denominator;
        }
        expect(found[when]).toBeCloseTo((100 * x) / n, 10);
      }
    }
  });

  it('skips units that never reported, and is null without one that stayed', () => {
    const stayed = { code: 'A', before: counts(1, 10), after: counts(2, 10) };
    const silent = { code: 'B', before: counts(null, 500), after: null };
    expect(decomposed([stayed, silent])).toEqual(decomposed([stayed]));
    expect(decomposed([])).toBeNull();
    expect(
      decomposed([
        { code: 'A', before: counts(1, 10), after: null },
        { code: 'B', before: null, after: counts(1, 10) },
      ]),
    ).toBeNull();
  });
});
