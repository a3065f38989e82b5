import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ingest } from '../../../scripts/ingest/ingest.ts';
import { readLimits } from '../../../scripts/ingest/limits.ts';
import { makeOperatorApp } from '../../../scripts/operate/app.ts';
import { makeSignIn, useSignIn, whoSignsIn } from '../../../scripts/operate/signIn.ts';
import { makeServer } from '../../../server/http/listener.ts';
import { ReleaseFolder } from '../../../server/store/releases/folder.ts';
import { readLedger } from '../../../server/store/releases/ledger.ts';
import { allFields, longExtract, wideExtract } from '../ingest/extracts.ts';
import { contents, scratchFolder, written } from '../ingest/scratch.ts';

const scratch = scratchFolder();
const folder = join(scratch, 'releases');
const limits = readLimits({ UPTAKE_MAX_FILE: '1' });
const operator = makeOperatorApp({ folder, web: null, limits, only: null });
let server: Server;
let origin = '';

const extract = (date: string, enabled: number, practices = 1) =>
  longExtract(
    Array.from({ length: practices }, (_, i) => ({
      date,
      code: `A${81_001 + i}`,
      fields: allFields(1000, enabled),
    })),
  );

beforeAll(async () => {
  const files = [written(scratch, 'april.csv', extract('30APR2018', 100, 10))];
  await ingest({ files, dataFolder: folder, by: 'Ann Lee' });
  server = makeServer(operator.app);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await operator.end();
  server.closeAllConnections();
  server.close();
});

interface Person {
  cookie: string;
  proof: string;
}

const signIn = (by: string) => makeSignIn(folder, by, Date.now());

/** Signs somebody in, as a browser does. */
async function signedIn(by: string): Promise<Person> {
  const answer = await fetch(`${origin}/sign-in/${signIn(by)}`, {
    method: 'POST',
    redirect: 'manual',
  });
  const cookie = answer.headers.get('set-cookie')!.split(';', 1)[0]!;
  const page = await (await fetch(origin, { headers: { Cookie: cookie } })).text();
  return { cookie, proof: /name="proof" value="([\w-]+)"/.exec(page)![1]! };
}

const send = (
  path: string,
  { cookie, proof }: Person,
  fields: Record<string, string> = {},
  headers: Record<string, string> = {},
) =>
  fetch(origin + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { Cookie: cookie, ...headers },
    body: new URLSearchParams({ proof, ...fields }),
  });

/** Sends files as a browser does; returns the page that tells the outcome. */
async function upload(
  { cookie, proof }: Person,
  files: Record<string, string>,
  fields: Record<string, string> = {},
): Promise<{ to: string; page: string }> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ proof, ...fields })) form.append(name, value);
  for (const [name, text] of Object.entries(files)) form.append('files', new Blob([text]), name);
  const headers = { Cookie: cookie };
  const options = { method: 'POST', redirect: 'manual', headers, body: form } as const;
  const sent = await fetch(`${origin}/upload`, options);
  const to = sent.headers.get('location')!;
  return { to, page: await read(to, cookie) };
}

const read = async (path: string, cookie: string) =>
  (await fetch(origin + path, { headers: { Cookie: cookie } })).text();

const events = () => readLedger(folder)!.events;
/** What uploads left behind, besides what was there before. */
const uploads = () => readdirSync(tmpdir()).filter((name) => name.startsWith('uptake-upload-'));
const before = uploads();
const left = () => uploads().filter((name) => !before.includes(name));

describe('a link to sign in', () => {
  it('is for one person, once, and stores nothing that lets others sign in', async () => {
    const token = signIn('Bob Ray');
    const [file] = contents(folder).filter((name) => name.startsWith('.sign-in-'));
    expect(file + readFileSync(join(folder, file!), 'utf8')).not.toContain(token);
    // A link that is only fetched, for example for a preview in a chat, is not used up.
    const looked = await (await fetch(`${origin}/sign-in/${token}`)).text();
    expect(looked).toContain('Sign in as Bob Ray');
    const answers = await Promise.all(
      [1, 2, 3].map(() =>
        fetch(`${origin}/sign-in/${token}`, { method: 'POST', redirect: 'manual' }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 403, 403]);
    const cookies = answers.flatMap(({ headers }) => headers.get('set-cookie') ?? []);
    expect(cookies).toEqual([
      expect.stringMatching(
        /^uptake-operator=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=28800$/,
      ),
    ]);
    expect((await fetch(`${origin}/sign-in/${token}`)).status).toBe(403);
  });

  it('is valid for fifteen minutes, and then removed', () => {
    const begun = Date.parse('2019-05-30T08:30:00Z');
    const token = makeSignIn(folder, 'Ann', begun);
    expect(whoSignsIn(folder, token, begun + 15 * 60_000 - 1)).toBe('Ann');
    expect(whoSignsIn(folder, token, begun + 15 * 60_000)).toBeNull();
    const before = contents(folder).length;
    makeSignIn(folder, 'Bob', begun + 15 * 60_000);
    expect(contents(folder)).toHaveLength(before);
    expect(useSignIn(folder, token, begun)).toBeNull();
  });
});

describe('what the operator’s page accepts', () => {
  it('is nothing from anybody who is not signed in', async () => {
    const paths = ['/', '/upload', '/log', '/calendar', '/releases/2018-04.1', '/nonsense'];
    for (const path of paths) {
      const answer = await fetch(origin + path);
      expect([path, answer.status]).toEqual([path, 403]);
      expect(await answer.text()).toContain('npm run releases -- sign-in --as');
    }
    const ann = await signedIn('Ann Lee');
    expect(await (await send('/sign-out', ann)).text()).toContain('You have signed out.');
    expect((await fetch(origin, { headers: { Cookie: ann.cookie } })).status).toBe(403);
    expect((await send('/policy', ann, { approvals: '3' })).status).toBe(403);
  });

  it('excludes forms from other pages', async () => {
    const ann = await signedIn('Ann Lee');
    const bob = await signedIn('Bob Ray');
    const written = events();
    const approvals = { approvals: '3' };
    const statuses = await Promise.all([
      send('/policy', { ...ann, proof: '' }, approvals),
      send('/policy', { ...ann, proof: bob.proof }, approvals),
      send('/policy', ann, approvals, { Origin: 'https://example.org' }),
      send('/policy', ann, approvals, { Origin: 'null' }),
      send('/policy', ann, approvals, { 'Sec-Fetch-Site': 'cross-site' }),
      send('/policy', ann, approvals, { 'Sec-Fetch-Site': 'same-site' }),
      fetch(`${origin}/policy?proof=${ann.proof}&approvals=3`, { headers: { Cookie: ann.cookie } }),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403, 404]);
    const refused = await upload(
      { ...ann, proof: bob.proof },
      { 'a.csv': extract('31MAY2018', 1) },
    );
    expect([refused.to, left()]).toEqual(['/upload', []]);
    expect(refused.page).toContain('the form is not one of this page');
    expect(events()).toEqual(written);
  });

  it("requires this machine's name, and is not cached", async () => {
    const { port } = new URL(origin);
    const asked = async (Host: string) => {
      const [answer] = await once(get(origin, { headers: { Host } }), 'response');
      return (answer as IncomingMessage).resume();
    };
    expect((await asked('evil.example')).statusCode).toBe(421);
    expect((await asked(`evil.example:${port}`)).statusCode).toBe(421);
    const { statusCode, headers } = await asked(`localhost:${port}`);
    expect(statusCode).toBe(403);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });
});

describe('uploaded files', () => {
  it('are checked like by the command, and removed afterwards', async () => {
    const ann = await signedIn('Ann Lee');
    const many = longExtract([{ date: '31MAY2018', fields: { Total_Use: 'many' } }]);
    const { page } = await upload(ann, { 'may.csv': many });
    expect(page).toContain('may.csv, row 1, column value: not a whole number: many (Total_Use)');
    const none = await upload(ann, {});
    expect([none.to, none.page]).toEqual(['/upload', expect.stringContaining('no file is chosen')]);
    const large = await upload(ann, { 'a.csv': 'x'.repeat(2 ** 20 + 1) });
    expect(large.page).toContain(
      'a.csv: the file is too large: over 1,048,576 bytes (the setting UPTAKE_MAX_FILE)',
    );
    const past = await upload(ann, { 'a.csv': many }, { at: '2018-05-30T09:30' });
    expect(past.page).toContain('9:30am on Wednesday 30 May 2018 is past');
    expect(left()).toEqual([]);
  });

  it("become a release under their sender's name", async () => {
    const ann = await signedIn('Ann Lee');
    const checked = await upload(ann, { 'é.csv': extract('31MAY2018', 200, 10) }, { check: 'yes' });
    expect(checked.page).toContain('Checked: no problems. Nothing was released.');
    expect(checked.page).toContain('é.csv: 130 rows');
    const { page } = await upload(ann, { 'may.csv': extract('31MAY2018', 200, 10) });
    expect(page).toContain('Release 2018-05.1 is made and current (before: 2018-04.1).');
    expect(events().at(-1)).toMatchObject({ event: 'published', by: 'Ann Lee' });
    expect(left()).toEqual([]);
  });

  it('with doubts of the gate are kept until somebody accepts them with a reason', async () => {
    const ann = await signedIn('Ann Lee');
    const { to, page } = await upload(ann, { 'june.csv': extract('30JUN2099', 200, 10) });
    expect(page).toContain('Month in the future');
    expect(left()).toHaveLength(1);
    const blank = await send(`${to}/accept`, ann, { reason: '  ' });
    expect(await read(blank.headers.get('location')!, ann.cookie)).toContain('This was not done');
    const accepted = await send(`${to}/accept`, ann, { reason: 'Made up for a trial.' });
    expect(await read(accepted.headers.get('location')!, ann.cookie)).toContain(
      'Release 2099-06.1 is made and current',
    );
    expect(left()).toEqual([]);
    // Sent twice, as by a double click, and for an upload that does not exist.
    for (const path of [to, accepted.headers.get('location')!, '/uploads/99']) {
      const again = await send(`${path}/accept`, ann, { reason: 'Made up for a trial.' });
      expect(again.status).toBe(303);
      expect(await read('/upload', ann.cookie)).toContain(
        'nothing of this upload waits to be accepted',
      );
    }
    const [manifest] = [...new ReleaseFolder(folder).look().entries.values()];
    expect(manifest!.manifest!.reasons).toEqual(['Made up for a trial.']);
  });
});

describe('a step taken on a page', () => {
  it("is the same as the command's, and reports its result once", async () => {
    const ann = await signedIn('Ann Lee');
    await send('/calendar/announce', ann, { month: '2018-07', at: '2099-05-28T09:30' });
    const said = 'July 2018 is announced for 9:30am on Thursday 28 May 2099.';
    expect(await read('/calendar', ann.cookie)).toContain(said);
    expect(await read('/calendar', ann.cookie)).not.toContain(said);
    await send('/calendar/2018-07/move', ann, { at: '2099-06-04 09:30', reason: ' ' });
    const again = await read('/calendar', ann.cookie);
    expect(again).toContain('the reason has no text');
    expect(again).toContain('value="2099-06-04 09:30"');
    await send('/calendar/2018-07/move', ann, { at: '2099-06-04T09:30', reason: 'A holiday.' });
    expect(events().at(-1)).toEqual({
      at: expect.any(String),
      by: 'Ann Lee',
      event: 'moved',
      month: '2018-07',
      due: '2099-06-04T08:30:00.000Z',
      reason: 'A holiday.',
    });
    await send('/releases/2099-06.1/notice', ann, { kind: 'note', text: 'As <b>published</b>.' });
    const page = await read('/releases/2099-06.1', ann.cookie);
    expect(page).toContain('As &lt;b&gt;published&lt;/b&gt;.');
    await send('/releases/2099-06.1/withdraw', ann, { reason: 'Wrong file.' });
    expect(new ReleaseFolder(folder).look().life.current).toBe('2018-05.1');
    const absent = await fetch(`${origin}/releases/2018-09.1`, { headers: { Cookie: ann.cookie } });
    expect(absent.status).toBe(404);
  });
});

it('uploaded files are read as the form says', async () => {
  const ann = await signedIn('Ann Lee');
  const wide = { 'mine.csv': wideExtract([{ code: 'A81001' }]) };
  const check = 'yes';
  const unnamed = await upload(ann, wide, { check });
  expect(unnamed.page).toContain('the file name does not say which service it is about');
  const fresh = await upload(ann, wide, { check, service: 'records', fresh: 'yes' });
  expect(fresh.page).toContain('mine.csv: 1 row, layout wide-2015, records');
  expect(fresh.page).toContain('England (the release has April 2015):');
  const may = { 'may.csv': extract('31MAY2018', 200, 10) };
  const draft = await upload(ann, may, { at: '2099-05-28 09:30' });
  expect(draft.page).toContain(
    'Release 2018-05.2 is made, as a draft. 2018-05.2 will be published at 9:30am on Thursday 28 May 2099.',
  );
});
