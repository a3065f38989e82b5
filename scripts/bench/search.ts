import { join } from 'node:path';
import { readableName } from '../../data/definitions/names.ts';
import { PlaceSearch } from '../../server/figures/search/placeSearch.ts';
import { Releases } from '../../server/store/releases.ts';
import { defaultSeed, writeReferences } from '../illustrate.ts';
import { ingest } from '../ingest/ingest.ts';
import type { Generated } from './generated.ts';
import { inMs, median, once, type Ratio } from './measuring.ts';

/**
 * The longest times allowed, in milliseconds: a question to a search that is ready, and one that has to be built first.
 */
const longest = { question: 5, making: 150 };

const makings = 7;
const questions = 2000;

/** How long it takes to build the search for all practices of a release with its reference files, and to answer. */
export async function benchSearch(generated: Generated): Promise<Ratio[]> {
  const dataFolder = join(generated.folder, 'search');
  const references = join(generated.folder, 'references');
  await ingest({
    files: [
      ...(await generated.extractsOf(2)),
      ...(await writeReferences(references, { seed: defaultSeed })),
    ],
    dataFolder,
  });
  const releases = new Releases(dataFolder);
  try {
    const release = await releases.get();
    let search = await PlaceSearch.of(release);
    const made: number[] = [];
    for (let turn = 0; turn < makings; turn++) {
      made.push(await once(async () => (search = await PlaceSearch.of(release))));
    }
    const practices = [...release.catalogue.areas.values()].filter(
      ({ level }) => level === 'practice',
    );
    const taken: number[] = [];
    for (let i = 0; i < questions; i++) {
      const text = ways[i % ways.length]!(practices[(i * 37) % practices.length]!.area_name);
      taken.push(await once(async () => search.find(text)));
    }
    return [
      {
        name: `search made for ${practices.length} practices: milliseconds`,
        value: median(made),
        detail: `median of ${makings}`,
        atMost: longest.making,
      },
      {
        name: 'a question to search: milliseconds',
        value: median(taken),
        detail: `median of ${questions} names, as published, mistyped or cut; the slowest of a hundred ${inMs(slow(taken))}`,
        atMost: longest.question,
      },
    ];
  } finally {
    await releases.close();
  }
}

/** Ways of asking for a name: as written, with a letter missing, its first word, and two words of all names. */
const ways: ((name: string) => string)[] = [
  readableName,
  (name) => name.slice(0, 2) + name.slice(3),
  (name) => name.split(' ')[0]!,
  (name) => `the medical centre ${name}`,
];

/** The 99th percentile. */
const slow = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)]!;
