import { describe, expect, it } from 'vitest';
import { measureOf } from '../../../data/definitions/measures.ts';
import {
  differencesHeadline,
  shareOfDifferences,
  varianceSentence,
} from '../../../data/words/variance.ts';

describe('where differences are', () => {
  it('says where most of them are', () => {
    expect(differencesHeadline({ practice: 82.2, ccg: 11.6 })).toBe(
      '82% of the difference is between practices of the same CCG',
    );
    expect(differencesHeadline({ practice: 30, ccg: 60.4 })).toBe(
      '60% of the difference is between CCGs',
    );
    expect(differencesHeadline({ practice: 45, ccg: 45 })).toBe(
      '45% of the difference is between practices of the same CCG',
    );
  });

  it('is none only if there is none', () => {
    expect([0, 0.2, 0.5, 1.75, 9.96, 10, 82.24].map(shareOfDifferences)).toEqual([
      'none',
      'under 1%',
      '0.50%',
      '1.8%',
      '10.0%',
      '10%',
      '82%',
    ]);
  });

  it('has a sentence with both shares', () => {
    const measure = measureOf('records_enabled');
    expect(varianceSentence({ practice: 82.24, ccg: 11.6 }, measure, '2018-09')).toBe(
      'In September 2018, 82% of the differences between practices in the share of patients who were set up to see their record online were between practices of the same CCG, and 12% were between CCGs.',
    );
  });
});
