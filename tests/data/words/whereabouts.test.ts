import { describe, expect, it } from 'vitest';
import { notHeldSentence, whereaboutsSentence } from '../../../data/words/whereabouts.ts';

const ccg = { level: 'ccg', name: 'NHS BYGONE DALE CCG' } as const;
const held = { first: '2018-05', last: '2018-09' };

describe('a place that is in no extract of some months', () => {
  it.each([
    ['2018-10', '2018-10', 'NHS Bygone Dale CCG is not in the extracts after September 2018.'],
    ['2018-10', '2019-03', 'NHS Bygone Dale CCG is not in the extracts after September 2018.'],
    ['2018-04', '2018-04', 'NHS Bygone Dale CCG is not in the extracts before May 2018.'],
    ['2018-04', '2018-05', null],
    ['2018-09', '2018-12', null],
    ['2018-06', '2018-06', null],
  ])('of %s to %s', (first, last, sentence) => {
    expect(notHeldSentence(ccg, held, { first, last })).toBe(sentence);
  });

  it('writes regions and practices as in sentences', () => {
    const said = (level: 'region' | 'practice', name: string) =>
      notHeldSentence({ level, name }, held, { first: '2018-10', last: '2018-10' });
    expect(said('region', 'NORTH OF ENGLAND')).toMatch(/^The North of England is not/);
    expect(said('practice', 'THE SURGERY')).toMatch(/^The Surgery is not/);
  });
});

describe('where the practices of an area are', () => {
  const said = (practices: number, places: [string, number][]) =>
    whereaboutsSentence({
      ...{ level: 'ccg', period: '2018-10', named: true, practices },
      places: places.map(([name, some]) => ({ name, practices: some })),
    });

  it.each([
    [3, [['NHS A CCG', 3]], 'In October 2018, its 3 practices were in NHS A CCG.'],
    [1, [['NHS A CCG', 1]], 'In October 2018, its one practice was in NHS A CCG.'],
    [
      31,
      [['NHS A CCG', 30]],
      'In October 2018, 30 of its 31 practices were in NHS A CCG; 1 was in no extract.',
    ],
    [
      3,
      [['NHS A CCG', 1]],
      'In October 2018, 1 of its 3 practices was in NHS A CCG; 2 were in no extract.',
    ],
    [2, [], 'In October 2018, its 2 practices were in no extract.'],
    [1, [], 'In October 2018, its one practice was in no extract.'],
    [
      27,
      [
        ['NHS A CCG', 20],
        ['NHS B CCG', 5],
      ],
      'In October 2018, its 27 practices were split: 20 in NHS A CCG, 5 in NHS B CCG and 2 in no extract.',
    ],
    [
      2000,
      [
        ['A', 1000],
        ['B', 900],
        ['C', 50],
        ['D', 40],
        ['E', 10],
      ],
      'In October 2018, its 2,000 practices were split: 1,000 in A, 900 in B, 50 in C and 50 in 2 other CCGs.',
    ],
  ] as [number, [string, number][], string][])('%d in %j', (practices, places, sentence) => {
    expect(said(practices, places)).toBe(sentence);
  });

  it('cannot be said of a month whose extracts name no such areas', () => {
    const asked = { level: 'subregion', period: '2020-12', practices: 371, places: [] } as const;
    expect(whereaboutsSentence({ ...asked, named: false })).toBe(
      'The extracts of December 2020 name no subregions.',
    );
  });
});
