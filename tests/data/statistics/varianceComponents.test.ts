import { describe, expect, it } from 'vitest';
import { groupingOf } from '../../../data/statistics/sumsOfSquares.ts';
import {
  type VarianceComponents,
  varianceComponents,
} from '../../../data/statistics/varianceComponents.ts';
import { published } from '../../support/published.ts';
import { seededRandom } from '../../support/random.ts';
import { ended } from '../../support/steps.ts';
import { oracleJson, oracleRows } from './oracle.ts';

/** Two groups of two values, 1 and 3, and 5 and 7: the mean squares are 16 between and 2 within. */
const values = Float64Array.from([1, 3, 5, 7]);
const pairs = groupingOf(['a', 'a', 'b', 'b']);

/** The components, after all steps are done. */
const componentsOf = (...of: Parameters<typeof varianceComponents>): VarianceComponents =>
  ended(varianceComponents(...of));

describe('components of variance', () => {
  it('are those of the analysis of variance where groups are alike in size', () => {
    const found = componentsOf(values, [pairs]);
    expect(found.mean).toBeCloseTo(4, 9);
    expect(found.groupings[0]!.groups).toBe(2);
    expect(found.groupings[0]!.variance).toBeCloseTo((16 - 2) / 2, 6);
    expect(found.residual).toBeCloseTo(2, 6);
  });

  it('have a mean in which groups weigh by their components, and do not depend on the unit', () => {
    const five = Float64Array.from([1, 3, 5, 7, 9]);
    const groups = groupingOf(['a', 'a', 'b', 'b', 'b']);
    const found = componentsOf(five, [groups]);
    const between = found.groupings[0]!.variance;
    const [a, b] = [2, 3].map((size) => 1 / (between + found.residual / size)) as [number, number];
    expect(found.mean).toBeCloseTo((2 * a + 7 * b) / (a + b), 6);
    const small = componentsOf(
      five.map((value) => value / 1e4),
      [groups],
    );
    expect((small.groupings[0]!.variance * 1e8) / between).toBeCloseTo(1, 6);
    expect(small.mean * 1e4).toBeCloseTo(found.mean, 6);
  });

  it('are 0 for groups that differ less than their units explain', () => {
    const found = componentsOf(values, [groupingOf(['a', 'b', 'b', 'a'])]);
    expect(found.groupings).toEqual([{ groups: 2, variance: 0 }]);
    expect(found.residual).toBeCloseTo(20 / 3, 9);
  });

  it('keep the order in which groupings are given', () => {
    const six = Float64Array.from([1, 3, 2, 8, 7, 12]);
    const triples = groupingOf(['a', 'a', 'a', 'b', 'b', 'b']);
    const crossed = groupingOf(['x', 'y', 'z', 'x', 'y', 'z']);
    const one = componentsOf(six, [triples, crossed]);
    const other = componentsOf(six, [crossed, triples]);
    expect(one.groupings.map(({ groups }) => groups)).toEqual([2, 3]);
    expect(one.groupings[0]!.variance / other.groupings[1]!.variance).toBeCloseTo(1, 5);
    expect(one.groupings[0]!.variance).toBeGreaterThan(20);
  });

  describe('of three crossed groupings, with one unit of each kind', () => {
    const sizes = [2, 3, 4] as const;
    const units = Array.from({ length: 24 }, (_, i) => [
      i % 2,
      Math.floor(i / 2) % 3,
      Math.floor(i / 6),
    ]);
    const noise = [3, -1, 4, 1, -5, 9, -2, 6, 5, -3, 5, 8, 9, -7, 9, 3, 2, -3, 8, 4, -6, 2, 6, 4];
    const made = (effects: readonly (readonly number[])[]) =>
      Float64Array.from(units, (unit, i) =>
        unit.reduce((sum, group, k) => sum + effects[k]![group]!, noise[i]!),
      );
    const by = sizes.map((_, k) => groupingOf(units.map((unit) => String(unit[k]))));

    /** The mean squares of each grouping and of the rest, from sums of squares of means. */
    function squaresOf(of: Float64Array): { between: number[]; rest: number } {
      const mean = of.reduce((sum, value) => sum + value, 0) / 24;
      const sums = sizes.map((size, k) => {
        const means = Array.from({ length: size }, (_, group) => {
          const own = of.filter((_, i) => units[i]![k] === group);
          return own.reduce((sum, value) => sum + value, 0) / own.length;
        });
        return means.reduce((sum, one) => sum + (one - mean) ** 2, 0) * (24 / size);
      });
      const all = of.reduce((sum, value) => sum + (value - mean) ** 2, 0);
      const rest = sums.reduce((left, one) => left - one, all) / (23 - 1 - 2 - 3);
      return { between: sums.map((one, k) => one / (sizes[k]! - 1)), rest };
    }

    it('are those of the analysis of variance', () => {
      const of = made([
        [0, 40],
        [0, 30, 10],
        [0, 20, 50, 5],
      ]);
      const { between, rest } = squaresOf(of);
      const found = componentsOf(of, by);
      expect(found.residual).toBeCloseTo(rest, 5);
      for (const [k, { variance }] of found.groupings.entries())
        expect(variance).toBeCloseTo((between[k]! - rest) / (24 / sizes[k]!), 4);
    });

    it('are those without a grouping that comes to 0', () => {
      const of = made([
        [0, 40],
        [0, 0, 0],
        [0, 20, 50, 5],
      ]);
      const { between, rest } = squaresOf(of);
      expect(between[1]).toBeLessThan(rest);
      const [found, without] = [componentsOf(of, by), componentsOf(of, [by[0]!, by[2]!])];
      expect(found.residual).toBeCloseTo(without.residual, 6);
      expect(found.groupings.map(({ variance }) => variance)).toEqual([
        expect.closeTo(without.groupings[0]!.variance, 4),
        0,
        expect.closeTo(without.groupings[1]!.variance, 4),
      ]);
    });
  });

  it('are 0 for a single group and for groups of one unit each, without affecting others', () => {
    const alone = groupingOf(['a', 'a', 'a', 'a']);
    const each = groupingOf(['a', 'b', 'c', 'd']);
    const [given, found] = [[pairs], [alone, alone, pairs, each]].map((of) =>
      componentsOf(values, of),
    );
    expect(found).toEqual({
      ...given,
      groupings: [
        { groups: 1, variance: 0 },
        { groups: 1, variance: 0 },
        given!.groupings[0],
        { groups: 4, variance: 0 },
      ],
    });
    expect(componentsOf(values, [alone]).residual).toBeCloseTo(20 / 3, 9);
  });

  it('are the same for many units with and without single-unit groups', () => {
    const random = seededRandom(2020);
    const [regions, areas, units] = [7, 140, 2800];
    const of = (groups: number) =>
      Array.from({ length: units }, (_, i) => Math.floor((i * groups) / units));
    const [region, area] = [of(regions), of(areas)];
    const ofRegion = Array.from({ length: regions }, () => 3 * random());
    const ofArea = Array.from({ length: areas }, () => 4 * random());
    const many = Float64Array.from(
      { length: units },
      (_, i) => ofRegion[region[i]!]! + ofArea[area[i]!]! + 10 * random(),
    );
    const [byRegion, byArea] = [region, area].map((codes) => groupingOf(codes.map(String)));
    const alone = groupingOf(Array(units).fill('a'));
    const given = componentsOf(many, [byRegion!, byArea!]);
    expect(given.groupings[1]!.variance).toBeGreaterThan(0.5);
    const found = componentsOf(many, [byRegion!, alone, byArea!, alone]);
    const single = { groups: 1, variance: 0 };
    const [first, second] = given.groupings;
    expect(found).toEqual({ ...given, groupings: [first, single, second, single] });
  });

  it('are all 0 where nothing differs', () => {
    expect(componentsOf(Float64Array.from([2, 2, 2, 2]), [pairs])).toEqual({
      mean: 2,
      groupings: [{ groups: 2, variance: 0 }],
      residual: 0,
    });
  });

  it('need units and a grouping', () => {
    expect(() => componentsOf(Float64Array.from([1]), [groupingOf(['a'])])).toThrow(
      'too few units: 1',
    );
    expect(() => componentsOf(values, [])).toThrow('no grouping is given');
  });
});

describe.skipIf(!published)('components of variance agree with lme4', () => {
  type Expected = Record<string, { exact: Record<'batch' | 'cask' | 'residual', number> }>;
  const expected = published ? oracleJson<Expected>('variance_partition/expected.json') : null;

  it.each(['dyestuff.csv', 'pastes.csv', 'pastes_unbalanced.csv'])('agree on %s', (name) => {
    const { exact } = expected![name.replace('.csv', '')]!;
    const rows = oracleRows(`variance_partition/${name}`);
    const batches = groupingOf(rows.map(({ batch }) => batch!));
    const casks = groupingOf(rows.map(({ batch, cask }) => `${batch} ${cask}`));
    const found = componentsOf(
      Float64Array.from(rows, (row) => Number(row.yield ?? row.strength)),
      'cask' in exact ? [batches, casks] : [batches],
    );
    expect(found.groupings[0]!.variance / exact.batch).toBeCloseTo(1, 6);
    if ('cask' in exact) expect(found.groupings[1]!.variance / exact.cask).toBeCloseTo(1, 6);
    expect(found.residual / exact.residual).toBeCloseTo(1, 6);
  });
});
