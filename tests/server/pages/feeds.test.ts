import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { newsKindIds } from '../../../data/definitions/news.ts';
import { ingest } from '../../../scripts/ingest/ingest.ts';
import { newsFeed } from '../../../server/pages/feeds.ts';
import type { Ask } from '../../../web/ask.ts';
import { enriched } from '../../support/enriched.ts';
import { type Serving, serve } from '../../support/serving.ts';
import { madeExtracts } from '../recomputed/made.ts';

const folder = mkdtempSync(join(tmpdir(), 'uptake-feeds-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Serves a folder while requests are sent. */
async function served<T>(data: string, ask: (serving: Serving) => Promise<T>): Promise<T> {
  const serving = await serve(data, { web: 'web' });
  try {
    return await ask(serving);
  } finally {
    await serving.stop();
  }
}

/** A feed in both formats, as a feed reader parses it. */
async function read({ origin }: Serving, query: string) {
  const [atom, json] = await Promise.all(
    ['atom', 'json'].map(async (form) => {
      const response = await fetch(`${origin}/feed.${form}${query}`);
      expect(response.status).toBe(200);
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      return { type: response.headers.get('content-type'), text: await response.text() };
    }),
  );
  expect(atom!.type).toBe('application/atom+xml; charset=utf-8');
  expect(json!.type).toBe('application/feed+json; charset=utf-8');
  return { atom: parseAtomFeed(atom!.text), json: parseJsonFeed(JSON.parse(json!.text)) };
}

/** Enough practices that some of them have news. */
const ofMany = Array.from({ length: 200 }, (_, i) => `ZZ${String(i + 1).padStart(4, '0')}`).join();

describe('the feed of a place', () => {
  let serving: Serving;
  beforeAll(async () => {
    serving = await serve(inject('referenced'), { web: 'web' });
  });
  afterAll(() => serving.stop());

  const rows = async (query: string) =>
    (await (await fetch(`${serving.origin}/api/v1/news${query}`)).json()).data;

  it('has the same entries in both formats, each with its id, its words and its page', async () => {
    const query = `?group=${ofMany}`;
    const { atom, json } = await read(serving, query);
    const expected = await rows(query);
    expect(expected.length).toBeGreaterThan(3);
    const shown = expected.slice(0, 100).map((row: Record<string, string>) => ({
      id: `urn:gp-online-uptake:${row.id}`,
      title: `Illustrative, not real: ${row.title}`,
      summary: row.sentence,
      url: `${serving.origin}/practices/${row.area_code}`,
    }));
    expect(json.items!.map(({ id, title, summary, url }) => ({ id, title, summary, url }))).toEqual(
      shown,
    );
    expect(
      atom.entries!.map(({ id, title, summary, links }) => ({
        id,
        title: unescaped(text(title)),
        summary: unescaped(text(summary)),
        url: links![0]!.href,
      })),
    ).toEqual(shown);
    expect(atom.links!.find(({ rel }) => rel === 'self')!.href).toBe(
      `${serving.origin}/feed.atom?group=${encodeURIComponent(ofMany)}`,
    );
    expect(json.title).toMatch(
      /^Illustrative, not real: .*: what is new at your group of 200 practices$/,
    );
  });

  it('of a group says whom to follow if one of its practices may have merged', async () => {
    const { data: merged } = await (
      await fetch(
        `${serving.origin}/api/v1/lifecycle?event=may_have_merged&from=2014-04&to=2015-03`,
      )
    ).json();
    const { practice_code: gone, after: heir, period } = merged[0];
    const { json, atom } = await read(serving, `?group=${gone},ZZ0001`);
    const id = `urn:gp-online-uptake:may_have_merged/${period}/${gone}`;
    const entry = json.items!.find((one) => one.id === id)!;
    expect(entry.content_html).toContain(
      `<a href="${serving.origin}/news?area=${heir}">Follow ${heir} from now on</a>`,
    );
    expect(atom.entries!.map((one) => one.id)).toContain(id);
    const { json: onwards } = await read(serving, `?group=${gone},ZZ0001,${heir}`);
    const ids = onwards.items!.map((one) => one.id);
    expect(ids).toEqual(expect.arrayContaining(json.items!.map((one) => one.id)));
    expect(json.title).toMatch(/at your group of 2 practices$/);
  });

  it('is linked from the page of a place and of its news', async () => {
    for (const [page, feed] of [
      ['/', '/feed.atom'],
      ['/practices/ZZ0001', '/feed.atom?area=ZZ0001'],
      ['/news', '/feed.atom'],
      ['/news?area=E92000001', '/feed.atom'],
      ['/news?group=ZZ0001,ZZ0002', '/feed.atom?group=ZZ0001%2CZZ0002'],
      ['/news?area=ZZ0001&measure=any_enabled', '/feed.atom?area=ZZ0001&amp;measure=any_enabled'],
    ]) {
      const html = await (await fetch(serving.origin + page)).text();
      const [, href] = /type="application\/atom\+xml"[^>]*href="([^"]*)"/.exec(html)!;
      expect(href, page).toBe(feed);
    }
  });

  it.each([
    ['?areas=ZZ0001', /unknown parameter: areas \(did you mean area\?\)/],
    ['?area=NOBODY', /unknown area: NOBODY/],
    ['?limit=3', /unknown parameter: limit/],
    ['?measure=any_enabeld', /unknown measure: any_enabeld \(did you mean any_enabled\?\)/],
  ])('rejects %s with a reason', async (query, said) => {
    const response = await fetch(`${serving.origin}/feed.atom${query}`);
    expect(response.status).toBe(400);
    expect((await response.json()).detail).toMatch(said);
  });
});

const text = (value: unknown): string =>
  typeof value === 'string' ? value : (value as { value: string }).value;

const unescaped = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

it('keeps the ids of its entries when a release is built again, and a month later', async () => {
  const files = madeExtracts().map(({ name, text }) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  });
  const idsOf = (data: string) =>
    served(data, async (serving) => {
      const { json } = await read(serving, '?area=02N');
      return json.items!.map(({ id }) => id);
    });
  const data = join(folder, 'data');
  await ingest({ files, dataFolder: data });
  const first = await idsOf(data);
  await ingest({ files, dataFolder: data, fresh: true });
  expect(first.length).toBeGreaterThan(0);
  expect(await idsOf(data)).toEqual(first);
});

it('has the latest hundred entries if there are more', async () => {
  const all = Array.from({ length: 120 }, (_, i) => ({
    id: `moved_far/2018-09/ZZ${1000 + i}`,
    told_at: null,
    kind: 'moved_far',
    level: 'practice',
    area_code: `ZZ${1000 + i}`,
    title: 'A headline',
    sentence: 'A sentence.',
    follow_on_code: null,
  }));
  const ask = (async (_: string, { limit }: { limit: string }) => ({
    data: all.slice(0, Number(limit)),
    meta: { made_at: '2018-11-01T09:30:00Z', kind: 'published' },
  })) as unknown as Ask;
  const search = new URLSearchParams({ group: 'ZZ1000,ZZ1001' });
  const feed = await newsFeed('/feed.json', search, ask, { origin: 'https://a.org', prefix: '' });
  const { items } = parseJsonFeed(JSON.parse(feed));
  expect(items!.map(({ id }) => id)).toEqual(
    all.slice(0, 100).map(({ id }) => `urn:gp-online-uptake:${id}`),
  );
});

it('was updated when its latest entry was told, each entry being of its own time', async () => {
  const told = [null, '2018-12-02T09:30:00Z', '2018-11-20T09:30:00Z'];
  const made_at = '2018-11-01T09:30:00Z';
  const feedOf = async (times: typeof told) => {
    const data = times.map((told_at, i) => ({
      ...{ id: `a/${i}`, told_at, kind: 'appeared', level: 'practice', area_code: 'ZZ0001' },
      ...{ title: 'A', sentence: 'A.', follow_on_code: null },
    }));
    const meta = { made_at, kind: 'published' };
    const ask = (async () => ({ data, meta })) as unknown as Ask;
    const search = new URLSearchParams({ group: 'ZZ0001' });
    return parseAtomFeed(
      await newsFeed('/feed.atom', search, ask, { origin: 'https://a.org', prefix: '' }),
    );
  };
  const { updated, entries } = await feedOf(told);
  const read = [updated, ...entries!.map((one) => one.updated)];
  const wanted = [told[1], made_at, ...told.slice(1)];
  expect(read.map((time) => Date.parse(String(time)))).toEqual(
    wanted.map((time) => Date.parse(time!)),
  );
  expect(Date.parse(String((await feedOf([])).updated))).toBe(Date.parse(made_at));
});

it('links news of releases to their calendar, and all other news to the page of its place', async () => {
  const all = newsKindIds.map((kind) => ({
    id: kind,
    kind,
    level: 'practice',
    area_code: 'ZZ0001',
    title: kind,
    sentence: kind,
    told_at: null,
    follow_on_code: null,
  }));
  const ask = (async () => ({
    data: all,
    meta: { made_at: '2018-11-01T09:30:00Z', kind: 'published' },
  })) as unknown as Ask;
  const search = new URLSearchParams({ group: 'ZZ0001' });
  const feed = await newsFeed('/feed.json', search, ask, { origin: 'https://a.org', prefix: '/p' });
  const { items } = parseJsonFeed(JSON.parse(feed));
  const ofReleases = ['release', 'notice', 'withdrawn'];
  expect(items!.map(({ id, url }) => [id, url])).toEqual(
    newsKindIds.map((kind) => [
      `urn:gp-online-uptake:${kind}`,
      `https://a.org/p${ofReleases.includes(kind) ? '/releases' : '/practices/ZZ0001'}`,
    ]),
  );
});

it('treats a name from a file as a name', async () => {
  const hostile = `]]> <script>alert("x")</script> & 'co'`;
  const data = await enriched(inject('referenced'), [
    `update area set area_name = '${hostile.replaceAll("'", "''")}' where level = 'practice'`,
  ]);
  await served(data, async (serving) => {
    const response = await fetch(`${serving.origin}/feed.atom?group=${ofMany}`);
    const raw = await response.text();
    expect(raw).not.toContain('<script>');
    const titles = parseAtomFeed(raw).entries!.map(({ title }) => unescaped(text(title)));
    expect(titles.some((title) => /<script>alert\("x"\)/i.test(title))).toBe(true);
  });
});
