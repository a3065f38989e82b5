import { describe, expect, it } from 'vitest';
import type { FilterId } from '../../../data/definitions/filterIds.ts';
import { filterText } from '../../../data/definitions/practiceFilters.ts';
import { onlyText } from '../../../data/words/practiceFilters.ts';

it.each<[FilterId, string, string]>([
  ['size', '0-2999', 'Fewer than 3,000 patients'],
  ['size', '15000+', '15,000 patients or more'],
  ['size', 'not_known', 'Not known'],
  ['fifth', '1', 'Most deprived fifth'],
  ['fifth', '5', 'Least deprived fifth'],
  ['status', 'on', 'Switched on'],
  ['status', 'available', 'Could, but has not'],
  ['status', 'none', 'Cannot'],
  ['status', 'unknown', 'Not known'],
  ['switched', 'yes', 'Known to have changed supplier within a year'],
  ['switched', 'no', 'Not known to have changed supplier within a year'],
  ['reported', 'yes', 'Reported'],
  ['reported', 'no', 'Did not report'],
  ['supplier', 'EMIS', 'EMIS'],
  ['supplier', 'not_known', 'Not known'],
])('the value of %s that is %s is called “%s”', (id, value, text) => {
  expect(filterText(id, value)).toBe(text);
});

describe('which practices are chosen', () => {
  it.each([
    [{ supplier: ['EMIS'] }, 'only practices with EMIS'],
    [{ supplier: ['EMIS', 'TPP'] }, 'only practices with EMIS or TPP'],
    [{ supplier: ['not_known'] }, 'only practices with an unknown supplier'],
    [{ size: ['0-2999'] }, 'only practices with fewer than 3,000 patients'],
    [
      { size: ['3000-5999', '15000+'] },
      'only practices with 3,000 to 5,999 patients or 15,000 patients or more',
    ],
    [{ fifth: ['1'] }, 'only practices in the most deprived fifth'],
    [
      { fifth: ['5', 'not_known'] },
      'only practices in the least deprived fifth or no known fifth of deprivation',
    ],
    [{ status: ['on'] }, 'only practices that have it switched on'],
    [
      { status: ['available', 'none'] },
      'only practices that could switch it on but have not or whose system cannot do it',
    ],
    [
      { switched: ['yes'] },
      'only practices known to have changed supplier in the twelve months to the last one shown',
    ],
    [
      { switched: ['no'] },
      'only practices not known to have changed supplier in the twelve months to the last one shown',
    ],
    [{ reported: ['no'] }, 'only practices that did not report'],
    [
      { supplier: ['TPP'], fifth: ['1'], reported: ['yes'] },
      'only practices with TPP, in the most deprived fifth and that reported',
    ],
  ])('%o is described', (chosen, text) => {
    expect(onlyText(chosen)).toBe(text);
  });

  it('is not described if all are', () => {
    expect(onlyText({})).toBeNull();
  });
});
