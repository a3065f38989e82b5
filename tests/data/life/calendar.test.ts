import { describe, expect, it } from 'vitest';
import { isOpen, nextItem } from '../../../data/life/calendar.ts';
import type { Deed, LedgerEvent } from '../../../data/life/events.ts';
import { lifeOf } from '../../../data/life/life.ts';
import { at, ms, published } from './events.ts';

const iso = (time: string) => `${time.replace(' ', 'T')}:00.000Z`;
const announced = (month: string, due: string, provisional = false): Deed => ({
  event: 'announced',
  month,
  due: iso(due),
  provisional,
});
const moved = (month: string, due: string, reason: string): Deed => ({
  event: 'moved',
  month,
  due: iso(due),
  reason,
});

const calendarOf = (events: LedgerEvent[], time = '2020-01-01 00:00') =>
  lifeOf(events, ms(time), new Map()).calendar;

const april = at('2019-05-01 09:00', announced('2019-04', '2019-05-30 08:30', true));

describe('the calendar', () => {
  it('keeps an announcement through confirmation and every move, with former days and reasons', () => {
    const events = [
      april,
      at('2019-05-02 09:00', { event: 'confirmed', month: '2019-04' }),
      at('2019-05-20 09:00', moved('2019-04', '2019-06-06 08:30', 'files came late')),
      at('2019-05-21 09:00', moved('2019-04', '2019-06-07 08:30', 'later still')),
    ];
    expect(calendarOf(events)).toEqual([
      {
        id: '2019-04',
        month: '2019-04',
        due: ms('2019-06-07 08:30'),
        provisional: false,
        announcedAt: ms('2019-05-01 09:00'),
        changedAt: ms('2019-05-21 09:00'),
        sequence: 3,
        former: [
          { due: ms('2019-05-30 08:30'), at: ms('2019-05-20 09:00'), reason: 'files came late' },
          { due: ms('2019-06-06 08:30'), at: ms('2019-05-21 09:00'), reason: 'later still' },
        ],
        cancelled: null,
        release: null,
      },
    ]);
  });

  it('gives a month that is announced again an id of its own', () => {
    const cancelled = at('2019-05-20 09:00', {
      event: 'cancelled',
      month: '2019-04',
      reason: 'no files',
    });
    const again = at('2019-05-25 09:00', announced('2019-04', '2019-06-20 08:30'));
    const calendar = calendarOf([april, cancelled, again]);
    expect(calendar.map(({ id }) => id)).toEqual(['2019-04', '2019-04-2']);
    expect(calendar.map(isOpen)).toEqual([false, true]);
    expect(calendar[0]!.cancelled).toEqual({ at: ms('2019-05-20 09:00'), reason: 'no files' });
  });

  it('gives the release that was published, whenever that was', () => {
    const out = at('2019-05-29 12:00', published('2019-04.2'));
    const other = at('2019-05-29 11:00', published('2019-03.2'));
    const [item] = calendarOf([april, other, out]);
    expect(item).toMatchObject({ release: '2019-04.2', changedAt: ms('2019-05-29 12:00') });
    expect(isOpen(item!)).toBe(false);
  });

  it('gives the next release', () => {
    const may = at('2019-05-01 09:00', announced('2019-05', '2019-06-27 08:30', true));
    expect(nextItem(calendarOf([may, april]))?.month).toBe('2019-04');
    const out = at('2019-05-30 08:30', published('2019-04.1'));
    expect(nextItem(calendarOf([may, april, out]))?.month).toBe('2019-05');
    expect(nextItem([])).toBeNull();
  });

  it('changes at each announced time', () => {
    const life = lifeOf([april], ms('2019-05-30 08:29:59'), new Map());
    expect(life.turnsAt).toBe(ms('2019-05-30 08:30'));
    expect(lifeOf([april], ms('2019-05-30 08:30'), new Map()).turnsAt).toBeNull();
  });
});
