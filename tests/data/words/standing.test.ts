import { describe, expect, it } from 'vitest';
import {
  besideSentence,
  besideWord,
  besideWords,
  percentileWords,
  rankWords,
} from '../../../data/words/standing.ts';

describe('beside a benchmark', () => {
  it('claims only what the natural variation does', () => {
    expect(besideWord('higher', 9, 4.5)).toBe('more');
    expect(besideWord('higher', 4.6, 4.5)).toBe('slightly more');
    expect(besideWord('lower', 2, 4.5)).toBe('fewer');
    expect(besideWord('lower', 4.4, 4.5)).toBe('slightly fewer');
    expect(besideWord('similar', 9, 4.5)).toBe('about as many');
    expect(besideWord('not_compared', 9, 4.5)).toBeNull();
  });

  it('says what it is held against, and both values', () => {
    expect(besideWords('similar', 4.4, 4.5, 'in England')).toBe('about as many as in England');
    expect(besideSentence('records', 'higher', 5.1, 4.5, 'in England')).toBe(
      '5.1% of patients are set up to see their record online, more than in England (4.5%).',
    );
    expect(besideSentence('records', 'not_compared', 101, 4.5, 'in England')).toBe(
      '101.0% of patients are set up to see their record online, not compared with those in England (4.5%).',
    );
  });
});

describe('among practices', () => {
  it.each([
    [99, 'more patients than in nineteen in twenty practices'],
    [90, 'more patients than in nine in ten practices'],
    [75, 'more patients than in three quarters of practices'],
    [74.9, 'more patients than in two thirds of practices'],
    [50, 'more patients than in half of practices'],
    [49.9, 'fewer patients than in half of practices'],
    [25.1, 'fewer patients than in two thirds of practices'],
    [25, 'fewer patients than in three quarters of practices'],
    [0, 'fewer patients than in nineteen in twenty practices'],
  ])('puts percentile %s in words', (percentile, words) => {
    expect(rankWords(percentile, 'patients')).toBe(words);
  });

  it('counts practices of a hundred, rounded down', () => {
    expect(percentileWords(48.7)).toBe('more than in 48 of every 100 practices');
    expect(percentileWords(0.4)).toBe('hardly any practice has fewer');
  });
});
