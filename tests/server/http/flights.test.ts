import { describe, expect, it } from 'vitest';
import { Flights } from '../../../server/http/flights.ts';

/** Work that ends when the test says so, and counts how often it was begun and whether it was aborted. */
function slowWork() {
  let begun = 0;
  let finish = (_result: string) => {};
  const signals: AbortSignal[] = [];
  const work = (left: AbortSignal) => {
    begun++;
    signals.push(left);
    return new Promise<string>((resolve, reject) => {
      finish = resolve;
      left.addEventListener('abort', () => reject(left.reason), { once: true });
    });
  };
  return { work, begun: () => begun, finish: (result: string) => finish(result), signals };
}

const staying = () => new AbortController().signal;

describe('flights', () => {
  it('do the work for a key once for all who wait for it', async () => {
    const flights = new Flights<string>();
    const { work, begun, finish } = slowWork();
    const waiting = [1, 2, 3].map(() => flights.join('a', staying(), work));
    finish('done');
    expect(await Promise.all(waiting)).toEqual(['done', 'done', 'done']);
    expect(begun()).toBe(1);
  });

  it('do it again for another key, and after it has ended', async () => {
    const flights = new Flights<string>();
    const one = slowWork();
    const other = slowWork();
    const waiting = [
      flights.join('a', staying(), one.work),
      flights.join('b', staying(), other.work),
    ];
    one.finish('a');
    other.finish('b');
    expect(await Promise.all(waiting)).toEqual(['a', 'b']);
    const again = flights.join('a', staying(), one.work);
    one.finish('again');
    expect(await again).toBe('again');
    expect(one.begun()).toBe(2);
  });

  it('continue for the others when the first leaves', async () => {
    const flights = new Flights<string>();
    const { work, finish, signals } = slowWork();
    const first = new AbortController();
    const waiting = [flights.join('a', first.signal, work), flights.join('a', staying(), work)];
    first.abort(new Error('left'));
    expect(signals[0]!.aborted).toBe(false);
    finish('done');
    expect(await Promise.all(waiting)).toEqual(['done', 'done']);
  });

  it('are cancelled when all have left, and started again for later callers', async () => {
    const flights = new Flights<string>();
    const { work, begun, finish, signals } = slowWork();
    const leaving = [new AbortController(), new AbortController()];
    const waiting = leaving.map(({ signal }) => flights.join('a', signal, work));
    for (const one of leaving) one.abort(new Error('left'));
    const late = flights.join('a', staying(), work);
    finish('anew');
    await expect(Promise.all(waiting)).rejects.toThrow('left');
    expect(await late).toBe('anew');
    expect([begun(), signals.map(({ aborted }) => aborted)]).toEqual([2, [true, false]]);
  });

  it('fail for all, and are tried again afterwards', async () => {
    const flights = new Flights<string>();
    const failing = () => Promise.reject(new Error('no such table'));
    const waiting = [1, 2].map(() => flights.join('a', staying(), failing));
    for (const one of waiting) await expect(one).rejects.toThrow('no such table');
    await expect(flights.join('a', staying(), async () => 'well')).resolves.toBe('well');
  });
});
