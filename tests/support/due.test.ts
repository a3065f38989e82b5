import { expect, it } from 'vitest';
import { dueOn, isDue, whole } from './due.ts';

it.each([1, 5, 7, 31])('each of many things is due once in %i days, whatever the first', (days) => {
  const all = Array.from({ length: 100 }, (_, i) => i);
  const shares = Array.from({ length: days }, (_, i) => dueOn(20_786 + i, all, days));
  expect(shares.flat().sort((a, b) => a - b)).toEqual(all);
  const sizes = shares.map(({ length }) => length);
  expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
});

it('one of several long tests is due on a day, or all of them', () => {
  const turns = [0, 1, 2].map((turn) => isDue(3, turn));
  expect(turns.filter(Boolean)).toHaveLength(whole ? 3 : 1);
});
