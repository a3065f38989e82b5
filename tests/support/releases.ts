import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { filesFolder } from '../../data/definitions/releaseFolder.ts';
import { writeIllustration, writeReferences } from '../../scripts/illustrate.ts';
import { ingest } from '../../scripts/ingest/ingest.ts';
import { madeByTests } from './madeByTests.ts';
import { published } from './published.ts';
import { sharedServer } from './sharedServer.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder with a small illustrative release, of 300 practices and 12 months. */
    illustrative: string;
    /** A folder with a release of the last illustrative month, of one service only. */
    oneService: string;
    /** A folder with the same England and its reference files. */
    referenced: string;
    /** A folder with the release of April to September 2018; null if the extracts are missing. */
    published2018: string | null;
    /** A folder with the same months and all reference files, added later; null in the same case. */
    referenced2018: string | null;
    /** A folder for releases that only some tests need and make themselves; removed after the last test. */
    scratch: string;
  }
}

/**
 * Makes the releases that tests read, once for all tests. Outside CI, they are made again only if what makes them has
 * changed.
 */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'uptake-tests-'));
  const kept = process.env.CI ? null : join(keepsake, whatMakesThem());
  if (kept && existsSync(kept)) cpSync(kept, folder, { recursive: true });
  else await makeAll(folder);
  if (kept && !existsSync(kept)) keep(folder, kept);
  if (published) shareMadeFiles(folder);
  const named = (name: string) => join(folder, name);
  project.provide('illustrative', named('illustrative'));
  project.provide('oneService', named('one-service'));
  project.provide('referenced', named('referenced'));
  project.provide('published2018', published && named('published'));
  project.provide('referenced2018', published && named('published-referenced'));
  project.provide('scratch', folder);
  return () => {
    const server = sharedServer(folder).read();
    if (server) process.kill(server.pid);
    if (kept && existsSync(kept)) keepMore(folder, kept);
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Where releases made for tests are kept from run to run. */
const keepsake = fileURLToPath(new URL('../../node_modules/.test-releases', import.meta.url));

/** Both kinds at the same time: one works while the other waits. */
const makeAll = (folder: string): Promise<unknown> =>
  Promise.all([makeIllustrative(folder), published && makePublished(folder, published)]);

async function makeIllustrative(folder: string): Promise<void> {
  const options = { seed: 2015, practices: 300 };
  const files = await writeIllustration(join(folder, 'extracts'), options);
  const ofService = files.findLast((file) => /APPOINTMENTS/.test(file))!;
  const ofLast = lastMonthOf(ofService, join(folder, basename(ofService)));
  const references = await writeReferences(join(folder, 'references'), options);
  await made(join(folder, 'illustrative'), files);
  await made(join(folder, 'one-service'), [ofLast]);
  await made(join(folder, 'referenced'), [...files, ...references]);
}

async function makePublished(folder: string, from: string): Promise<void> {
  const real = join(folder, 'published');
  await made(real, [join(from, 'pomi/pomi_1819-apr2018_to_sep2018.zip')]);
  const referencedReal = join(folder, 'published-referenced');
  cpSync(real, referencedReal, { recursive: true });
  const references = join(from, 'reference');
  await made(
    referencedReal,
    readdirSync(references).map((name) => join(references, name)),
  );
}

/** Lets servers of either folder find the large files that one of them has made of the first release. */
function shareMadeFiles(folder: string): void {
  const files = join(folder, 'published', filesFolder);
  mkdirSync(files, { recursive: true });
  symlinkSync(files, join(folder, 'published-referenced', filesFolder));
}

/** A name that depends on everything that makes the releases: the code, its packages, and the published files. */
function whatMakesThem(): string {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const sum = createHash('sha256');
  for (const path of [
    'scripts/illustrate.ts',
    'scripts/illustrate',
    'scripts/ingest',
    'data/definitions',
    'server/store',
    'tests/support/madeByTests.ts',
    'tests/support/publishedYear.ts',
    'tests/support/releases.ts',
    'tests/support/restated.ts',
    'package-lock.json',
  ]) {
    for (const file of filesIn(join(root, path)))
      sum.update(relative(root, file)).update(readFileSync(file));
  }
  for (const file of published ? filesIn(published) : []) {
    const { size, mtimeMs } = statSync(file);
    sum.update(`${file} ${size} ${mtimeMs}`);
  }
  return sum.digest('hex').slice(0, 16);
}

const filesIn = (path: string): string[] =>
  statSync(path).isFile()
    ? [path]
    : readdirSync(path)
        .sort()
        .flatMap((name) => filesIn(join(path, name)));

/** Keeps new releases in place of the old ones, in whole or not at all. */
function keep(folder: string, kept: string): void {
  rmSync(keepsake, { recursive: true, force: true });
  const beside = `${keepsake}.${process.pid}`;
  cpSync(folder, join(beside, basename(kept)), { recursive: true });
  try {
    renameSync(beside, keepsake);
  } catch {
    // Another run has kept the same in the meantime.
    rmSync(beside, { recursive: true, force: true });
  }
}

/** Also keeps the releases that tests made themselves, each once it is complete, marked by a file. */
function keepMore(folder: string, kept: string): void {
  for (const { folder: name, done } of Object.values(madeByTests)) {
    if (!existsSync(join(folder, done)) || existsSync(join(kept, done))) continue;
    cpSync(join(folder, name), join(kept, name), { recursive: true });
    cpSync(join(folder, done), join(kept, done));
  }
}

async function made(dataFolder: string, files: string[]): Promise<void> {
  const { problems, doubts } = await ingest({
    files,
    dataFolder,
    madeAt: new Date('2020-01-02T03:04:05Z'),
  });
  const wrong = [...problems, ...doubts];
  if (wrong.length) throw new Error(wrong.map(({ message }) => message).join('\n'));
}

/** The header and the rows of the last month of a wide extract, as a separate file. */
function lastMonthOf(extract: string, path: string): string {
  const [header, ...rows] = readFileSync(extract, 'utf8').trimEnd().split('\r\n');
  const monthOf = (row: string) => row.split(',')[1]!.split('/').reverse().join('-');
  const last = rows.map(monthOf).sort().at(-1);
  const ofLast = rows.filter((row) => monthOf(row) === last);
  writeFileSync(path, `${[header, ...ofLast].join('\r\n')}\r\n`);
  return path;
}
