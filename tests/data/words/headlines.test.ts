import { describe, expect, it } from 'vitest';
import { englandHeadline } from '../../../data/words/englandHeadline.ts';
import { placeFinding, type Stand } from '../../../data/words/headlines.ts';
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
      { level: 'ccg', england: 10, verdict: 'higher', counts: null },
      '2015-03',
    );
  const lead =
    'a larger share of patients set up to see their record online (20.0%) than in England (10.0%)';

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
});

describe('the heading of a place with few patients set up, or more than there are', () => {
  const finding = (numerator: number, stand: Partial<Stand>) =>
    placeFinding(
      'records',
      { offered: 100, enabled: (numerator / 4095) * 100, accessed: null },
      {
        ...{ level: 'practice', england: 7.2, verdict: 'lower', percentile: 12 },
        ...{ counts: { numerator, denominator: 4095 }, ...stand },
      },
      '2015-03',
    );

  it('says people', () => {
    expect(finding(9, {})).toBe(
      '9 of 4,095 patients set up to see their record online, a smaller share than at three quarters of practices',
    );
    expect(finding(10, {})).toMatch(/^a smaller share of patients set up .* \(0\.24%\) than/);
    expect(finding(3, { level: 'ccg', percentile: null })).toBe(
      '3 of 4,095 patients set up to see their record online (England 7.2%)',
    );
  });

  it('says that more are set up than are registered', () => {
    expect(finding(4095, {})).toMatch(/^a smaller share .* \(100%\)/);
    expect(finding(4096, {})).toBe(
      'more patients set up to see their record online than are registered (4,096 of 4,095)',
    );
  });
});

describe('a place among practices', () => {
  it.each([
    [100, 'larger', 'nineteen in twenty practices'],
    [95, 'larger', 'nineteen in twenty practices'],
    [under(95), 'larger', 'nine in ten practices'],
    [90, 'larger', 'nine in ten practices'],
    [under(90), 'larger', 'three quarters of practices'],
    [75, 'larger', 'three quarters of practices'],
    [under(75), 'larger', 'two thirds of practices'],
    [200 / 3, 'larger', 'two thirds of practices'],
    [under(200 / 3), 'larger', 'half of practices'],
    [50, 'larger', 'half of practices'],
    [under(50), 'smaller', 'half of practices'],
    [33, 'smaller', 'two thirds of practices'],
    [25, 'smaller', 'three quarters of practices'],
    [10, 'smaller', 'nine in ten practices'],
    [5, 'smaller', 'nineteen in twenty practices'],
    [0, 'smaller', 'nineteen in twenty practices'],
  ])('at the percentile %d', (percentile, word, those) => {
    expect(rankWords(percentile, 4, 'patients')).toBe(
      `a ${word} share of patients (4.0%) than at ${those}`,
    );
  });

  it.each([
    [49.99, 'higher than 49 of every 100 other practices'],
    [0.99, 'lower than nearly all practices'],
  ])('in a table, at %d', (percentile, words) => {
    expect(percentileWords(percentile)).toBe(words);
  });
});
