import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Releases that only some tests need, by folder and by the file that exists once they are complete. */
export const madeByTests = {
  england: { folder: 'england', done: 'england.done' },
  publishedYear: { folder: 'published-year', done: 'published-year.done' },
  restatedQuarter: { folder: 'restated-quarter', done: 'restated-quarter.json' },
} as const;

/** Lets the first test that asks make a folder; the others wait for the file that is written last. */
export async function onceMade(
  folder: string,
  done: string,
  make: () => Promise<void>,
): Promise<void> {
  if (isFirst(folder)) await make();
  while (!existsSync(done)) await pause(200);
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

/** The path of one of them, within the folder of the run. */
export const placeOf = (name: keyof typeof madeByTests, scratch: string) => ({
  folder: join(scratch, madeByTests[name].folder),
  done: join(scratch, madeByTests[name].done),
});
