import { describe, expect, it } from 'vitest';
import { isOpen } from '../../../data/life/calendar.ts';
import type { LedgerEvent } from '../../../data/life/events.ts';
import {
  currentAt,
  isPublic,
  type Life,
  lifeOf,
  publicKey,
  type ReleaseState,
  stateOf,
  whyNotApprove,
} from '../../../data/life/life.ts';
import { approved, at, built, ms, published, scheduled, sum } from './events.ts';

const [march, april] = ['2019-03.1', '2019-04.1'] as const;
const before = at('2019-04-25 08:30', published(march), 'Ann');

const lifeAt = (time: string, events: LedgerEvent[], files: Record<string, string | null> = {}) =>
  lifeOf(events, ms(time), new Map(Object.entries(files)));

const state = (life: Life, id: string): ReleaseState =>
  stateOf(life.releases.get(id)!, life.approvals);

describe('a draft that is scheduled', () => {
  const events = [
    before,
    at('2019-05-20 10:00', built(april), 'Ann'),
    at('2019-05-20 10:01', scheduled(april, '2019-05-30 08:30'), 'Ann'),
  ];

  it.each([
    ['2019-05-20 10:00:30', 'draft', march, null],
    ['2019-05-30 08:29:59', 'scheduled', march, '2019-05-30 08:30'],
    ['2019-05-30 08:30:00', 'published', april, null],
    ['2019-06-30 08:30:00', 'published', april, null],
  ] as const)('is at %s %s, and %s is current', (time, is, current, turns) => {
    const known = events.filter((event) => Date.parse(event.at) <= ms(time));
    const life = lifeAt(time, known);
    expect(state(life, april)).toBe(is);
    expect(life.current).toBe(current);
    expect(life.turnsAt).toBe(turns && ms(turns));
    expect(isPublic(life.releases.get(april)!)).toBe(is === 'published');
  });

  it('is invisible to readers before its time', () => {
    const key = (time: string, known: LedgerEvent[]) => publicKey(lifeAt(time, known), ms(time));
    const nothing = key('2019-05-30 08:29:59', [before]);
    expect(key('2019-05-30 08:29:59', events)).toBe(nothing);
    expect(key('2019-05-30 08:30:00', events)).not.toBe(nothing);
  });

  it('is not published early by a clock set to a later year', () => {
    const ahead = at('2031-01-01 00:00', published('2018-12.1'));
    const life = lifeAt('2019-05-30 08:29:59', [...events, ahead]);
    expect(state(life, april)).toBe('scheduled');
    expect(life.current).toBe('2018-12.1');
    const behind = lifeAt('2019-05-30 09:00:00', [events[0]!, ahead, ...events.slice(1)]);
    expect(behind.releases.get(april)!.publishedAt).toBe(ms('2019-05-30 08:30'));
  });

  it('counts as published at its time even if looked at later, in order of due times', () => {
    const again = at('2019-06-01 09:00', { event: 'used', release: march, sha256: null }, 'Bob');
    const life = lifeAt('2019-06-01 09:00:00', [...events, again]);
    expect(life.releases.get(april)!.publishedAt).toBe(ms('2019-05-30 08:30'));
    expect(life.current).toBe(march);
  });

  it('replaces another release that was made current before its time', () => {
    const again = at('2019-05-29 09:00', { event: 'used', release: march, sha256: null }, 'Bob');
    expect(lifeAt('2019-05-30 08:30:00', [...events, again]).current).toBe(april);
  });

  it('is not published while its file differs', () => {
    const life = lifeAt('2019-05-30 09:00:00', events, { [april]: sum('b') });
    expect([state(life, april), life.current]).toEqual(['draft', march]);
    expect(lifeAt('2019-05-30 09:00:00', events, { [april]: null }).current).toBe(march);
    expect(lifeAt('2019-05-30 09:00:00', events, { [april]: sum('a') }).current).toBe(april);
  });

  it('moves with the announcement of its month, and is not published if that is cancelled', () => {
    const due = '2019-06-06T08:30:00.000Z';
    const announced = at('2019-05-01 09:00', {
      event: 'announced',
      month: '2019-04',
      due: '2019-05-30T08:30:00.000Z',
      provisional: false,
    });
    const month = '2019-04';
    const moved = at('2019-05-28 09:00', { event: 'moved', month, due, reason: 'late files' });
    const cancelled = at('2019-05-28 09:00', { event: 'cancelled', month, reason: 'no files' });
    const having = (event: LedgerEvent, time: string) =>
      lifeAt(time, [before, announced, ...events.slice(1), event]);
    expect(having(moved, '2019-06-06 08:29:59').current).toBe(march);
    expect(having(moved, '2019-06-06 08:30:00').current).toBe(april);
    expect(having(cancelled, '2019-12-31 08:30:00').current).toBe(march);
    expect(state(having(cancelled, '2019-12-31 08:30:00'), april)).toBe('draft');
  });
});

describe('sign-off', () => {
  const policy = at('2019-01-01 09:00', { event: 'policy', approvals: 1 }, 'Ann');
  const events = [
    policy,
    before,
    at('2019-05-20 10:00', built(april), 'Ann'),
    at('2019-05-20 10:01', scheduled(april, '2019-05-30 08:30'), 'Ann Lee'),
  ];
  const by = (name: string, sha256?: string, time = '2019-05-21 10:00') =>
    at(time, approved(april, sha256), name);

  it.each<[string, LedgerEvent[], ReleaseState]>([
    ['nobody', [], 'draft'],
    ['who built it', [by('ann')], 'draft'],
    ['who last touched it, however the name is written', [by(' ann   LEE')], 'draft'],
    ['somebody else, of another file', [by('Bob', sum('b'))], 'draft'],
    ['somebody else', [by('Bob')], 'scheduled'],
  ])('by %s', (_, approvals, is) => {
    const life = lifeAt('2019-05-29 09:00:00', [...events, ...approvals]);
    expect(state(life, april)).toBe(is);
    expect(life.turnsAt).toBe(is === 'scheduled' ? ms('2019-05-30 08:30') : null);
    const current = lifeAt('2019-05-30 08:30:00', [...events, ...approvals]).current;
    expect(current).toBe(is === 'scheduled' ? april : march);
  });

  it('counts each person once', () => {
    const two = [at('2019-01-01 09:00', { event: 'policy', approvals: 2 }), ...events.slice(1)];
    const twice = [...two, by('Bob'), by('BOB')];
    expect(state(lifeAt('2019-05-29 09:00:00', twice), april)).toBe('draft');
    expect(state(lifeAt('2019-05-29 09:00:00', [...twice, by('Cy')]), april)).toBe('scheduled');
  });

  it('that comes late publishes at that time, not retroactively', () => {
    const late = [...events, by('Bob', undefined, '2019-05-30 11:00')];
    const life = lifeAt('2019-05-30 12:00:00', late);
    expect(life.releases.get(april)!.publishedAt).toBe(ms('2019-05-30 11:00'));
  });

  it('is required again once the release is built again', () => {
    const anew = at('2019-05-22 10:00', built(april, sum('b')), 'Cy');
    const life = lifeAt('2019-05-29 09:00:00', [...events, by('Bob'), anew]);
    expect([state(life, april), life.releases.get(april)!.approvals]).toEqual(['draft', []]);
  });

  it('does not undo what was published before it was asked for', () => {
    const later = [before, ...events.slice(2), { ...policy, at: '2019-06-01T09:00:00.000Z' }];
    expect(lifeAt('2019-06-02 09:00:00', later).current).toBe(april);
  });

  it('says why somebody cannot', () => {
    const one = lifeAt('2019-05-29 09:00:00', [...events, by('Bob')]).releases.get(april)!;
    expect(whyNotApprove(one, 'ANN')).toBe('ANN built 2019-04.1: somebody else must approve it');
    expect(whyNotApprove(one, 'Ann Lee')).toBe(
      'Ann Lee was the last to change something of 2019-04.1: somebody else must approve it',
    );
    expect(whyNotApprove(one, 'bob')).toBe('bob has approved 2019-04.1 already');
    expect(whyNotApprove(one, 'Cy')).toBeNull();
  });
});

describe('two drafts of one month', () => {
  const second = '2019-04.2';
  const due = '2019-05-30 08:30';
  const announced = (time: string, day: string): LedgerEvent =>
    at(time, { event: 'announced', month: '2019-04', due: day, provisional: false });
  const events = [
    at('2019-01-01 09:00', { event: 'policy', approvals: 1 }),
    before,
    announced('2019-05-01 09:00', '2019-05-30T08:30:00.000Z'),
    ...[april, second].flatMap((id) => [
      at('2019-05-20 10:00', built(id), 'Ann'),
      at('2019-05-20 10:01', scheduled(id, due), 'Ann'),
    ]),
    at('2019-05-21 10:00', approved(april), 'Bob'),
  ];
  /** What caches count down to: announced days, and what follows from the time alone. */
  const counted = ({ calendar, turnsAt }: Life) => [
    ...calendar.filter(isOpen).map((item) => item.due),
    ...(turnsAt === null ? [] : [turnsAt]),
  ];
  const seen = (time: string, more: LedgerEvent[] = []) => {
    const life = lifeAt(time, [...events, ...more]);
    return [life.current, counted(life).map((one) => new Date(one).toISOString().slice(0, 16))];
  };

  it('share its day, and the unapproved one shortens no cache lifetime after it', () => {
    const day = '2019-05-30T08:30';
    expect(seen('2019-05-30 08:29:59')).toEqual([march, [day, day]]);
    expect(seen('2019-05-30 08:30:00')).toEqual([april, []]);
    const late = at('2019-05-30 11:00', approved(second), 'Bob');
    expect(seen('2019-05-30 11:00:00', [late])).toEqual([second, []]);
    const again = [
      announced('2019-05-30 09:00', '2019-06-06T08:30:00.000Z'),
      at('2019-05-30 09:00', scheduled(second, '2019-06-06 08:30'), 'Ann'),
    ];
    expect(seen('2019-05-30 10:00:00', again)).toEqual([
      april,
      ['2019-06-06T08:30', '2019-06-06T08:30'],
    ]);
    expect(seen('2019-06-06 08:30:00', [...again, late])).toEqual([second, []]);
  });
});

describe('a release that is withdrawn', () => {
  const april1 = at('2019-05-30 08:30', published(april));
  const gone = (release: string, time = '2019-06-01 09:00') =>
    at(time, { event: 'withdrawn', release, sha256: null, reason: 'wrong files' });

  it('can still be read and is never current again', () => {
    const life = lifeAt('2019-06-02 09:00:00', [before, april1, gone(april)]);
    expect([state(life, april), life.current]).toEqual(['withdrawn', march]);
    expect(isPublic(life.releases.get(april)!)).toBe(true);
    const used = at('2019-06-01 10:00', { event: 'used', release: april, sha256: null });
    expect(lifeAt('2019-06-02 09:00:00', [before, april1, gone(april), used]).current).toBe(march);
    expect(
      lifeAt('2019-06-02 09:00:00', [before, april1, gone(april), gone(march)]).current,
    ).toBeNull();
  });

  it('no longer exists once it is removed', () => {
    const removed = at('2019-06-01 10:00', { event: 'removed', release: april, sha256: null });
    const life = lifeAt('2019-06-02 09:00:00', [before, april1, removed]);
    expect([state(life, april), life.current]).toEqual(['removed', march]);
    expect(isPublic(life.releases.get(april)!)).toBe(false);
  });
});

describe('the release that was current at a time', () => {
  const events = [
    before,
    at('2019-05-20 10:00', built(april), 'Ann'),
    at('2019-05-20 10:01', scheduled(april, '2019-05-30 08:30'), 'Ann'),
    at(
      '2019-06-03 12:00',
      { event: 'withdrawn', release: april, sha256: sum('a'), reason: 'Wrong' },
      'Ann',
    ),
    at('2019-06-10 12:00', published('2019-05.1'), 'Ann'),
    at('2019-06-11 12:00', { event: 'used', release: march, sha256: sum('a') }, 'Ann'),
  ];
  const life = lifeAt('2019-07-01 00:00', events);

  it.each([
    ['2019-04-25 08:29:59', null],
    ['2019-04-25 08:30:00', march],
    ['2019-05-30 08:29:59', march],
    ['2019-05-30 08:30:00', april],
    ['2019-06-03 11:59:59', april],
    ['2019-06-03 12:00:00', march],
    ['2019-06-10 12:00:00', '2019-05.1'],
    ['2019-06-11 12:00:00', march],
  ])('was at %s %s, also as seen at that time', (time, release) => {
    expect(currentAt(life, ms(time))).toBe(release);
    const then = events.filter((event) => Date.parse(event.at) <= ms(time));
    expect(lifeAt(time, then).current).toBe(release);
  });
});
