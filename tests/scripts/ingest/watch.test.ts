import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { ingest } from '../../../scripts/ingest/ingest.ts';
import { Arrivals } from '../../../scripts/ingest/watch/arrivals.ts';
import { watchFolder } from '../../../scripts/ingest/watch/watchFolder.ts';
import { change } from '../../../scripts/releases/change.ts';
import { policy } from '../../../scripts/releases/releaseSteps.ts';
import { ReleaseFolder } from '../../../server/store/releases/folder.ts';
import { lockFolder } from '../../../server/store/releases/folderLock.ts';
import { commandOf } from '../../support/commands.ts';
import { allFields, longExtract, wideExtract } from './extracts.ts';
import { asked, contents, scratchFolder } from './scratch.ts';

const scratch = scratchFolder();
const extract = (date: string, enabled = 100) =>
  longExtract([{ date, fields: allFields(1000, enabled) }]);

/** Watches a new folder until a test has seen enough. */
function watching(dataFolder: string) {
  const folder = mkdtempSync(join(scratch, 'inbox-'));
  const said: string[] = [];
  const stop = new AbortController();
  const ended = watchFolder(folder, {
    read: (files) => ingest({ files, dataFolder, by: 'Ann', signal: stop.signal }),
    tell: (line) => said.push(line),
    told: ({ message }) => message,
    signal: stop.signal,
    every: 60,
  });
  return {
    folder,
    said,
    put: (name: string, text: string) => writeFileSync(join(folder, name), text),
    report: (name: string) => readFileSync(join(folder, `${name}.report.txt`), 'utf8'),
    async end() {
      stop.abort();
      await ended;
    },
  };
}

const newFolder = () => join(mkdtempSync(join(scratch, 'data-')), 'releases');

describe('a watched folder', () => {
  it('releases what arrives once, with its report beside it', async () => {
    const dataFolder = newFolder();
    const { put, report, said, folder, end } = watching(dataFolder);
    put('april.csv', extract('30APR2018'));
    await expect.poll(() => said).toEqual(['april.csv: Release 2018-04.1 is made and current.']);
    const { size, mtime } = statSync(join(folder, 'april.csv'));
    expect(report('april.csv').trimEnd().split('\n').slice(-3)).toEqual([
      'Release 2018-04.1 is made and current.',
      '',
      `This is the report of the file of ${size.toLocaleString('en-GB')} bytes that was last written to at ${mtime.toISOString()}.`,
    ]);
    await wait(300);
    expect(said).toHaveLength(1);
    put('april.csv', extract('30APR2018', 101));
    await expect.poll(() => said.at(-1)).toContain('Release 2018-04.2 is made and current');
    await end();
    expect(readdirSync(folder).sort()).toEqual(['april.csv', 'april.csv.report.txt']);
  });

  it('reads files again that were refused only because of others', async () => {
    const dataFolder = newFolder();
    const { put, report, said, folder, end } = watching(dataFolder);
    const [bad, good] = ['DETAILED_CODED_RECORDS.csv', 'BOOK_CANCEL_APPOINTMENTS.csv'] as const;
    put(bad, wideExtract([{ enabled: 'many' }]));
    put(good, wideExtract([{ enabled: 50 }]));
    await expect.poll(() => said.at(-1)).toContain('1 problem. Nothing was released');
    expect(report(good)).toContain(
      `Nothing is wrong with ${good}. It is read again once these change:\n  • ${bad}: This is the report of the file of`,
    );
    expect(report(bad)).not.toContain('Nothing is wrong');
    await wait(300);
    expect(said).toHaveLength(1);
    put(bad, wideExtract([{ enabled: 40 }]));
    await expect
      .poll(() => said.at(-1))
      .toBe(`${good}, ${bad}: Release 2015-04.1 is made and current.`);
    const found = 'select records_enabled, appointments_enabled from practice_month';
    expect(await asked(dataFolder, '2015-04.1', found)).toEqual([
      { records_enabled: 40, appointments_enabled: 50 },
    ]);
    expect(report(good)).not.toContain('Nothing is wrong');
    await end();
    expect(readdirSync(folder)).toHaveLength(4);
  });

  it('makes a draft if the folder requires approvals', async () => {
    const dataFolder = newFolder();
    await ingest({ files: [join(given('30APR2018'))], dataFolder, by: 'Ann' });
    await change(dataFolder, { by: 'Ann', now: new Date() }, () => policy(1));
    const { put, said, end } = watching(dataFolder);
    put('may.csv', extract('31MAY2018'));
    await expect.poll(() => said[0]).toMatch(/^may\.csv: Release 2018-05\.1 is made, as a draft\./);
    await end();
    expect(new ReleaseFolder(dataFolder).look().life.current).toBe('2018-04.1');
  });

  it('makes one release from what arrives together, and waits for growing files', async () => {
    const dataFolder = newFolder();
    const { put, said, end } = watching(dataFolder);
    put('BOOK_CANCEL_APPOINTMENTS_POMI.csv', wideExtract([{}]));
    const whole = wideExtract([{ enabled: 50 }]);
    for (let at = 100; at < whole.length; at += 40) {
      put('ORDER_REPEAT_PRESCRIPTIONS_POMI.csv', whole.slice(0, at));
      await wait(20);
    }
    expect(said).toEqual([]);
    put('ORDER_REPEAT_PRESCRIPTIONS_POMI.csv', whole);
    put('DETAILED_CODED_RECORDS_POMI.csv', wideExtract([{ enabled: 20 }]));
    await expect.poll(() => said.length).toBe(1);
    await end();
    expect(said[0]).toContain('Release 2015-04.1 is made and current.');
    const services = 'select service from source_file order by service';
    expect((await asked(dataFolder, '2015-04.1', services)).map(({ service }) => service)).toEqual([
      'appointments',
      'prescriptions',
      'records',
    ]);
  });

  it('reports problems, and reads the file again when it is replaced', async () => {
    const dataFolder = newFolder();
    const { put, report, said, end } = watching(dataFolder);
    put('may.csv', longExtract([{ date: '31MAY2018', fields: { Total_Use: 'many' } }]));
    await expect.poll(() => said.length).toBe(1);
    expect(report('may.csv')).toContain(
      'may.csv, row 1, column value: not a whole number: many (Total_Use)\n',
    );
    expect(existsSync(dataFolder)).toBe(false);
    put('may.csv', extract('31MAY2018'));
    await expect.poll(() => said.at(-1)).toContain('Release 2018-05.1 is made and current');
    expect(report('may.csv')).not.toContain('many');
    await end();
  });

  it('ignores other files, and waits while somebody else changes the releases', async () => {
    const dataFolder = newFolder();
    await ingest({ files: [given('30APR2018')], dataFolder });
    const lock = await lockFolder(dataFolder);
    const { put, said, folder, end } = watching(dataFolder);
    mkdirSync(join(folder, 'folder.csv'));
    for (const name of ['notes.txt', 'may.csv.part', '.may.csv']) put(name, extract('31MAY2018'));
    put('empty.csv', '');
    put('may.csv', extract('31MAY2018'));
    await expect
      .poll(() => said)
      .toEqual([expect.stringContaining('another process is changing the releases')]);
    lock.release();
    await expect.poll(() => said[1]).toContain('may.csv: Release 2018-05.1 is made and current');
    expect(said).toHaveLength(2);
    await end();
    expect(readdirSync(folder).filter((name) => name.endsWith('.report.txt'))).toEqual([
      'may.csv.report.txt',
    ]);
  });

  it('is watched by the command until Ctrl-C, which leaves nothing unfinished', async () => {
    const [inbox, dataFolder] = [mkdtempSync(join(scratch, 'inbox-')), newFolder()];
    writeFileSync(join(inbox, 'april.csv'), extract('30APR2018'));
    const child = spawn(process.execPath, commandOf('ingest', '--watch', inbox), {
      env: { ...process.env, UPTAKE_DATA: dataFolder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    child.stdout.on('data', (chunk) => (out += chunk));
    await expect
      .poll(() => out, { timeout: 60_000 })
      .toContain('april.csv: Release 2018-04.1 is made and current.');
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(out).toContain(`Watching ${inbox}: Ctrl-C ends it.\n`);
    expect(contents(dataFolder).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

function given(date: string): string {
  const path = join(mkdtempSync(join(scratch, 'given-')), 'given.csv');
  writeFileSync(path, extract(date));
  return path;
}

it('what arrives is whatever can be read, in the order of names', () => {
  const folder = mkdtempSync(join(scratch, 'looked-'));
  const kinds = ['d.geojson', 'c.zip', 'b.CSV', 'a.csv.gz'];
  for (const name of [...kinds, 'e.txt', 'f.csv.part', '.g.csv']) {
    writeFileSync(join(folder, name), 'a');
  }
  writeFileSync(join(folder, 'empty.csv'), '');
  const arrivals = new Arrivals(folder);
  arrivals.look();
  expect(arrivals.look().map(({ name }) => name)).toEqual(kinds.toReversed());
});

it('a file counts as arrived once it is unchanged in two looks', () => {
  const folder = mkdtempSync(join(scratch, 'looked-'));
  const path = join(folder, 'a.csv');
  const arrivals = new Arrivals(folder);
  const names = () => arrivals.look().map(({ name }) => name);
  writeFileSync(path, 'a');
  expect(names()).toEqual([]);
  writeFileSync(path, 'ab');
  expect(names()).toEqual([]);
  utimesSync(path, 1, 1);
  expect(names()).toEqual([]);
  expect(names()).toEqual(['a.csv']);
  arrivals.report(arrivals.look(), ['read']);
  expect(names()).toEqual([]);
  utimesSync(path, 2, 2);
  expect([names(), names()]).toEqual([[], ['a.csv']]);
});
