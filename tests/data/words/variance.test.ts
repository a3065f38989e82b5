import { describe, expect, it } from 'vitest';
import { differencesHeadline, shareOfDifferences } from '../../../data/words/variance.ts';

describe('where differences are', () => {
  it('is said of what holds most of them', () => {
    expect(differencesHeadline({ practice: 82.2, ccg: 11.6 })).toBe(
      '82% of the difference is between practices of the same CCG',
    );
    expect(differencesHeadline({ practice: 30, ccg: 60.4 })).toBe(
      '60% of the difference is between CCGs',
    );
  });

  it('is none only where it is none', () => {
    expect([0, 0.2, 1.75, 9.96, 82.24].map(shareOfDifferences)).toEqual([
      'none',
      'under 1%',
      '1.8%',
      '10.0%',
      '82%',
    ]);
  });
});
