import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { lockFolder } from '../../server/store/releases/folderLock.ts';
import { commandOf } from '../support/commands.ts';
import { allFields, longExtract, wideExtract } from './ingest/extracts.ts';
import { contents, ledgered, scratchFolder, written } from './ingest/scratch.ts';

const scratch = scratchFolder();
const root = fileURLToPath(new URL('../..', import.meta.url));
let count = 0;
const newFolder = () => join(scratch, `releases-${count++}`);

async function run(command: 'ingest' | 'releases', args: string[], dataFolder: string) {
  const child = spawn(process.execPath, commandOf(command, ...args), {
    cwd: root,
    env: { ...process.env, UPTAKE_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, errors, [status]] = await Promise.all([
    text(child.stdout!),
    text(child.stderr!),
    once(child, 'exit'),
  ]);
  return { out, errors, status };
}

const april = written(scratch, 'april.csv', longExtract([{ fields: allFields(1000, 100) }]));
const may = written(
  scratch,
  'may.csv',
  longExtract([
    { fields: allFields(1000, 200) },
    { date: '31MAY2018', fields: allFields(1000, 300) },
  ]),
);

describe('npm run ingest', () => {
  it('makes a release and says what it changes', async () => {
    const folder = newFolder();
    const first = await run('ingest', [april], folder);
    expect(first.status).toBe(0);
    expect(first.out).toContain('april.csv: 13 rows, layout long-2018');
    expect(first.out).toMatch(/any_enabled +10\.0% in April 2018/);
    expect(first.out).toContain('Release 2018-04.1 is made and current.');
    expect(first.errors).toContain('april.csv');
    const second = await run('ingest', [may], folder);
    expect(second.out).toMatch(/any_enabled +April 2018 10\.0% → 20\.0%, 30\.0% in May 2018/);
    expect(second.out).toContain('Release 2018-05.1 is made and current (before: 2018-04.1).');

    expect((await run('releases', [], folder)).out).toMatch(
      /^\* 2018-05\.1 +published +2018-04 to 2018-05 .*\n {2}2018-04\.1 +published +2018-04 to 2018-04 /,
    );
    expect(await run('releases', ['use', '2018-04.1'], folder)).toMatchObject({ status: 0 });
    expect((await run('releases', [], folder)).out).toMatch(/^ {2}2018-05\.1.*\n\* 2018-04\.1/);
    expect(await run('releases', ['use', '2018-04.9'], folder)).toMatchObject({
      status: 1,
      errors: expect.stringContaining('did you mean 2018-04.1?'),
    });
    expect(await run('releases', ['drop'], folder)).toMatchObject({ status: 2 });
  });

  it('with --check does everything except releasing', async () => {
    const folder = newFolder();
    const { status, out } = await run('ingest', ['--check', april], folder);
    expect(status).toBe(0);
    expect(out).toContain('Checked: no problems. Nothing was released.');
    expect(() => contents(folder)).toThrow('ENOENT');
  });

  it('names problems with file, row and column, changes nothing, and ends with status 1', async () => {
    const folder = newFolder();
    const bad = written(scratch, 'bad.csv', longExtract([{ fields: { Total_Use: 'many' } }]));
    const { status, out } = await run('ingest', [bad], folder);
    expect(status).toBe(1);
    expect(out).toContain('bad.csv, row 1, column value: not a whole number: many (Total_Use)');
    expect(out).toContain('1 problem. Nothing was released; there is no release yet.');
    expect(() => contents(folder)).toThrow('ENOENT');
  });

  it('shows one fault of very many rows in one line, and the first five as JSON', async () => {
    const fields = { Total_Use: 'x' };
    const practices = Array.from({ length: 1234 }, (_, i) => ({ code: `A${80_000 + i}`, fields }));
    const bad = written(scratch, 'bad.csv', longExtract(practices));
    const shown = await run('ingest', [bad], newFolder());
    expect(shown.out.split('\n').filter((line) => line.startsWith('bad.csv'))).toEqual([
      'bad.csv, rows 1, 2, 3, 4, 5 and 1,229 more, column value: not a whole number: x (Total_Use)',
    ]);
    expect(shown.out).toContain('1 problem. Nothing was released');
    const { status, out } = await run('ingest', ['--check', '--json', bad], newFolder());
    expect(status).toBe(1);
    expect(JSON.parse(out).problems).toEqual([
      {
        ...{ file: 'bad.csv', row: 1, column: 'value', value: 'x' },
        message: 'not a whole number: x (Total_Use)',
        more: { rows: 1233, first: [2, 3, 4, 5].map((row) => ({ row, value: 'x' })) },
      },
    ]);
  });

  it('takes the service of wide files from its option', async () => {
    const wide = written(scratch, 'wide.csv', wideExtract([{}]));
    expect((await run('ingest', [wide], newFolder())).out).toContain('add --service');
    const { status, out } = await run('ingest', ['--service', 'records', wide], newFolder());
    expect(status).toBe(0);
    expect(out).toContain('layout wide-2015, records');
  });

  it.each([
    [[], 'no file is given'],
    [['--service', 'phone', april], 'unknown service: phone'],
    [['--fast', april], '--fast'],
  ])('used as %j ends with status 2 and says how it is used', async (args, message) => {
    const { status, errors } = await run('ingest', args, newFolder());
    expect(status).toBe(2);
    expect(errors).toContain(message);
    expect(errors).toContain('usage: npm run ingest');
  });

  it('is refused while another process is changing the releases', async () => {
    const folder = newFolder();
    await run('ingest', [april], folder);
    const lock = await lockFolder(folder);
    const { status, errors } = await run('ingest', [may], folder);
    lock.release();
    expect(status).toBe(1);
    expect(errors).toContain(`process ${process.pid}`);
    expect(contents(folder)).toEqual(['2018-04.1.duckdb', '2018-04.1.json', ...ledgered]);
  });

  it('says where it cannot write', async () => {
    const file = join(scratch, 'a file');
    writeFileSync(file, '');
    const { status, errors } = await run('ingest', [april], join(file, 'releases'));
    expect(status).toBe(1);
    expect(errors).toContain('UPTAKE_DATA is not a folder');
    expect(errors).toContain(file);
  });
});

describe('npm run ingest, at the gate', () => {
  const september = written(
    scratch,
    'POMI_SEP2018.csv',
    longExtract([{ date: '30SEP2018', fields: allFields(1000, 100) }]),
  );
  const october = written(
    scratch,
    'POMI_AUG2018_to_SEP2018.csv',
    longExtract([{ date: '31OCT2018', fields: allFields(1000, 100) }]),
  );
  const doubt =
    'Month beyond the file’s name: POMI_AUG2018_to_SEP2018.csv has October 2018, though its name says August 2018 to September 2018.';

  it('holds a release back, and makes it with a reason, which is kept and listed', async () => {
    const folder = newFolder();
    await run('ingest', [september], folder);
    const held = await run('ingest', [october], folder);
    expect(held.status).toBe(1);
    expect(held.out).toContain(doubt);
    expect(held.out).toContain('1 doubt. Nothing was released; 2018-09.1 stays current.');
    expect(contents(folder)).toEqual(['2018-09.1.duckdb', '2018-09.1.json', ...ledgered]);
    const blank = await run('ingest', ['--accept', ' ', october], folder);
    expect(blank).toMatchObject({ status: 2, out: '' });
    expect(blank.errors).toContain('no reason is given for --accept');
    const reason = 'the publisher misnamed it';
    const accepted = await run('ingest', ['--accept', reason, october], folder);
    expect(accepted.status).toBe(0);
    expect(accepted.out).toContain(doubt);
    expect(accepted.out).toContain('Release 2018-10.1 is made and current');
    expect((await run('releases', [], folder)).out).toMatch(
      /^\* 2018-10\.1 .*\n {4}accepted in spite of doubts: the publisher misnamed it\n {2}2018-09\.1/,
    );
  });
});
