/** How work on an answer goes on: piece by piece, each when its turn comes, until nobody waits for it. */
export interface Pace {
  turn<T>(work: () => T | Promise<T>): Promise<T>;
  /** Says that nobody waits for the answer any more; what is left of it then fails with the reason. */
  left?: AbortSignal;
}

/** Without waiting for turns. */
export const unpaced: Pace = { turn: async (work) => work() };

/** The same pieces, each made in a turn of its own. */
export async function* inTurns<T>(
  pieces: AsyncIterable<T> | Iterable<T>,
  { turn, left }: Pace,
): AsyncGenerator<T> {
  const iterator =
    Symbol.asyncIterator in pieces ? pieces[Symbol.asyncIterator]() : pieces[Symbol.iterator]();
  try {
    for (;;) {
      const next = await turn(() => {
        left?.throwIfAborted();
        return iterator.next();
      });
      if (next.done) return;
      yield next.value;
    }
  } finally {
    await iterator.return?.();
  }
}

const waiting: (() => void)[] = [];

/**
 * Lets everything else that waits be seen to, in the middle of a turn that takes long. Of all who give way only one
 * goes on at a time: many together would keep the thread for as long as the sum of their pieces.
 */
export const giveWay = (): Promise<void> =>
  new Promise((goOn) => {
    if (waiting.push(goOn) === 1) setImmediate(letOneGoOn);
  });

function letOneGoOn(): void {
  waiting.shift()!();
  if (waiting.length) setImmediate(letOneGoOn);
}

/** How long a loop keeps the thread, in ms: a few of them at once must leave it free every 20. */
const longest = 4;

/** The result of work that is done in steps, between which it gives way where it has kept the thread for long. */
export async function inSteps<T>(steps: Generator<undefined, T>): Promise<T> {
  const pause = pauses();
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
    await pause();
  }
}

/** What a loop of many short steps awaits after each of them: it gives way where it has kept the thread for long. */
export function pauses(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < longest) return;
    await giveWay();
    since = performance.now();
  };
}
