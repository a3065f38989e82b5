import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { offerNextRelease } from '../../web/newRelease.ts';

const due = Date.parse('2019-05-30T08:30:00Z');
const minute = 60_000;
let look: () => void;
let page: { hidden: boolean };
let asked: number[];
let out: string;

beforeEach(() => {
  vi.useFakeTimers({ now: due - minute });
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  asked = [];
  out = '2019-03.1';
  const element = () => ({ setAttribute() {}, addEventListener() {}, append() {} });
  page = { hidden: false };
  vi.stubGlobal('document', {
    ...{ createElement: element, body: { prepend: vi.fn() } },
    get hidden() {
      return page.hidden;
    },
    addEventListener: (_: string, seen: () => void) => {
      look = seen;
    },
  });
  vi.stubGlobal('fetch', async () => {
    asked.push((Date.now() - due) / minute);
    return Response.json({ meta: { release: out } });
  });
  offerNextRelease({ prefix: '', release: '2019-03.1', due });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const offered = () => vi.mocked(document.body.prepend).mock.calls.length;

it('a page asks once after the time of a release, and later only when it is looked at, once a minute', async () => {
  look();
  await vi.advanceTimersByTimeAsync(minute);
  expect(asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(30 * minute);
  // Half of the 20 seconds over which pages spread their questions, and half a second.
  expect(asked).toEqual([10.5 / 60]);
  look();
  look();
  await vi.advanceTimersByTimeAsync(59_000);
  look();
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(2000);
  look();
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toHaveLength(3);
  expect(offered()).toBe(0);
});

it('a release is offered once, and nothing is asked by a page that nobody sees', async () => {
  page.hidden = true;
  await vi.advanceTimersByTimeAsync(5 * minute);
  expect(asked).toEqual([]);
  page.hidden = false;
  out = '2019-04.1';
  for (let i = 0; i < 3; i++) {
    look();
    await vi.advanceTimersByTimeAsync(2 * minute);
  }
  expect([asked.length, offered()]).toEqual([1, 1]);
});
