import { expect, it } from 'vitest';
import { dividedSentence } from '../../../data/words/divided.ts';

const stps = [
  { code: 'QT6', name: 'Cornwall', practices: 1 },
  { code: 'QJK', name: 'Devon', practices: 2 },
];
const counted =
  'Its practices are in 2 STPs: 2 in Devon and 1 in Cornwall. Figures of the PCN count all of them, those of each STP only its own.';

it('a network of several STPs is said to be, most first, and in which it is listed', () => {
  expect(dividedSentence(stps, 'QJK')).toBe(`${counted} In lists it is in Devon.`);
  expect(dividedSentence(stps, null)).toBe(counted);
});
