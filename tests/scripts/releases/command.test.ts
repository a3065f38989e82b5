import { cpSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ingest } from '../../../scripts/ingest/ingest.ts';
import { change } from '../../../scripts/releases/change.ts';
import { policy } from '../../../scripts/releases/releaseSteps.ts';
import { readLedger } from '../../../server/store/releases/ledger.ts';
import { ran } from '../../support/inProcess.ts';
import { allFields, longExtract } from '../ingest/extracts.ts';
import { scratchFolder, written } from '../ingest/scratch.ts';

const scratch = scratchFolder();
const [april, may] = ['2018-04.1', '2018-05.1'] as const;

/** A folder with a published release and a draft that somebody else must approve. */
const model = join(scratch, 'model');
for (const date of ['30APR2018', '31MAY2018']) {
  const extract = longExtract([{ date, fields: allFields(100, 50) }]);
  await ingest({ files: [written(scratch, 'a.csv', extract)], dataFolder: model, by: 'Ann' });
  if (date === '30APR2018') await change(model, { by: 'Ann', now: new Date() }, () => policy(1));
}

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(scratch, 'releases-'));
  cpSync(model, folder, { recursive: true });
  vi.stubEnv('UPTAKE_DATA', folder);
});
afterEach(() => void vi.unstubAllEnvs());

const run = (...args: string[]) => ran('releases', ...args);
const events = () => readLedger(folder)!.events;
const due = '2099-05-28T08:30:00.000Z';
const at = ['--at', '2099-05-28 09:30'];
const bob = ['--as', 'Bob'];
const announced = ['announce', '2018-06', ...at];
const scheduled = ['schedule', may, ...at];
const previewed = ['preview', may, '--for', 'Office', '--until', '2099-05-28 08:00'];

it.each<[string[][], string[], object]>([
  [[], ['policy', '--approvals', '2'], { event: 'policy', approvals: 2 }],
  [[], ['approve', may], { event: 'approved', release: may }],
  [[], scheduled, { event: 'scheduled', release: may, due }],
  [[announced.with(1, '2018-05')], ['schedule', may], { event: 'scheduled', release: may, due }],
  [
    [],
    [
      ...['notice', may, '--kind', 'quality', '--text', ' Odd  one. '],
      ...['--measure', 'any_enabled', '--area', 'A81001', '--period', '2018-05'],
    ],
    {
      ...{ event: 'noticed', release: may, kind: 'quality', text: 'Odd one.' },
      ...{ measure: 'any_enabled', area: 'A81001', period: '2018-05' },
    },
  ],
  [
    [],
    ['notice', april, '--kind', 'note', '--text', 'Odd.'],
    { event: 'noticed', release: april, kind: 'note', measure: null, area: null, period: null },
  ],
  [
    [],
    ['withdraw', april, '--reason', 'the wrong file'],
    { event: 'withdrawn', release: april, reason: 'the wrong file' },
  ],
  [
    [scheduled],
    previewed,
    { event: 'previewed', release: may, who: 'Office', until: '2099-05-28T07:00:00.000Z' },
  ],
  [
    [scheduled, previewed],
    ['revoke', may, '--for', 'Office'],
    { event: 'revoked', release: may, who: 'Office' },
  ],
  [[], announced, { event: 'announced', month: '2018-06', due, provisional: false }],
  [
    [],
    [...announced, '--provisional'],
    { event: 'announced', month: '2018-06', due, provisional: true },
  ],
  [
    [announced],
    ['move', '2018-06', '--at', '2099-06-04 09:30', '--reason', 'A holiday.'],
    {
      ...{ event: 'moved', month: '2018-06', due: '2099-06-04T08:30:00.000Z' },
      reason: 'A holiday.',
    },
  ],
  [
    [announced],
    ['cancel', '2018-06', '--reason', 'No files.'],
    { event: 'cancelled', month: '2018-06', reason: 'No files.' },
  ],
  [[], ['use', april], { event: 'used', release: april }],
  [[], ['remove', may], { event: 'removed', release: may }],
])('after %j, %j is recorded', async (before, args, event) => {
  for (const one of before) expect((await run(...one)).status).toBe(0);
  const { status, errors } = await run(...args, ...bob);
  expect([status, errors]).toEqual([0, []]);
  expect(events().at(-1)).toMatchObject({ by: 'Bob', ...event });
});

it('writes a review as a page and as a PDF, and records it', async () => {
  const [html, pdf] = ['html', 'pdf'].map((name) => join(folder, `review.${name}`)) as [
    string,
    string,
  ];
  const { out } = await run('review', may, '--html', html, '--pdf', pdf, ...bob);
  expect(events().at(-1)).toMatchObject({ event: 'reviewed', release: may, by: 'Bob' });
  expect(out).toEqual([`The review of ${may} is in ${html} and ${pdf}.`]);
  expect(readFileSync(html, 'utf8')).toContain(`<h1>Sign-off of release ${may}</h1>`);
  expect(readFileSync(pdf, 'latin1')).toMatch(/^%PDF/);
});

it('changes nothing where it only tells', async () => {
  const before = events();
  expect((await run()).out[0]).toMatch(/^ {2}2018-05\.1/);
  expect((await run('log')).out).toHaveLength(before.length);
  expect((await run('verify', april)).out).toEqual([expect.stringContaining('whole, SHA-256')]);
  expect((await run('remove', may, '--check')).out[0]).toBe(`${may} would be removed.`);
  expect((await run('notice', april, '--draft')).out).toEqual([
    `There is no release before ${april} to compare it with.`,
  ]);
  expect((await run('convert')).out).toEqual([expect.stringContaining('already')]);
  expect(events()).toEqual(before);
  expect(existsSync(join(folder, `${may}.duckdb`))).toBe(true);
});

it('ends with status 1 where a file was changed', async () => {
  expect((await run('verify')).status).toBe(0);
  writeFileSync(join(folder, `${april}.duckdb`), 'x');
  const { status, out } = await run('verify');
  expect([status, out.filter((line) => line.startsWith('!'))]).toEqual([
    1,
    [expect.stringContaining(april)],
  ]);
});

it('prints a link by which somebody can sign in', async () => {
  expect((await run('sign-in', ...bob)).errors[0]).toContain('the operator’s page is off');
  vi.stubEnv('UPTAKE_OPERATOR_PORT', '8282');
  const { out } = await run('sign-in', ...bob);
  expect(out[0]).toMatch(/^http:\/\/127\.0\.0\.1:8282\/sign-in\/[\w-]{43}$/);
});

it('prints how to use it when asked', async () => {
  for (const help of ['--help', '-h']) {
    const { status, out } = await run(help);
    expect(status).toBe(0);
    expect(out[0]).toMatch(/^usage: npm run releases/);
  }
});

it.each([
  [['nonsense'], 'no such command: nonsense'],
  [['use'], 'use takes a release'],
  [['use', april, may], `use takes no ${may}`],
  [['log', april], `log takes no ${april}`],
  [['log', ...at], 'log takes no --at'],
  [['load', april], 'load takes a release and an address'],
  [['policy'], 'policy needs --approvals'],
  [['policy', '--approvals', '10'], 'not a number of approvals (0 to 9): 10'],
  [['announce', '2018-06'], 'announce needs --at'],
  [['announce', '2018-13', ...at], 'not a month such as 2019-05: 2018-13'],
  [['cancel', '2018-06', '--reason', ' '], '--reason has no text'],
  [['notice', april, '--kind', 'note'], 'notice needs --text'],
  [['revoke', may], 'revoke needs --for'],
])('%j is misused, which it says, with how it is used', async (args, why) => {
  const before = events();
  const { status, errors } = await run(...args);
  expect([status, errors.join('\n').split('\n\n')[0]]).toEqual([2, why]);
  expect(errors.join('\n')).toContain('usage: npm run releases');
  expect(events()).toEqual(before);
});
