/** How work on an answer proceeds: piece by piece, each when its turn comes, until nobody is waiting for it. */
export interface Pace {
  turn<T>(work: () => T | Promise<T>): Promise<T>;
  /** Aborted when nobody is waiting for the answer any more. The rest of it then fails with the reason. */
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
 * Lets everything else that is pending run, in the middle of a long turn. Of all work that gives way, only one
 * continues at a time, because together they would block the thread for as long as all their pieces.
 */
export const giveWay = (): Promise<void> =>
  new Promise((goOn) => {
    if (waiting.push(goOn) === 1) setImmediate(letOneGoOn);
  });

function letOneGoOn(): void {
  waiting.shift()!();
  if (waiting.length) setImmediate(letOneGoOn);
}

/** How long a loop may block the thread, in ms. A few loops together must leave it free every 20 ms. */
const longest = 4;

/** Runs work in steps, and gives way between them when it has blocked the thread for long. Returns its result. */
export async function inSteps<T>(steps: Generator<undefined, T>): Promise<T> {
  const pause = pauses();
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
    await pause();
  }
}

/**
 * Makes a function to await after each step of a loop with many short steps. It gives way when the loop has blocked the
 * thread for long.
 */
export function pauses(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < longest) return;
    await giveWay();
    since = performance.now();
  };
}
