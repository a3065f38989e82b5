import { describe, expect, it } from 'vitest';
import type { LedgerEvent } from '../../../data/life/events.ts';
import { lifeOf } from '../../../data/life/life.ts';
import { listingOf } from '../../../data/life/listing.ts';
import { previewedBy } from '../../../data/life/preview.ts';
import { earlySentence } from '../../../data/words/calendar.ts';
import { approved, at, built, ms, scheduled, sum } from './events.ts';

const id = '2019-04.1';
const month = '2019-04';
const token = sum('f');
const given = at('2019-05-20 08:30', {
  event: 'previewed',
  release: id,
  sha256: sum('a'),
  who: 'Office',
  token,
  until: null,
});
const until = (time: string): LedgerEvent =>
  ({
    ...given,
    ...{ event: 'previewed', until: `2019-05-30T${time}:00.000Z` },
  }) as LedgerEvent;
const announced = at('2019-05-01 09:00', {
  event: 'announced',
  month,
  due: '2019-05-30T08:30:00.000Z',
  provisional: false,
});
const draft = [
  announced,
  at('2019-05-20 08:00', built(id), 'Ann'),
  at('2019-05-20 08:00', scheduled(id, '2019-05-30 08:30'), 'Ann'),
];
const revoked = at('2019-05-30 07:00', {
  event: 'revoked',
  release: id,
  sha256: null,
  who: 'Office',
});
const moved = at('2019-05-29 12:00', {
  event: 'moved',
  month,
  due: '2019-06-06T08:30:00.000Z',
  reason: 'late',
});
const sums = new Map([[id, sum('a')]]);

const seen = (events: LedgerEvent[], time: string, files = sums) =>
  previewedBy(lifeOf(events, ms(time), files).releases.values(), token, ms(time));

describe('a preview', () => {
  it.each<[string, LedgerEvent[], string, boolean]>([
    ['more than a day before', [...draft, given], '2019-05-29 08:29:59', false],
    ['a day before', [...draft, given], '2019-05-29 08:30:00', true],
    ['a second before', [...draft, given], '2019-05-30 08:29:59', true],
    [
      'at its time, though nobody approved',
      [at('2019-05-01 08:00', { event: 'policy', approvals: 1 }), ...draft, given],
      '2019-05-30 08:30:00',
      false,
    ],
    [
      'at its time',
      [...draft, at('2019-05-21 08:00', approved(id), 'Bob'), given],
      '2019-05-30 08:30:00',
      false,
    ],
    ['before its own end', [...draft, until('07:00')], '2019-05-30 06:59:59', true],
    ['at its own end', [...draft, until('07:00')], '2019-05-30 07:00:00', false],
    ['once it is revoked', [...draft, given, revoked], '2019-05-30 07:00:00', false],
    ['once it was moved away', [...draft, given, moved], '2019-05-29 12:00:00', false],
    ['a day before where it was moved to', [...draft, given, moved], '2019-06-05 08:30:00', true],
    [
      'of what was removed',
      [...draft, given, at('2019-05-29 09:00', { event: 'removed', release: id, sha256: null })],
      '2019-05-29 10:00:00',
      false,
    ],
    [
      'given on the day',
      [...draft, { ...given, at: '2019-05-30T06:00:00.000Z' }],
      '2019-05-30 06:00:00',
      true,
    ],
    [
      'without a time',
      [at('2019-05-20 08:00', built(id), 'Ann'), given],
      '2019-05-30 06:00:00',
      false,
    ],
  ])('%s', (_, events, time, isOpen) => {
    const expected = { release: id, who: 'Office' };
    const found = seen(events, time);
    if (isOpen) expect(found).toMatchObject(expected);
    else expect(found).toBeNull();
  });

  it('is refused for a changed file and for another token', () => {
    const time = '2019-05-30 06:00:00';
    expect(seen([...draft, given], time, new Map([[id, sum('b')]]))).toBeNull();
    const { releases } = lifeOf([...draft, given], ms(time), sums);
    expect(previewedBy(releases.values(), sum('e'), ms(time))).toBeNull();
  });
});

describe('who has access before publication', () => {
  const listed = (events: LedgerEvent[], time: string) =>
    listingOf(lifeOf(events, ms(time), sums), ms(time)).map((one) => one.early.map(earlySentence));
  const said = 'Office, from 9:30am on Wednesday 29 May 2019.';

  it.each<[string, LedgerEvent[], string, string[]]>([
    ['before it begins', [...draft, given], '2019-05-21 08:00', [said]],
    ['afterwards', [...draft, given], '2019-06-21 08:00', [said]],
    ['who had it and lost it', [...draft, given, revoked], '2019-06-21 08:00', [said]],
    [
      'not who lost it before it began',
      [...draft, given, { ...revoked, at: '2019-05-29T08:00:00.000Z' }],
      '2019-06-21 08:00',
      [],
    ],
    [
      'not of what was cancelled',
      [...draft, given, at('2019-05-21 08:00', { event: 'cancelled', month, reason: 'no' })],
      '2019-05-22 08:00',
      [],
    ],
    [
      'from the day it was moved to',
      [...draft, given, moved],
      '2019-05-30 08:00',
      ['Office, from 9:30am on Wednesday 5 June 2019.'],
    ],
  ])('is told %s', (_, events, time, sentences) => {
    expect(listed(events, time)).toEqual([sentences]);
  });
});
