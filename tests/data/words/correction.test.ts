import { describe, expect, it } from 'vitest';
import { type Correction, correctionSentences } from '../../../data/words/correction.ts';

const counts = (numerator: number, denominator: number) => ({ numerator, denominator });
const inEngland = {
  period: '2018-08',
  level: 'england' as const,
  area_name: 'England',
  measure: 'records_enabled',
  before: counts(40, 1000),
  after: counts(45, 1000),
};
const correction: Correction = {
  release: '2018-09.2',
  before: '2018-09.1',
  practices: { restated: 2, new: 1, gone: 3, moved: 1 },
  periods: ['2018-08', '2018-09'],
  measures: ['records_enabled', 'any_enabled'],
  places: [
    { level: 'england', count: 1 },
    { level: 'ccg', count: 2 },
  ],
  figures: 5,
  england: [inEngland],
  furthest: {
    ...inEngland,
    level: 'ccg',
    area_name: 'NHS BOLTON CCG',
    after: counts(90, 1000),
  },
};

describe('a draft notice of a correction', () => {
  it('says what happened, what it affects, and the largest changes', () => {
    expect(correctionSentences(correction)).toEqual([
      'Since release 2018-09.1 the numbers of 2 practices were restated, 1 practice was added, 3 practices were taken out and 1 practice moved to another area.',
      'This affects “Seeing your record: patients set up for it” and “Any online service: patients set up for at least one” for August 2018 and September 2018.',
      '5 figures are revised: of England and 2 CCGs.',
      'England, August 2018, Seeing your record: patients set up for it: from 4.0% to 4.5%.',
      'The largest change: NHS Bolton CCG, August 2018, Seeing your record: patients set up for it, from 4.0% to 9.0%.',
      'Revised figures are marked [r] in release 2018-09.2; release 2018-09.1 still has the former ones.',
    ]);
  });

  it('names up to four measures and months and lists the first four figures of England, and counts more', () => {
    const of = (measures: string[], periods: string[], count: number) => {
      const england = Array.from({ length: count }, (_, i) => ({
        ...inEngland,
        period: `2018-0${i + 1}`,
      }));
      return correctionSentences({
        ...correction,
        ...{ measures, periods, england, furthest: null },
      });
    };
    const four = ['records_enabled', 'any_enabled', 'records_use', 'appointments_enabled'];
    const months = ['2018-05', '2018-06', '2018-07', '2018-08'];
    const [, named, , ...listed] = of(four, months, 4);
    expect(named).toMatch(
      /^This affects “.*” for May 2018, June 2018, July 2018 and August 2018\.$/,
    );
    expect(listed).toHaveLength(5);
    const [, counted, , ...others] = of([...four, 'any_new'], [...months, '2018-09'], 6);
    expect(counted).toBe('This affects 5 measures for 5 months from May 2018 to September 2018.');
    expect(others).toHaveLength(6);
    const listedMonths = others.slice(0, 4).map((line) => line.split(', ')[1]);
    expect(listedMonths).toEqual(['January 2018', 'February 2018', 'March 2018', 'April 2018']);
    expect(others[4]).toBe('2 more figures of England are revised.');
  });

  it('says if no practice changed, and if no figure did', () => {
    const practices = { restated: 0, new: 0, gone: 0, moved: 0 };
    expect(correctionSentences({ ...correction, practices })[0]).toBe(
      'Since release 2018-09.1 some figures are worked out in another way; no practice’s numbers changed.',
    );
    expect(correctionSentences({ ...correction, figures: 0 })).toEqual([
      'Release 2018-09.2 revises no figure of release 2018-09.1.',
    ]);
  });
});
