import { describe, expect, it } from 'vitest';
import { curveSpec } from '../../../../web/charts/specs/curve.ts';
import { drawn, palette } from './drawn.ts';

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
});
