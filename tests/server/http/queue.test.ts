import { setImmediate as later } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Busy } from '../../../server/errors.ts';
import { Queue } from '../../../server/http/queue.ts';

const bounds = { atOnce: 1, open: 4, openOfOne: 3, bytes: 100 };

/** The message of the error for refused requests. */
const refusal = (enter: () => unknown) => {
  try {
    enter();
  } catch (error) {
    if (error instanceof Busy) return { status: error.status, retryAfter: error.retryAfter };
    throw error;
  }
  return null;
};

describe('turns', () => {
  it('are taken one by one, each client in turn, whoever asks for more', async () => {
    const queue = new Queue({ ...bounds, openOfOne: 100, open: 100 });
    const done: string[] = [];
    const greedy = queue.enter('greedy', 0);
    const modest = queue.enter('modest', 0);
    const other = queue.enter('other', 0);
    const turn = (place: typeof greedy, name: string) =>
      place.turn(async () => {
        await later();
        done.push(name);
      });
    await Promise.all([
      ...['g1', 'g2', 'g3', 'g4'].map((name) => turn(greedy, name)),
      ...['m1', 'm2'].map((name) => turn(modest, name)),
      turn(other, 'o1'),
    ]);
    expect(done).toEqual(['g1', 'g2', 'm1', 'o1', 'g3', 'm2', 'g4']);
  });

  it.each([1, 2, 3])('are %i at a time', async (atOnce) => {
    const queue = new Queue({ ...bounds, atOnce });
    let running = 0;
    let most = 0;
    const place = queue.enter('a', 0);
    await Promise.all(
      Array.from({ length: 9 }, () =>
        place.turn(async () => {
          most = Math.max(most, ++running);
          await later();
          running--;
        }),
      ),
    );
    expect(most).toBe(atOnce);
  });

  it('let other pending work run between them', async () => {
    const queue = new Queue(bounds);
    const place = queue.enter('a', 0);
    let turns = 0;
    const all = Promise.all(Array.from({ length: 10 }, () => place.turn(() => void turns++)));
    await later();
    expect(turns).toBeLessThan(10);
    await all;
    expect(turns).toBe(10);
  });

  it('continue after one that failed, and report what failed', async () => {
    const queue = new Queue(bounds);
    const place = queue.enter('a', 0);
    const failing = place.turn(() => {
      throw new Error('no such table');
    });
    await expect(failing).rejects.toThrow('no such table');
    await expect(place.turn(() => 7)).resolves.toBe(7);
    await later();
    await expect(place.turn(() => 8)).resolves.toBe(8);
  });
});

describe('a queue', () => {
  it('has room for a number of answers of one client, and again when one has left', () => {
    const queue = new Queue(bounds);
    const places = [1, 2, 3].map(() => queue.enter('a', 0));
    expect(refusal(() => queue.enter('a', 0))).toEqual({ status: 429, retryAfter: 5 });
    expect(refusal(() => queue.enter('b', 0))).toBeNull();
    places[0]!.leave();
    expect(refusal(() => queue.enter('a', 0))).toBeNull();
  });

  it('has room for a number of answers of all clients, and again when one has left', () => {
    const queue = new Queue(bounds);
    const [first] = ['a', 'b', 'c', 'd'].map((client) => queue.enter(client, 0));
    expect(refusal(() => queue.enter('e', 0))).toEqual({ status: 503, retryAfter: 5 });
    first!.leave();
    // Leaving twice counts once.
    first!.leave();
    expect(refusal(() => queue.enter('e', 0))).toBeNull();
    expect(refusal(() => queue.enter('f', 0))?.status).toBe(503);
  });

  it('has room for a number of bytes, except for a single answer larger than that', () => {
    const queue = new Queue(bounds);
    const huge = queue.enter('a', 1000);
    expect(refusal(() => queue.enter('b', 1))?.status).toBe(503);
    huge.leave();
    queue.enter('b', 60);
    expect(refusal(() => queue.enter('c', 41))?.status).toBe(503);
    expect(refusal(() => queue.enter('c', 40))).toBeNull();
  });
});
