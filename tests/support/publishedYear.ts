import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { ingest } from '../../scripts/ingest/ingest.ts';
import { onceMade, placeOf } from './madeByTests.ts';
import { published } from './published.ts';

const halves = ['pomi/pomi_1819-apr2018_to_sep2018.zip', 'pomi/pomi_1819-oct2018_to_mar2019.zip'];

/**
 * A folder with the release of April 2018 to March 2019 and all reference files. The first test that asks makes it; the
 * others wait. Throws if the published extracts are missing.
 */
export async function publishedYear(): Promise<string> {
  const { folder, done } = placeOf('publishedYear', inject('scratch'));
  await onceMade(folder, done, async () => {
    const references = join(published!, 'reference');
    const files = [
      ...halves.map((name) => join(published!, name)),
      ...readdirSync(references).map((name) => join(references, name)),
    ];
    const { problems } = await ingest({ files, dataFolder: folder });
    if (problems.length) throw new Error(problems.map(({ message }) => message).join('\n'));
    writeFileSync(done, '');
  });
  return folder;
}
