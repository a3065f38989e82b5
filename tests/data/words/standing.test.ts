import { describe, expect, it } from 'vitest';
import {
  manyAtOnce,
  percentileWords,
  placesSentence,
  rankWords,
} from '../../../data/words/standing.ts';
import { ordinal, verdictShort } from '../../../data/words/verdict.ts';

describe('among practices', () => {
  it.each([
    [99, 'a larger share of patients (4.0%) than at nineteen in twenty practices'],
    [90, 'a larger share of patients (4.0%) than at nine in ten practices'],
    [75, 'a larger share of patients (4.0%) than at three quarters of practices'],
    [74.9, 'a larger share of patients (4.0%) than at two thirds of practices'],
    [50, 'a larger share of patients (4.0%) than at half of practices'],
    [49.9, 'a smaller share of patients (4.0%) than at half of practices'],
    [25.1, 'a smaller share of patients (4.0%) than at two thirds of practices'],
    [25, 'a smaller share of patients (4.0%) than at three quarters of practices'],
    [0, 'a smaller share of patients (4.0%) than at nineteen in twenty practices'],
  ])('puts percentile %s in words', (percentile, words) => {
    expect(rankWords(percentile, 4, 'patients')).toBe(words);
  });

  it('counts practices of a hundred, rounded down', () => {
    expect(percentileWords(48.7)).toBe('higher than 48 of every 100 other practices');
    expect(percentileWords(99.9)).toBe('higher than 99 of every 100 other practices');
    expect(percentileWords(100)).toBe('higher than all other practices');
    expect(percentileWords(0.4)).toBe('lower than nearly all practices');
  });

  it('gives its rank in each area it is in', () => {
    const among = [
      { name: 'NHS Elm CCG', place: 22, places: 31, equal: 0 },
      { name: 'Oak PCN', place: 4, places: 6, equal: 0 },
    ];
    expect(placesSentence(among)).toBe(
      'Counting from the highest share set up, it is 22nd of 31 in NHS Elm CCG and 4th of 6 in Oak PCN.',
    );
    expect(placesSentence([{ name: 'Oak PCN', place: 6, places: 6, equal: 0 }])).toBe(
      'By share set up it is the lowest of 6 in Oak PCN.',
    );
    expect(placesSentence([{ name: 'Oak PCN', place: 3, places: 6, equal: 3 }])).toBe(
      'By share set up it is joint lowest of 6 in Oak PCN.',
    );
    expect(placesSentence([{ name: 'Oak PCN', place: 1, places: 1, equal: 0 }])).toBe('');
  });

  it('writes ordinals as people do', () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 102, 1111].map(ordinal)).toEqual([
      '1st',
      '2nd',
      '3rd',
      '4th',
      '11th',
      '12th',
      '13th',
      '21st',
      '102nd',
      '1,111th',
    ]);
  });
});

describe('many comparisons at once', () => {
  it('are said to go wrong now and then', () => {
    expect(manyAtOnce(195, 'CCGs')).toBe(
      '195 CCGs are compared at once: even if none were unusual, about 10 would look so at 95%.',
    );
    expect(manyAtOnce(19, 'CCGs')).toBe('');
  });
});

describe('a verdict in a table', () => {
  it('uses one vocabulary, and for areas says what is usual', () => {
    expect(verdictShort('lower', 'ccg')).toBe('lower');
    expect(verdictShort('about the same', 'practice')).toBe('about the same');
    expect(verdictShort('no clear difference', 'practice')).toBe('no clear difference');
    expect(verdictShort('no clear difference', 'ccg')).toBe('within the usual range of CCGs');
  });
});
