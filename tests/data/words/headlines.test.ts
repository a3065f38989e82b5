import { describe, expect, it } from 'vitest';
import { englandHeadline, placeFinding } from '../../../data/words/headlines.ts';
import { percentileWords, rankWords } from '../../../data/words/standing.ts';

/** Just below a threshold. */
const under = (threshold: number) => threshold - 1e-6;

describe('the heading of all England', () => {
  const heading = (offered: number | null, enabled: number | null, accessed: number | null) =>
    englandHeadline('records', offered, { offered, enabled, accessed }, '2015-03');

  it.each([
    [100, 'Every practice lets'],
    [under(100), 'Almost every practice lets'],
    [95, 'Almost every practice lets'],
    [under(95), 'Most practices let'],
    [75, 'Most practices let'],
    [under(75), 'More than half of practices let'],
    [50, 'More than half of practices let'],
    [under(50), 'Fewer than half of practices let'],
    [25, 'Fewer than half of practices let'],
    [under(25), 'Few practices let'],
    [10, 'Few practices let'],
    [under(10), 'Hardly any practice lets'],
    [0.01, 'Hardly any practice lets'],
    [0, 'No practice lets'],
  ])('of %d%% of practices', (offered, words) => {
    expect(heading(offered, null, null)).toBe(`${words} patients see their record online.`);
  });

  it.each([
    [50, 'Most patients do.'],
    [under(50), 'Fewer than half of patients do.'],
    [25, 'Fewer than half of patients do.'],
    [under(25), 'Some patients do.'],
    [10, 'Some patients do.'],
    [under(10), 'Few patients do.'],
    [0, 'No patient does.'],
  ])('of %d%% of patients', (accessed, words) => {
    expect(heading(100, 60, accessed)).toBe(
      `Every practice lets patients see their record online. ${words}`,
    );
  });

  it('without a figure', () => {
    expect(heading(null, null, null)).toBe('Seeing your record: no figures for March 2015');
  });
});

describe('the heading of a place', () => {
  const finding = (enabled: number, accessed: number | null) =>
    placeFinding(
      'records',
      { offered: 100, enabled, accessed },
      { england: 10, comparison: 'higher' },
      '2015-03',
    );
  const lead = 'more patients set up to see their record online than in England';

  it.each([
    [0, ', none of them using it'],
    [0.01, ', few of them using it'],
    [under(3), ', few of them using it'],
    [3, ', some of them using it'],
    [under(7), ', some of them using it'],
    [7, ', fewer than half of them using it'],
    [under(10), ', fewer than half of them using it'],
    [10, ', most of them using it'],
    [null, ''],
  ])('of 20%% set up and %d%% using it', (accessed, words) => {
    expect(finding(20, accessed)).toBe(`${lead}${words}`);
  });

  it.each([
    [10.49, 'slightly more'],
    [10.5, 'more'],
  ])('of %d%% beside 10%%', (enabled, words) => {
    expect(finding(enabled, null)).toBe(
      `${words} patients set up to see their record online than in England`,
    );
  });
});

describe('a place among practices', () => {
  it.each([
    [100, 'more', 'nineteen in twenty practices'],
    [95, 'more', 'nineteen in twenty practices'],
    [under(95), 'more', 'nine in ten practices'],
    [90, 'more', 'nine in ten practices'],
    [under(90), 'more', 'three quarters of practices'],
    [75, 'more', 'three quarters of practices'],
    [under(75), 'more', 'two thirds of practices'],
    [200 / 3, 'more', 'two thirds of practices'],
    [under(200 / 3), 'more', 'half of practices'],
    [50, 'more', 'half of practices'],
    [under(50), 'fewer', 'half of practices'],
    [33, 'fewer', 'two thirds of practices'],
    [25, 'fewer', 'three quarters of practices'],
    [10, 'fewer', 'nine in ten practices'],
    [5, 'fewer', 'nineteen in twenty practices'],
    [0, 'fewer', 'nineteen in twenty practices'],
  ])('at the percentile %d', (percentile, word, those) => {
    expect(rankWords(percentile, 'patients')).toBe(`${word} patients than in ${those}`);
  });

  it.each([
    [49.99, 'more than in 49 of every 100 practices'],
    [0.99, 'hardly any practice has fewer'],
  ])('in a table, at %d', (percentile, words) => {
    expect(percentileWords(percentile)).toBe(words);
  });
});
