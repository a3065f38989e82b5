import { describe, expect, it } from 'vitest';
import { valueDomain } from '../../../../web/charts/specs/palette.ts';
import { valuesOf } from '../../../../web/charts/specs/ranked.ts';

describe('the scale of values', () => {
  it.each<[string, number[], { from0?: boolean }, [number, number]]>([
    ['ends at 1 without values', [], {}, [0, 1]],
    ['ends at 1 if all are 0', [0, 0], {}, [0, 1]],
    ['contains what is below 0', [-3, -1], {}, [-3, 1]],
    ['contains what is on both sides of 0', [-3, 10], {}, [-3, 10.6]],
    ['begins at 0 if some are low', [59, 100], {}, [0, 106]],
    ['begins below the lowest if all are high', [60, 90], {}, [55.5, 94.5]],
    ['begins at 0 if it must', [60, 90], { from0: true }, [0, 95.4]],
    ['ends at 100 at most', [80, 99], {}, [77.15, 100]],
    ['ends above 100 only for what is above', [80, 100.5], {}, [76.925, 103.575]],
    ['has room around a single value', [50], {}, [49.25, 50.75]],
  ])('%s', (_, values, from, domain) => {
    const found = valueDomain(values, from);
    expect(found[0]).toBeCloseTo(domain[0], 9);
    expect(found[1]).toBeCloseTo(domain[1], 9);
  });
});

it('the values of a ranking are those of places with their intervals, and of the benchmark if there is one', () => {
  const place = { name: 'A', text: '', here: false, reading: () => '' };
  const places = [
    { ...place, value: 7, lower: 5, upper: 9 },
    { ...place, value: 3, lower: null, upper: null },
  ];
  expect(valuesOf(places, null)).toEqual([7, 5, 9, 3, 3, 3]);
  expect(valuesOf(places, { name: 'England', value: 4, text: '' })).toEqual([7, 5, 9, 3, 3, 3, 4]);
});
