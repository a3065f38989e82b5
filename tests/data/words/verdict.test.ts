import { describe, expect, it } from 'vitest';
import { ordinal, placeAmong, verdictShort, whyNoSide } from '../../../data/words/verdict.ts';

describe('why there is no verdict', () => {
  it.each([
    ['not compared', 'ccg', false, 'too few CCGs to tell unusual from usual'],
    ['not compared', 'practice', true, 'too few practices to tell unusual from usual'],
    [
      'no clear difference',
      'region',
      true,
      'the difference is no larger than is usual between regions',
    ],
    ['no clear difference', 'practice', true, 'it is in the middle half of similar practices'],
    ['no clear difference', 'practice', false, 'too few patients to tell'],
    ['higher', 'practice', true, null],
    ['lower', 'ccg', false, null],
    ['about the same', 'practice', false, null],
  ] as const)('%s, of a %s (peers too different: %s): %s', (verdict, level, unlike, why) => {
    expect(whyNoSide(verdict, level, unlike)).toBe(why);
  });
});

describe('a verdict in a table', () => {
  it.each([
    ['higher', 'ccg', 'higher'],
    ['not compared', 'practice', 'not compared'],
    ['no clear difference', 'practice', 'no clear difference'],
    ['no clear difference', 'ccg', 'within the usual range of CCGs'],
  ] as const)('%s, of a %s: %s', (verdict, level, text) => {
    expect(verdictShort(verdict, level)).toBe(text);
  });
});

describe('a rank', () => {
  it.each([
    [1, '1st'],
    [2, '2nd'],
    [3, '3rd'],
    [4, '4th'],
    [11, '11th'],
    [22, '22nd'],
    [113, '113th'],
    [6503, '6,503rd'],
  ])('%i is the %s', (place, text) => {
    expect(ordinal(place)).toBe(text);
  });

  it.each([
    [1, 1031, 0, 'the highest of 1,031'],
    [1031, 1031, 0, 'the lowest of 1,031'],
    [22, 31, 0, '22nd of 31'],
    [1022, 1031, 0, '1,022nd of 1,031'],
    [1, 31, 2, 'joint highest of 31'],
    [29, 31, 2, 'joint lowest of 31'],
    [28, 31, 2, 'joint 28th of 31'],
    [1, 31, 30, 'level with all 30 others'],
    [1, 2, 1, 'level with the other one'],
    [1, 1, 0, 'the highest of 1'],
  ])('%i of %i, with %i equal, is %s', (place, places, equal, text) => {
    expect(placeAmong({ place, places, equal })).toBe(text);
  });

  it.each([
    [22, 31, 0, '22nd of 31 CCGs'],
    [1, 31, 30, 'level with all 30 other CCGs'],
    [1, 2, 1, 'level with the other CCG'],
  ])('%i of %i CCGs, with %i equal, is %s', (place, places, equal, text) => {
    expect(placeAmong({ place, places, equal }, 'ccg')).toBe(text);
  });
});
