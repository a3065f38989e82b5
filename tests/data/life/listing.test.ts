import { describe, expect, it } from 'vitest';
import { nextItem } from '../../../data/life/calendar.ts';
import type { Deed, LedgerEvent } from '../../../data/life/events.ts';
import { lifeOf } from '../../../data/life/life.ts';
import { listingOf } from '../../../data/life/listing.ts';
import { listedSentence, nextSentence, noticeSentence } from '../../../data/words/calendar.ts';
import { at, built, ms, published, scheduled } from './events.ts';

const announced = (month: string, due: string, provisional = false): Deed => ({
  event: 'announced',
  month,
  due: `${due.replace(' ', 'T')}:00.000Z`,
  provisional,
});
const month = '2019-04';
const id = '2019-04.1';
const due = '2019-05-30T08:30:00.000Z';
const later = '2019-06-06T08:30:00.000Z';

const lifeAt = (events: LedgerEvent[], time: string) => lifeOf(events, ms(time), new Map());
const told = (events: LedgerEvent[], time: string) =>
  listingOf(lifeAt(events, time), ms(time)).map((one) => `${one.state}: ${listedSentence(one)}`);

const april = at('2019-05-01 09:00', announced(month, '2019-05-30 08:30'));
const moved = at('2019-05-20 09:00', { event: 'moved', month, due: later, reason: 'late files' });

describe('the list of releases', () => {
  it.each<[string, LedgerEvent[], string, string]>([
    [
      'provisional',
      [at('2019-05-01 09:00', announced(month, '2019-05-30 08:30', true))],
      '2019-05-02 09:00',
      'provisional: Expected at 9:30am on Thursday 30 May 2019. The date is provisional.',
    ],
    [
      'announced',
      [april],
      '2019-05-30 08:29:59',
      'announced: Comes out at 9:30am on Thursday 30 May 2019.',
    ],
    [
      'late',
      [april],
      '2019-05-30 08:30',
      'late: Was due at 9:30am on Thursday 30 May 2019 and is not out yet.',
    ],
    [
      'moved',
      [april, moved],
      '2019-05-30 08:30',
      'announced: Comes out at 9:30am on Thursday 6 June 2019. Moved on 20 May 2019 from 9:30am on Thursday 30 May 2019: late files.',
    ],
    [
      'cancelled',
      [april, at('2019-05-21 09:00', { event: 'cancelled', month, reason: 'No files came.' })],
      '2019-05-30 08:30',
      'cancelled: Was due at 9:30am on Thursday 30 May 2019. Cancelled on 21 May 2019: No files came.',
    ],
    [
      'published',
      [
        april,
        at('2019-05-21 09:00', built(id)),
        at('2019-05-21 09:00', scheduled(id, '2019-05-30 08:30')),
      ],
      '2019-05-30 08:30',
      'published: Published at 9:30am on Thursday 30 May 2019.',
    ],
    [
      'withdrawn',
      [
        at('2019-05-30 08:30', published(id)),
        at('2019-06-03 09:00', { event: 'withdrawn', release: id, sha256: null, reason: 'wrong' }),
      ],
      '2019-06-03 09:00',
      'withdrawn: Published at 9:30am on Thursday 30 May 2019. Withdrawn on 3 June 2019: wrong.',
    ],
    [
      'removed after it was published as announced',
      [
        april,
        at('2019-05-21 09:00', built(id)),
        at('2019-05-21 09:00', scheduled(id, '2019-05-30 08:30')),
        at('2019-06-03 09:00', { event: 'withdrawn', release: id, sha256: null, reason: 'wrong' }),
        at('2019-06-04 09:00', { event: 'removed', release: id, sha256: null }),
      ],
      '2019-06-05 09:00',
      'withdrawn: Published at 9:30am on Thursday 30 May 2019. Withdrawn on 3 June 2019: wrong. It is no longer kept here.',
    ],
    [
      'removed after it was published without being announced',
      [
        at('2019-05-30 08:30', published(id)),
        at('2019-06-04 09:00', { event: 'removed', release: id, sha256: null }),
      ],
      '2019-06-05 09:00',
      'published: Published at 9:30am on Thursday 30 May 2019. It is no longer kept here.',
    ],
    [
      'announced again, when the draft was removed',
      [
        april,
        at('2019-05-21 09:00', built(id)),
        at('2019-05-22 09:00', { event: 'removed', release: id, sha256: null }),
      ],
      '2019-05-23 09:00',
      'announced: Comes out at 9:30am on Thursday 30 May 2019.',
    ],
    [
      'published, nobody knows when',
      [at('2026-01-01 09:00', { ...published(id), due: new Date(0).toISOString() } as Deed)],
      '2026-01-02 09:00',
      'published: Published.',
    ],
  ])('says what is %s', (_, events, time, sentence) => {
    expect(told(events, time)).toEqual([sentence]);
  });

  it('has announced releases before published ones, latest first, and no drafts', () => {
    const events = [
      at('2019-04-25 08:30', published('2019-03.1')),
      at('2019-04-20 08:30', published('2019-02.1')),
      april,
      at('2019-05-01 09:00', announced('2019-05', '2019-06-27 08:30')),
      at('2019-05-20 09:00', built(id)),
      at('2019-05-20 09:00', scheduled(id, '2019-05-30 08:30')),
    ];
    const listed = (time: string) =>
      listingOf(lifeAt(events, time), ms(time)).map(({ id, release }) => [id, release]);
    expect(listed('2019-05-30 08:29:59')).toEqual([
      ['2019-05', null],
      ['2019-04', null],
      ['2019-03.1', '2019-03.1'],
      ['2019-02.1', '2019-02.1'],
    ]);
    expect(listed('2019-05-30 08:30:00')[1]).toEqual(['2019-04', id]);
  });

  it('gives the next release, and the notices about a release', () => {
    const next = nextItem(lifeAt([april], '2019-05-02 09:00').calendar)!;
    expect(nextSentence(next, ms('2019-05-02 09:00'))).toBe(
      'Next release: figures to April 2019, at 9:30am on Thursday 30 May 2019.',
    );
    expect(nextSentence({ ...next, provisional: true }, ms('2019-05-02 09:00'))).toBe(
      'Next release: figures to April 2019, at 9:30am on Thursday 30 May 2019 (provisional).',
    );
    expect(nextSentence(next, Date.parse(due))).toBe(
      'Next release: figures to April 2019 were due at 9:30am on Thursday 30 May 2019 and are not out yet.',
    );
    const about = { measure: null, area: null, period: null };
    const notice = {
      at: ms('2019-06-03 23:30'),
      kind: 'correction',
      text: 'Lists were wrong',
      ...about,
    } as const;
    expect(noticeSentence(notice)).toBe('Correction, 4 June 2019: Lists were wrong.');
  });
});
