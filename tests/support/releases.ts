import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { writeIllustration, writeReferences } from '../../scripts/illustrate.ts';
import { ingest } from '../../scripts/ingest/ingest.ts';
import { published } from './published.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder with a small illustrative release, of 300 practices and 12 months. */
    illustrative: string;
    /** A folder with a release of the last illustrative month, of the one service of its file alone. */
    oneService: string;
    /** A folder with the same England and its reference files. */
    referenced: string;
    /** A folder with the release of April to September 2018, or null where the extracts are not at hand. */
    published2018: string | null;
    /** A folder with the same months and all reference files, added after them; null likewise. */
    referenced2018: string | null;
  }
}

/** Makes the releases that tests read, once for all of them. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'uptake-tests-'));
  const illustrative = join(folder, 'illustrative');
  const options = { seed: 2015, practices: 300 };
  const files = await writeIllustration(join(folder, 'extracts'), options);
  await made(illustrative, files);
  const oneService = join(folder, 'one-service');
  const ofService = files.findLast((file) => /APPOINTMENTS/.test(file))!;
  await made(oneService, [lastMonthOf(ofService, join(folder, basename(ofService)))]);
  const referenced = join(folder, 'referenced');
  await made(referenced, [
    ...files,
    ...(await writeReferences(join(folder, 'references'), options)),
  ]);
  const real = published && join(folder, 'published');
  if (real) {
    await made(real, [join(published!, 'pomi/pomi_1819-apr2018_to_sep2018.zip')]);
  }
  const referencedReal = real && join(folder, 'published-referenced');
  if (referencedReal) {
    cpSync(real!, referencedReal, { recursive: true });
    const references = join(published!, 'reference');
    await made(
      referencedReal,
      readdirSync(references).map((name) => join(references, name)),
    );
  }
  project.provide('illustrative', illustrative);
  project.provide('oneService', oneService);
  project.provide('referenced', referenced);
  project.provide('published2018', real);
  project.provide('referenced2018', referencedReal);
  return () => rmSync(folder, { recursive: true, force: true });
}

async function made(dataFolder: string, files: string[]): Promise<void> {
  const { problems } = await ingest({
    files,
    dataFolder,
    madeAt: new Date('2020-01-02T03:04:05Z'),
  });
  if (problems.length) throw new Error(problems.map(({ message }) => message).join('\n'));
}

/** The header and the rows of the last month of a wide extract, in a file of their own. */
function lastMonthOf(extract: string, path: string): string {
  const [header, ...rows] = readFileSync(extract, 'utf8').trimEnd().split('\r\n');
  const monthOf = (row: string) => row.split(',')[1]!.split('/').reverse().join('-');
  const last = rows.map(monthOf).sort().at(-1);
  const ofLast = rows.filter((row) => monthOf(row) === last);
  writeFileSync(path, `${[header, ...ofLast].join('\r\n')}\r\n`);
  return path;
}
