import { describe, expect, it } from 'vitest';
import { giveWay, inTurns, pauses, unpaced } from '../../server/pace.ts';

const gathered = async <T>(pieces: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
};

describe('pieces in turns', () => {
  it('are the same, each made in a turn of its own and handed on after it', async () => {
    let inTurn = false;
    const made: boolean[] = [];
    async function* pieces() {
      for (const piece of [1, 2, 3]) {
        made.push(inTurn);
        yield piece;
      }
    }
    const turn = async <T>(work: () => T | Promise<T>) => {
      inTurn = true;
      const done = await work();
      inTurn = false;
      return done;
    };
    const handed: boolean[] = [];
    for await (const piece of inTurns(pieces(), { turn })) handed[piece - 1] = inTurn;
    expect([made, handed]).toEqual([
      [true, true, true],
      [false, false, false],
    ]);
  });

  it('may be available already', async () => {
    expect(await gathered(inTurns(['a', 'b'], unpaced))).toEqual(['a', 'b']);
  });

  it('end with the reason if nobody is waiting for them, and release their source', async () => {
    const left = new AbortController();
    let closed = false;
    async function* endless() {
      try {
        for (;;) yield 0;
      } finally {
        closed = true;
      }
    }
    const reading = (async () => {
      let read = 0;
      for await (const _ of inTurns(endless(), { ...unpaced, left: left.signal })) {
        if (++read === 3) left.abort(new Error('gone'));
      }
    })();
    await expect(reading).rejects.toThrow('gone');
    expect(closed).toBe(true);
  });
});

describe('a loop that blocks the thread for long', () => {
  it('lets other work run when it pauses', async () => {
    const pause = pauses();
    for (let step = 0; step < 3; step++) {
      let seen = false;
      setImmediate(() => {
        seen = true;
      });
      const end = performance.now() + 10;
      while (performance.now() < end);
      await pause();
      expect(seen).toBe(true);
    }
  });

  it('continues alone, however many give way at once', async () => {
    const goneOn: number[] = [];
    const all = [1, 2, 3].map((one) => giveWay().then(() => goneOn.push(one)));
    const seen: number[] = [];
    await new Promise<void>((done) => {
      const look = () => {
        seen.push(goneOn.length);
        if (goneOn.length === 3) done();
        else setImmediate(look);
      };
      setImmediate(look);
    });
    await Promise.all(all);
    expect([goneOn, seen]).toEqual([
      [1, 2, 3],
      [1, 2, 3],
    ]);
  });
});
