import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Releases that only some tests need, by the folder they are in and the file that is there once they are whole. */
export const madeByTests = {
  publishedYear: { folder: 'published-year', done: 'published-year.done' },
  restatedHalf: { folder: 'restated-half', done: 'restated-half.json' },
} as const;

/** Has whichever test asks first make a folder; the others wait until the file is there that its making ends with. */
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

/** Where one of them is, within the folder of the run. */
export const placeOf = (name: keyof typeof madeByTests, scratch: string) => ({
  folder: join(scratch, madeByTests[name].folder),
  done: join(scratch, madeByTests[name].done),
});
