import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { serviceFileNames } from '../data/definitions/extracts.ts';
import { services } from '../data/definitions/measures.ts';
import { movedMonth } from '../data/definitions/months.ts';
import { readSetting } from '../data/definitions/settings.ts';
import { dataFolder } from '../server/store/dataFolder.ts';
import { MARCH_2015, monthAt } from './illustrate/calendar.ts';
import { extractPrinter, header } from './illustrate/extract.ts';
import { illustrate, type Options } from './illustrate/illustration.ts';
import { type IllustrativeFile, illustrateReferences } from './illustrate/references.ts';
import { ingest, type Outcome, type Progress } from './ingest/ingest.ts';
import { formatReport } from './ingest/report/report.ts';

/** The seed of the project's default illustration. */
export const defaultSeed = 2015;

/**
 * Writes an illustrative England into a folder, in files named and laid out like the published ones: one for each
 * service and financial year, the first year's without a year in its name. Returns their paths. The files appear under
 * their names only when all are complete. Throws if an option is out of bounds.
 */
export async function writeIllustration(folder: string, options: Options): Promise<string[]> {
  const illustration = illustrate(options);
  const print = extractPrinter(illustration.practices);
  const months = Array.from({ length: illustration.months }, (_, index) => monthAt(index));
  const years = [...new Set(months.map(({ year }) => year))];
  const files = services.flatMap((service) =>
    years.map((year, y): IllustrativeFile => {
      const ofYear = months.filter((month) => month.year === year);
      const rows = illustration.rows[service];
      return {
        name: `${serviceFileNames[service]}_POMI${y ? `_${year}` : ''}.csv`,
        *texts() {
          yield header;
          for (const month of ofYear) yield print(rows(month.index), month);
        },
      };
    }),
  );
  return writeFiles(folder, files);
}

/**
 * Writes the reference files of the same illustrative England: a practice lookup, a register of practices and
 * deprivation scores, laid out like the published ones. Returns their paths; throws like `writeIllustration`.
 */
export const writeReferences = (folder: string, options: Options): Promise<string[]> =>
  writeFiles(folder, illustrateReferences(options));

/** Writes files from their pieces of text. They appear under their names only when all are complete. */
async function writeFiles(folder: string, files: readonly IllustrativeFile[]): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const made: { path: string; temporary: string }[] = [];
  try {
    for (const { name, texts } of files) {
      const path = join(folder, name);
      const temporary = `${path}.${process.pid}.tmp`;
      made.push({ path, temporary });
      await writeTexts(temporary, texts);
    }
    for (const { path, temporary } of made) await rename(temporary, path);
  } finally {
    for (const { temporary } of made) await rm(temporary, { force: true });
  }
  return made.map(({ path }) => path);
}

async function writeTexts(path: string, texts: () => Iterable<string>): Promise<void> {
  const file = await open(path, 'w');
  try {
    for (const text of texts()) await file.write(text);
  } finally {
    await file.close();
  }
}

function readOptions(args: string[]): Options & { folder: string } {
  const { values } = parseArgs({
    args,
    options: {
      seed: { type: 'string' },
      practices: { type: 'string' },
      months: { type: 'string' },
      folder: { type: 'string' },
    },
  });
  const number = (name: 'seed' | 'practices' | 'months'): number | undefined => {
    const text = values[name];
    if (text === undefined) return undefined;
    if (!/^\d+$/.test(text)) throw new Error(`${name} is not a whole number: ${text || '(empty)'}`);
    return Number(text);
  };
  const data = process.env.UPTAKE_DATA || fileURLToPath(new URL('../data', import.meta.url));
  return {
    seed: number('seed') ?? defaultSeed,
    practices: number('practices'),
    months: number('months'),
    folder: values.folder ?? join(data, 'illustrative'),
  };
}

/**
 * When an illustrative release up to a month counts as made, so that the same England always gives the same release:
 * the 28th two months later, when the real figures of March 2015 were published.
 */
const madeAfter = (lastMonth: string): Date => new Date(`${movedMonth(lastMonth, 2)}-28T08:30:00Z`);

/** An invented England need not agree with the one before it. */
const accept = 'an illustrative England made anew';

/** Makes the illustrative England and its release, like the command with these arguments. */
export async function makeIllustration(
  args: string[],
  onProgress?: (progress: Progress) => void,
): Promise<Outcome> {
  const { folder, ...options } = readOptions(args);
  if (readSetting(process.env, 'UPTAKE_KIND') === 'published') {
    throw new Error('no illustrative figures may be made: UPTAKE_KIND is published');
  }
  const extracts = await writeIllustration(folder, options);
  const files = [...extracts, ...(await writeReferences(folder, options))];
  const madeAt = madeAfter(movedMonth('2014-04', (options.months ?? MARCH_2015 + 1) - 1));
  const asked = { files, dataFolder: dataFolder(), fresh: true, accept, madeAt, onProgress };
  return ingest(asked);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const outcome = await makeIllustration(process.argv.slice(2));
    console.log(formatReport(outcome).join('\n'));
    process.exitCode = outcome.release ? 0 : 1;
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
