import { describe, expect, it } from 'vitest';
import type { Notice } from '../../../../data/life/life.ts';
import type { Listed } from '../../../../data/life/listing.ts';
import type { NewsEntry } from '../../../../server/api/news/news.ts';
import { newsOfReleases, toldAt } from '../../../../server/api/news/newsOf.ts';
import type { AreaRow } from '../../../../server/store/queries/areas.ts';

const at = (day: number) => Date.parse(`2019-05-0${day}T08:30:00Z`);
const notice = (day: number, area: string | null, measure: string | null): Notice => ({
  ...{ at: at(day), kind: 'note', text: `A note of ${area ?? 'all places'}.` },
  ...{ area, measure, period: null },
});

/** Two releases: the latest has three notices, and the one before was withdrawn. */
const listing = [
  {
    ...{ release: '2019-04.1', month: '2019-04', publishedAt: at(2), withdrawn: null },
    notices: [notice(3, null, null), notice(4, 'Y56', 'any_use'), notice(5, 'A81001', null)],
  },
  {
    ...{ release: '2019-03.1', month: '2019-03', publishedAt: at(1), notices: [] },
    withdrawn: { at: at(2), reason: 'A file was wrong.' },
  },
  { release: null, month: '2019-05', publishedAt: null, withdrawn: null, notices: [] },
] as unknown as Listed[];

const place = (level: AreaRow['level'], area_code: string) =>
  ({ level, area_code, area_name: area_code }) as AreaRow;
const england = place('england', 'E92000001');

describe('news of releases', () => {
  it.each<[string, AreaRow, string[]]>([
    [
      'is all told of England',
      england,
      [
        ...['release/2019-04.1', 'notice/2019-04.1/1', 'notice/2019-04.1/2', 'notice/2019-04.1/3'],
        ...['release/2019-03.1', 'withdrawn/2019-03.1'],
      ],
    ],
    [
      'is told of a place if it is about that place or all',
      place('region', 'Y56'),
      ['notice/2019-04.1/1', 'notice/2019-04.1/2', 'withdrawn/2019-03.1'],
    ],
    [
      'is not told of a place if it is about another',
      place('region', 'Y54'),
      ['notice/2019-04.1/1', 'withdrawn/2019-03.1'],
    ],
  ])('%s', (_, of, ids) => {
    expect(newsOfReleases(england, listing, of).map(({ id }) => id)).toEqual(ids);
  });

  it('is of the last month of its release, of England, and of the measure of its notice', () => {
    const entries = newsOfReleases(england, listing, england);
    expect(entries.map(({ period }) => period)).toEqual([
      ...Array(4).fill('2019-04'),
      ...Array(2).fill('2019-03'),
    ]);
    expect(new Set(entries.map((entry) => entry.place))).toEqual(new Set([england]));
    expect(entries.map(({ measures }) => measures)).toEqual([[], [], ['any_use'], [], [], []]);
  });

  it('was told when it was published', () => {
    const entries = newsOfReleases(england, listing, england);
    expect(entries.map((entry) => toldAt(entry, listing))).toEqual([2, 3, 4, 5, 1, 2].map(at));
  });
});

it.each<[NewsEntry['kind'], string, string, number | null]>([
  ['revised', 'revised/2019-04.1/Y56', '2019-04', at(2)],
  ['target_met', 'target_met/2019-03/Y56', '2019-03', at(1)],
  ['target_met', 'target_met/2019-04/Y56', '2019-04', at(2)],
  ['target_met', 'target_met/2019-05/Y56', '2019-05', null],
])(
  'news of a kind %s, %s, was told with the first release that has it',
  (kind, id, period, told) => {
    const entry = { id, kind, period } as NewsEntry;
    expect(toldAt(entry, listing)).toBe(told);
  },
);
