import { expect, it } from 'vitest';
import { measureOf } from '../../../data/definitions/measures.ts';
import { placesOf, signedChange } from '../../../data/words/signed.ts';

it.each([
  [0, 2],
  [31.4, 2],
  [1, 2],
  [0.12, 2],
  [0.1, 2],
  [0.099, 3],
  [0.004, 4],
  [0.000_000_1, 6],
])('a change of %d is written with %i decimal places', (size, places) => {
  expect(placesOf(size)).toBe(places);
});

it.each([
  [0.25, '+0.25'],
  [-0.12, '−0.12'],
  [-0.004_44, '−0.0044'],
  [12.345, '+12.35'],
  [0, '0.00'],
  [0.000_000_1, '0.000000'],
])('a change of %d percentage points is %s', (value, text) => {
  expect(signedChange(value, measureOf('records_enabled'))).toBe(text);
});

it.each([
  [134.2, '+134'],
  [-8.14, '−8.1'],
  [0, '0'],
])('a change of a rate by %d is %s', (value, text) => {
  expect(signedChange(value, measureOf('records_use'))).toBe(text);
});
