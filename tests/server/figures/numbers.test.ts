import { describe, expect, it } from 'vitest';
import { Numbers } from '../../../server/figures/numbers.ts';

/** What is held after numbers were put in the first places. */
function held(values: readonly (number | null)[]): (number | null)[] {
  const numbers = new Numbers();
  values.forEach((value, at) => {
    numbers.set(at, value);
  });
  numbers.trim(values.length);
  return values.map((_, at) => numbers.get(at));
}

describe('numbers are held exactly', () => {
  it.each<[string, (number | null)[]]>([
    ['whole ones and none', [0, 3, null, -7, 2 ** 31 - 1, -(2 ** 31 - 1)]],
    ['fractions', [1, 0.5, 2]],
    ['a fraction before whole ones', [0.5, 1]],
    ['large ones', [1, 2 ** 31, -(2 ** 40), null, 4]],
    ['more than there was room for', Array.from({ length: 3000 }, (_, i) => i)],
    ['many fractions', Array.from({ length: 3000 }, (_, i) => i / 8)],
  ])('%s', (_, values) => expect(held(values)).toEqual(values));
});

it('the last number in a place counts', () => {
  const numbers = new Numbers();
  numbers.set(5000, 1);
  numbers.set(5000, null);
  numbers.set(4999, 2.5);
  expect([4999, 5000].map((at) => numbers.get(at))).toEqual([2.5, null]);
});
