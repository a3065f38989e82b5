import { describe, expect, it } from 'vitest';
import { curveSpec } from '../../../../web/charts/specs/curve.ts';
import { axisOf, drawn, marksOf, palette } from './drawn.ts';

const long = 'NHS Bristol, North Somerset and South Gloucestershire CCG';
const placesOf = (values: readonly number[], here: number) =>
  values.map((value, i) => ({
    name: i === here ? long : `Place ${i}`,
    value,
    text: `${value}%`,
    lower: null,
    upper: null,
    here: i === here,
    reading: () => `place ${i}`,
  }));
const curveOf = (values: readonly number[], { here = 40, width = 288 } = {}) =>
  curveSpec(
    {
      places: placesOf(values, here),
      benchmark: { name: 'England', value: 50, text: '50%' },
      unit: '%',
      many: '100 CCGs',
    },
    { width, height: 380, palette },
  );
/** The names that are drawn, each joined from its lines. */
const namesOf = (spec: ReturnType<typeof curveOf>) =>
  [...JSON.stringify(spec).matchAll(/"lines":(\[[^\]]*\])/g)].map(([, lines]) =>
    (JSON.parse(lines!) as string[]).join(' '),
  );
const falling = Array.from({ length: 100 }, (_, i) => 100 - i);

describe('a curve of many places', () => {
  it.each([288, 358, 1100])(
    'names its ends and the place looked at in full in %i pixels',
    async (width) => {
      const spec = curveOf(falling, { width });
      expect(namesOf(spec)).toEqual(
        expect.arrayContaining(['100% Place 0', '1% Place 99', `60% ${long}`, 'England 50%']),
      );
      expect((await drawn(spec)).warnings).toEqual([]);
    },
  );

  it('names no end shared by others', () => {
    const names = namesOf(curveOf([100, ...falling.slice(0, -1)], { width: 1100 }));
    expect(names).not.toContain('100% Place 0');
    expect(names).toContain('2% Place 99');
  });

  it('has a dot for each place by rank and value, an interval, and a ring around the one looked at', async () => {
    const values = falling.slice(0, 40);
    const places = placesOf(values, 7).map((one) => ({
      ...one,
      ...{ lower: one.value - 4, upper: one.value + 3 },
    }));
    const spec = curveSpec(
      { places, benchmark: null, unit: '%', many: '40 CCGs' },
      { width: 900, height: 380, palette },
    );
    const chart = await drawn(spec);
    const y = axisOf(chart, 'left');
    const off = (at: readonly number[], wanted: readonly number[]) =>
      Math.max(...at.map((one, i) => Math.abs(one - wanted[i]!)));
    const symbols = marksOf(chart, 'symbol');
    const dots = symbols.filter(({ stroke }) => stroke !== palette.place);
    const byRank = dots.toSorted((a, b) => a.x - b.x);
    expect(byRank.map(({ datum }) => datum.rank)).toEqual(values.map((_, i) => i + 1));
    expect(
      off(
        byRank.map((dot) => dot.y),
        values.map(y),
      ),
    ).toBeLessThan(1);
    const rings = symbols.filter(({ stroke }) => stroke === palette.place);
    expect(rings.map((ring) => [ring.x, ring.y])).toEqual([[byRank[7]!.x, byRank[7]!.y]]);
    const rules = marksOf(chart, 'rule')
      .filter(({ datum }) => datum.lower !== undefined)
      .toSorted((a, b) => a.x - b.x);
    expect(
      off(
        rules.map((rule) => rule.x),
        byRank.map((dot) => dot.x),
      ),
    ).toBeLessThan(0.01);
    const ends = rules.map((rule) => [rule.y, rule.y2].sort((a, b) => b - a));
    expect(
      off(
        ends.map(([low]) => low!),
        values.map((value) => y(value - 4)),
      ),
    ).toBeLessThan(1);
    expect(
      off(
        ends.map(([, high]) => high!),
        values.map((value) => y(value + 3)),
      ),
    ).toBeLessThan(1);
  });
});
