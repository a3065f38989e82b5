import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { change } from '../../scripts/releases/change.ts';
import { preview, revoke } from '../../scripts/releases/previewSteps.ts';
import { writeDown } from '../../server/store/releases/writeDown.ts';
import { sql } from '../../server/store/sql.ts';
import { draftCopy } from '../support/copies.ts';
import { type Serving, serve } from '../support/serving.ts';

const [out, draft] = ['2015-03.1', '2015-03.2'] as const;
const due = Date.parse('2019-05-30T08:30:00Z');
const hour = 3_600_000;
const doing = { by: 'Ann', now: new Date('2019-05-20T08:30:00Z') };
const folder = mkdtempSync(join(tmpdir(), 'uptake-before-'));
const token = 'of-the-ministers-office';
const under = `/preview/${token}`;
/** The folder for the files of this test's previews. */
const room = mkdtempSync(join(tmpdir(), 'uptake-room-'));
let now = due - hour;
let serving: Serving;
let published: Serving;

const give = (who: string, given: string, until: number | null = null) =>
  change(folder, doing, (view) => preview(view, draft, { who, until, token: given }, doing));

beforeAll(async () => {
  vi.stubEnv('TMPDIR', room);
  cpSync(inject('illustrative'), folder, { recursive: true });
  writeDown(
    folder,
    [
      {
        event: 'announced',
        month: '2015-03',
        due: new Date(due).toISOString(),
        provisional: false,
      },
    ],
    doing,
  );
  await draftCopy(
    folder,
    out,
    draft,
    new Date(due),
    doing,
    sql`update figure set numerator = numerator - 1 where numerator > 0`,
    sql`update release set previous = ${out}`,
  );
  await give('Minister’s office', token);
  const ways = { web: 'web', origin: 'https://example.org' };
  serving = await serve(folder, { ...ways, now: () => now });
  published = await serve(folder, { ...ways, now: () => due });
});
beforeEach(() => {
  now = due - hour;
});
afterAll(async () => {
  await serving.stop();
  await published.stop();
  vi.unstubAllEnvs();
  for (const made of [folder, room]) rmSync(made, { recursive: true, force: true });
});

async function answerOf(path: string, { origin }: Serving = serving) {
  const response = await fetch(origin + path, { headers: { Accept: '*/*' } });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** Addresses of every kind of response, and their responses. */
const kinds: [path: string, status: number][] = [
  ['/', 200],
  ['/areas/Q66', 200],
  ['/releases', 200],
  ['/api/v1/measures', 200],
  ['/api/v1/measures', 200],
  ['/api/v1/figures?level=region&measure=records_enabled', 200],
  ['/api/v1/figures.csv?level=region&measure=records_enabled', 200],
  ['/api/v1/figures.xlsx?level=region&measure=records_enabled', 200],
  ['/api/v1/bundle.zip', 200],
  ['/api/v1/openapi.json', 200],
  ['/charts/months.svg?measure=records_enabled', 200],
  ['/charts/months.png?measure=records_enabled', 200],
  ['/sitemap.xml', 200],
  ['/calendar.ics', 200],
  ['/index.html', 200],
  ['/nonsense', 404],
  ['/api/v1/nonsense', 404],
  ['/embed/places?measure=records_enabled', 404],
  ['/oembed?url=https://example.org/', 404],
  ['/metrics', 404],
  ['/health/ready', 404],
  ['/mcp', 404],
];

describe('a preview', () => {
  it('is the whole site as it will be, from a day before until its second', async () => {
    const ofPreview = async () => {
      const { status, text } = await answerOf(`${under}/api/v1/measures`);
      return status === 200 ? JSON.parse(text).meta.release : status;
    };
    const seen: unknown[] = [];
    for (const [at, expected] of [
      [due - 24 * hour - 1, 404],
      [due - 24 * hour, draft],
      [due - 1, draft],
      [due, 404],
    ] as const) {
      now = at;
      const { text } = await answerOf('/api/v1/measures');
      const publicly = at < due ? out : draft;
      seen.push([await ofPreview(), JSON.parse(text).meta.release]);
      expect(seen.at(-1)).toEqual([expected, publicly]);
    }
    now = due - hour;
    // Only in this test do clocks go back: the folder is read again within half a second.
    await expect.poll(ofPreview).toBe(draft);
    const asked = '/api/v1/figures?level=region&measure=records_enabled&period=2015-03';
    const [before, after] = [await answerOf(under + asked), await answerOf(asked, published)];
    expect(JSON.parse(before.text).data).toEqual(JSON.parse(after.text).data);
    expect(JSON.parse((await answerOf(asked)).text).data).not.toEqual(JSON.parse(after.text).data);
  });

  it('says on every page and image whom it is for', async () => {
    const page = (await answerOf(`${under}/areas/Q66`)).text;
    const sentence =
      'Preview for Minister’s office: not to be published or passed on before 9:30am on Thursday 30 May 2019.';
    expect(page).toContain(`<span class="wide">${sentence}</span>`);
    expect(page).toContain('data-mark="Preview for Minister’s office: not published"');
    expect(page).toContain(`href="${under}/explore"`);
    expect(page.split('<div id="site">')[0]).toContain(sentence);
    const chart = '/charts/months.svg?measure=records_enabled';
    const marked = (await answerOf(under + chart)).text;
    const plain = (await answerOf(chart, published)).text;
    expect(marked).toMatch(/>Preview for Minister’s office: not published<\/text>\n<\/svg>\n$/);
    expect(plain).not.toContain('Preview for');
    expect(marked.replace(/<text[^>]*>Preview[^<]*<\/text>\n/, '')).toBe(plain);
    const card = await answerOf(`${under}/charts/months.svg?measure=records_enabled&shape=card`);
    expect(card.text).toContain('>Preview for Minister’s office: not published</text>');
  });

  it.each(kinds)(
    'keeps %s (%i) out of caches, indexes, other sites and Referer',
    async (path, is) => {
      const { status, headers } = await answerOf(under + path);
      expect(status === 301 ? 200 : status).toBe(is);
      expect(Object.fromEntries(headers)).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex, nofollow, noarchive',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
    },
  );

  it('leaves its token in no log, metric, ledger or file that others read', async () => {
    await answerOf(`${under}/`);
    await answerOf('/preview/another-token/areas/Q66?a=b');
    expect(serving.logged.join('')).not.toMatch(/ministers-office|another-token/);
    expect(serving.logged.join('')).toContain('"url":"/preview/…/areas/Q66?a=b"');
    const ledger = readFileSync(join(folder, 'ledger.jsonl'), 'utf8');
    expect(ledger).not.toContain(token);
    expect(ledger).toContain(createHash('sha256').update(token).digest('hex'));
    const metrics = (await answerOf('/metrics')).text;
    expect(metrics).not.toMatch(/preview|minister/i);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    expect(files.filter((name) => name.includes(draft))).toEqual([
      `${draft}.duckdb`,
      `${draft}.json`,
    ]);
    for (const path of ['/', '/releases', '/api/v1/releases', '/sitemap.xml', '/api/v1/calendar']) {
      const { text } = await answerOf(path);
      expect([path, text.includes(draft) || text.includes(token)]).toEqual([path, false]);
    }
  });

  it('is on the public list of who has access before publication', async () => {
    const { data } = JSON.parse((await answerOf('/api/v1/calendar')).text);
    const said = 'Minister’s office, from 9:30am on Wednesday 29 May 2019.';
    expect(data[0]).toMatchObject({ period: '2015-03', early_access: said });
    const page = (await answerOf('/releases')).text;
    expect(page).toContain('Access before publication');
    expect(page).toContain(said);
    const after = JSON.parse((await answerOf('/api/v1/calendar', published)).text).data;
    expect(after[0]).toMatchObject({ release: draft, early_access: said });
  });

  it('follows its release to another time', async () => {
    const moved = due + 2 * hour;
    const event = { event: 'moved', month: '2015-03', reason: 'A holiday' } as const;
    const at = (time: number) => ({ ...doing, now: new Date(time) });
    const said = async () => (await answerOf(`${under}/about`)).text;
    expect(await said()).toContain('before 9:30am on Thursday 30 May 2019');
    const times = [moved, due].map((time) => new Date(time).toISOString());
    writeDown(folder, [{ ...event, due: times[0]! }], at(due - 3 * hour));
    await expect.poll(said).toContain('before 11:30am on Thursday 30 May 2019');
    writeDown(folder, [{ ...event, due: times[1]! }], at(due - 3 * hour));
    await expect.poll(said).toContain('before 9:30am on Thursday 30 May 2019');
  });

  it('ends when it is revoked, and at its own time, completely', async () => {
    await give('Editor', 'of-the-editor', due - 2 * hour);
    await expect.poll(async () => (await answerOf('/releases')).text).toContain('Editor');
    now = due - 2 * hour - 1;
    expect((await answerOf('/preview/of-the-editor/')).status).toBe(200);
    now = due - 2 * hour;
    expect((await answerOf('/preview/of-the-editor/')).status).toBe(404);
    now = due - hour;
    expect((await answerOf(`${under}/`)).status).toBe(200);
    await change(folder, { ...doing, now: new Date(due - 2 * hour) }, (view) =>
      revoke(view, draft, 'Minister’s office'),
    );
    await expect.poll(async () => (await answerOf(`${under}/`)).status).toBe(404);
    for (const [path] of kinds) {
      const [once, never] = [await answerOf(under + path), await answerOf(`/preview/never${path}`)];
      expect([path, once.status, once.text.replaceAll(token, 'never')]).toEqual([
        path,
        404,
        never.text,
      ]);
      expect(once.text).not.toContain(draft);
    }
    const rooms = readdirSync(room).filter((name) => name.startsWith('uptake-preview-'));
    expect(rooms).toHaveLength(1);
    expect(readdirSync(join(room, rooms[0]!))).toEqual([]);
    expect(serving.logged.join('')).not.toContain(token);
  });
});
