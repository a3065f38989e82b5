import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { openFiles } from '../../../scripts/ingest/files/extractFile.ts';
import { TextCounter } from '../../../scripts/ingest/files/textCounter.ts';
import { ingest } from '../../../scripts/ingest/ingest.ts';
import { readLimits } from '../../../scripts/ingest/limits.ts';
import type { Problem } from '../../../scripts/ingest/problem.ts';
import { readReferences, sortFiles } from '../../../scripts/ingest/references/readReferences.ts';
import { createNotes } from '../../../scripts/ingest/rows/notes.ts';
import { readExtract } from '../../../scripts/ingest/rows/readExtract.ts';
import { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { describeWith } from '../../support/describeWith.ts';
import { due, shareDue } from '../../support/due.ts';
import { published } from '../../support/published.ts';
import { seededRandom } from '../../support/random.ts';
import { allFields, longExtract, wideExtract } from './extracts.ts';
import { scratchFolder, written } from './scratch.ts';

const scratch = scratchFolder();
const limits = readLimits({});
const random = seededRandom(20_150_430);

/** In so many days published files are cut at each place. */
const days = 5;

const database = await DuckDatabase.openToWrite(':memory:');
await createNotes(database);
afterAll(() => database.close());

/** What stops ingest from releasing a file. */
async function problemsOf(path: string): Promise<Problem[]> {
  const problems: Problem[] = [];
  const work = mkdtempSync(join(scratch, 'work-'));
  const counter = new TextCounter();
  const given = [{ path, name: basename(path), address: null }];
  const files = await sortFiles(
    await openFiles(given, { work, limits, counter }, problems),
    problems,
  );
  await readReferences(files.references, limits, problems, () => {});
  for (const [fileId, file] of files.extracts.entries()) {
    const reading = { database, file, fileId, limits, problems, onProgress: () => {} };
    await readExtract({ ...reading, service: 'records', work });
  }
  await counter.stop();
  rmSync(work, { recursive: true });
  return problems;
}

/** Those of the given lengths at which a truncated file would be taken for a complete one. */
async function takenFor(path: string, lengths: readonly number[]): Promise<number[]> {
  const taken: number[] = [];
  for (const length of lengths.toSorted((a, b) => b - a)) {
    truncateSync(path, length);
    if ((await problemsOf(path)).length === 0) taken.push(length);
  }
  return taken;
}

const places = (count: number, size: number) =>
  Array.from({ length: count }, () => Math.floor(random() * size));

const practices = Array.from({ length: 60 }, (_, i) => ({
  code: `A${81_001 + i}`,
  fields: allFields(1000 + ((i * 7919) % 9973), 100),
}));
const text = longExtract(practices);

async function zipped(members: Record<string, string>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(members)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return buffer(zip.outputStream);
}

const containers: [string, Buffer][] = [
  ['a.csv', Buffer.from(text)],
  ['wide.csv', Buffer.from(wideExtract(practices.map(({ code }) => ({ code }))))],
  ['a.csv.gz', gzipSync(text)],
  ['a.zip', await zipped({ 'a.csv': text })],
  ['two.zip', await zipped({ 'a.csv': text, 'b.csv': text.replaceAll('30APR', '31MAR') })],
];

/** The position at which each line of a text ends. */
const lineEnds = (content: string) =>
  [...content.matchAll(/\r?\n/g)].map(({ index, 0: end }) => index + end.length);

describe('a file cut short', () => {
  it.each(containers)('is no release at 200 random places of %s', async (name, bytes) => {
    const path = written(scratch, name, bytes);
    expect(await problemsOf(path)).toEqual([]);
    // The end of a line is always a plausible end of the file; what a file alone can reveal about such cuts is tested
    // below.
    const ends = name.endsWith('.csv') ? lineEnds(bytes.toString()) : [];
    const lengths = places(200, bytes.length).filter((length) => !ends.includes(length));
    expect(lengths.length).toBeGreaterThan(190);
    expect(await takenFor(path, lengths)).toEqual([]);
  });

  it.each(containers)('leaves nothing of %s behind', async (name, bytes) => {
    const dataFolder = join(scratch, `releases-${name}`);
    for (const length of [0, 1, 2, 5, ...places(3, bytes.length - 1), bytes.length - 1]) {
      const path = written(scratch, name, bytes.subarray(0, length));
      const { release, problems } = await ingest({
        files: [path],
        dataFolder,
        service: 'records',
      });
      expect(release).toBeNull();
      expect(problems.length).toBeGreaterThan(0);
      expect(existsSync(dataFolder)).toBe(false);
    }
  });

  it('at the end of a line of a long extract is noticed by missing rows of its last practice', async () => {
    const path = written(scratch, 'a.csv', text);
    const ends = lineEnds(text).slice(-14, -1);
    expect(await takenFor(path, ends)).toEqual([ends[0]]);
    truncateSync(path, 0);
    const cut = written(scratch, 'b.csv', text.slice(0, ends[5]));
    expect(await problemsOf(cut)).toEqual([
      {
        file: 'b.csv',
        row: 768,
        column: null,
        value: 'A81060',
        message:
          'fields are missing of the last practice alone, as in a file cut short (fetch it again): A81060 in 2018-04 has 5 of 13',
      },
    ]);
  });

  it('is not suspected where other practices lack fields too', async () => {
    const lines = text.split('\r\n');
    const first = lines.filter((_, i) => i !== 3);
    const path = written(scratch, 'c.csv', `${first.slice(0, -4).join('\r\n')}\r\n`);
    expect(await problemsOf(path)).toEqual([]);
  });

  it('within its last number is reported with its position', async () => {
    const path = written(scratch, 'a.csv', text.slice(0, -3));
    expect(await problemsOf(path)).toEqual([
      {
        file: 'a.csv',
        row: 780,
        column: null,
        value: expect.stringMatching(/,Sys_DetCodeRec_Enbld,$/),
        message: expect.stringMatching(
          /^the last line has no line end, so the file may have been cut short \(download it again, or add the line end if it is complete\): .*,Sys_DetCodeRec_Enbld,$/,
        ),
      },
    ]);
  });
});

describeWith(published, 'a published file cut short', () => {
  const inFolder = (folder: string, ending: RegExp) =>
    readdirSync(join(published!, folder))
      .filter((name) => ending.test(name))
      .map((name) => [name, join(published!, folder, name)] as const);
  const copied = (path: string) => {
    const copy = written(scratch, basename(path), '');
    copyFileSync(path, copy);
    return copy;
  };

  it.each(inFolder('pomi', /\.zip$/))(
    `is no release at 200 random places of %s (${shareDue(days)})`,
    async (_, path) => {
      const lengths = due(places(200, statSync(path).size), days);
      expect(await takenFor(copied(path), lengths)).toEqual([]);
    },
  );

  it.each([
    ...inFolder('pomi', /\.(gz|csv)$/),
    ...inFolder('reference', /./),
    ...inFolder('reference_more', /./),
  ])(`is no release at 8 random places of %s (${shareDue(days)})`, async (_, path) => {
    const size = statSync(path).size;
    const lengths = due(places(8, path.endsWith('.gz') ? size / 20 : size), days);
    expect(await takenFor(copied(path), lengths)).toEqual([]);
  });

  it('is never released if its last line, which has no line ending, lacks a character', async () => {
    const path = join(published!, 'reference', 'fingertips_93553_IMD2019_score_by_area.csv');
    expect(readFileSync(path, 'utf8').at(-1)).toBe('y');
    expect(await problemsOf(path)).toEqual([]);
    const size = statSync(path).size;
    expect(await takenFor(copied(path), [size - 1, size - 2, size - 3])).toEqual([]);
  });
});
