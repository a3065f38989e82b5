import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Deed, LedgerEvent } from '../../../../data/life/events.ts';
import { lifeOf } from '../../../../data/life/life.ts';
import type { Place } from '../../../../server/store/releases/place.ts';
import { Turns } from '../../../../server/store/releases/turns.ts';

const id = '2018-05.1';
const due = Date.parse('2019-05-30T08:30:00Z');
const minutes = 60_000;
const of = { release: id, sha256: null };
const deeds: Deed[] = [
  { event: 'built', ...of },
  { event: 'built', ...of, release: '2018-06.1' },
  { event: 'announced', month: '2018-05', due: new Date(due).toISOString(), provisional: false },
  { event: 'scheduled', ...of, due: new Date(due).toISOString() },
];
const events = deeds.map(
  (deed): LedgerEvent => ({ at: '2019-05-01T09:00:00.000Z', by: 'Ann', ...deed }),
);
const life = () => lifeOf(events, Date.now(), new Map([[id, null]]));

const writeDown = vi.fn(async () => {});
const turns = () => new Turns({ writeDown } as unknown as Place, Date.now);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it.each([
  [-10 * minutes, false],
  [-10 * minutes + 1, true],
  [-1, true],
  [0, false],
])(
  'a release is near from ten minutes before its time until then: at %i ms it is %s',
  (at, near) => {
    vi.setSystemTime(due + at);
    expect([id, '2018-06.1', '2018-07.1'].map((one) => turns().isNear(one, life()))).toEqual([
      near,
      false,
      false,
    ]);
  },
);

it('a release is made ready once when it is near, looked for at its time, and recorded then', async () => {
  vi.setSystemTime(due - 10 * minutes - 500);
  const looked: number[] = [];
  const ready: [string, number][] = [];
  const following = turns();
  following.follow(
    life,
    () => {
      looked.push(Date.now() - due);
      following.saw(life());
    },
    async (release) => void ready.push([release, Date.now() - due]),
  );
  await vi.advanceTimersByTimeAsync(10 * minutes + 400);
  expect(ready).toEqual([[id, -10 * minutes + 500]]);
  expect([following.last(), writeDown.mock.calls]).toEqual([null, []]);
  await vi.advanceTimersByTimeAsync(200);
  expect(looked).toContain(0);
  expect(following.last()).toEqual({ release: id, late: 0 });
  expect(writeDown).toHaveBeenCalled();
  following.stop();
  const { length } = looked;
  await vi.advanceTimersByTimeAsync(5000);
  expect(looked).toHaveLength(length);
});
