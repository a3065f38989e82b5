import type { MessagePort } from 'node:worker_threads';
import { blocksOf } from './blocksOf.ts';
import { FoldedFile } from './foldedFile.ts';
import { FoldingTally } from './foldingTally.ts';
import type { Tally } from './textTally.ts';

/** A text to count, and the port to say over what it holds. A message from there says which file to fold into. */
export interface ToCount {
  path: string;
  port: MessagePort;
}

/** What a text holds, and whether its rows were folded. */
export interface Count {
  tally: Tally;
  isFolded: boolean;
}

/** What is said of a text: the bytes counted so far and at last either the count or why there is none. */
export type Counted = number | Count | Error;

let last = Promise.resolve();

/** Waits for the texts before to be read, so that few are in memory at once. Call what it returns to let the next begin. */
async function turn(): Promise<() => void> {
  const before = last;
  let end = () => {};
  last = new Promise((resolve) => {
    end = resolve;
  });
  await before;
  return end;
}

/**
 * Counts a text and folds its rows (see `FoldingTally`) until the port is closed. While it is not known where to put
 * them, no more than `mostKept` bytes are kept before it waits.
 */
export async function countText({ path, port }: ToCount, mostKept = 1 << 26): Promise<void> {
  const file = new FoldedFile();
  const placed = new Promise<string>((resolve, reject) => {
    port.once('message', resolve);
    port.once('close', () => reject(new Error('nobody waits for the count')));
  }).then((to) => file.place(to));
  placed.catch(() => {});
  let isWaitedFor = true;
  port.once('close', () => {
    isWaitedFor = false;
  });
  const say = (what: Counted) => port.postMessage(what);
  const end = await turn();
  try {
    const tally = new FoldingTally(file);
    for await (const block of blocksOf(path)) {
      if (!isWaitedFor) return;
      tally.add(block);
      say(tally.sum.bytes);
      if (file.keptBytes > mostKept) {
        end();
        await placed;
      }
    }
    tally.end();
    end();
    await placed;
    say({ tally: tally.sum, isFolded: tally.isFolded });
  } catch (error) {
    say(error as Error);
  } finally {
    end();
  }
}
