import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inject } from 'vitest';
import { ingest } from '../../scripts/ingest/ingest.ts';
import { published } from './published.ts';

const halves = ['pomi/pomi_1819-apr2018_to_sep2018.zip', 'pomi/pomi_1819-oct2018_to_mar2019.zip'];

/**
 * A folder with the release of April 2018 to March 2019 and all reference files, made by whichever test asks first;
 * the others wait for it. Throws where the published extracts are not at hand.
 */
export async function publishedYear(): Promise<string> {
  const folder = join(inject('scratch'), 'published-year');
  const done = join(inject('scratch'), 'published-year.done');
  if (makesIt(folder)) {
    const references = join(published!, 'reference');
    const files = [
      ...halves.map((name) => join(published!, name)),
      ...readdirSync(references).map((name) => join(references, name)),
    ];
    const { problems } = await ingest({ files, dataFolder: folder });
    writeFileSync(done, problems.map(({ message }) => message).join('\n'));
    if (problems.length) throw new Error(problems.map(({ message }) => message).join('\n'));
  }
  while (!existsSync(done)) await pause(200);
  return folder;
}

/** Whether nobody makes it yet. */
function makesIt(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
