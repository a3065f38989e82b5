import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { endpoints } from '../../../server/api/endpoints.ts';
import { codesOf, fillIn } from '../../../server/api/examples.ts';
import { parametersOf } from '../../../server/api/filters.ts';
import { paged, rowsBefore } from '../../../server/api/paging.ts';
import { Releases } from '../../../server/store/releases.ts';
import { gathered } from '../../support/bytes.ts';
import { type Serving, serve } from '../../support/serving.ts';

const rows = Array.from({ length: 7 }, (_, i) => ({ i }));
const inChunks = (size: number) => ({
  chunks: Array.from({ length: Math.ceil(7 / size) }, (_, i) =>
    rows.slice(i * size, (i + 1) * size),
  ),
});

describe('a page of a table', () => {
  it.each([
    [1, 1],
    [2, 3],
    [3, 2],
    [7, 7],
    [7, 100],
    [4, 7],
  ])('leads to the next one, chunks of %i rows and pages of %i', async (size, limit) => {
    const found: object[] = [];
    let after: number | undefined;
    let pages = 0;
    do {
      const page = paged(inChunks(size), { limit, after });
      let length = 0;
      for await (const chunk of page.chunks) {
        length += chunk.length;
        found.push(...chunk);
      }
      expect(length).toBeLessThanOrEqual(limit);
      const cursor = page.next!();
      after = cursor === null ? undefined : rowsBefore(cursor);
      pages++;
    } while (after);
    expect(found).toEqual(rows);
    expect(pages).toBe(Math.ceil(7 / limit));
  });

  it('is all remaining rows without a limit', async () => {
    const { next } = paged(inChunks(3), { limit: 5 });
    expect(next!()).toBeNull();
    const first = paged(inChunks(3), { limit: 5 });
    for await (const _ of first.chunks);
    const rest = paged(inChunks(3), { after: rowsBefore(first.next!()!) });
    const found: object[] = [];
    for await (const chunk of rest.chunks) found.push(...chunk);
    expect(found).toEqual(rows.slice(5));
  });

  it('reads no further than it needs', async () => {
    let read = 0;
    let closed = false;
    async function* endless() {
      try {
        for (;;) yield [{ i: read++ }];
      } finally {
        closed = true;
      }
    }
    for await (const _ of paged({ chunks: endless() }, { limit: 3 }).chunks);
    expect(read).toBe(4);
    expect(closed).toBe(true);
  });

  it('rejects a cursor that no answer gave', () => {
    expect(() => rowsBefore('cm93')).toThrow('not a cursor');
  });
});

/** Tables that count all their rows, however few are requested. */
const counted = ['/figures', '/sentences', '/areas', '/measures', '/search'];

const tables = endpoints.filter((one) => parametersOf(one).includes('cursor'));

/** Their examples, and a question whose figures are counted in two ways: a row each, and several to a row. */
const questions: [path: string, query: string][] = [
  ...tables.map(({ path, example }): [string, string] => [path, example]),
  ['/figures', 'level=region,practice&measure=records_enabled,records_use&period=latest'],
];

describe('every large table', () => {
  let serving: Serving;
  let fill: (example: string) => string;
  beforeAll(async () => {
    serving = await serve(inject('illustrative'));
    const releases = new Releases(inject('illustrative'));
    const codes = codesOf(await releases.get());
    fill = (example) => fillIn(example, codes);
    await releases.close();
  });
  afterAll(() => serving.stop());

  it.each(questions)('comes in pages that are the whole: %s?%s', async (path, example) => {
    const search = new URLSearchParams(fill(example));
    search.set('limit', '10000');
    const whole = await (await fetch(`${serving.origin}/api/v1${path}?${search}`)).json();
    expect(whole.meta.next).toBeUndefined();
    expect(whole.meta.total).toBe(whole.data.length);
    const limit = Math.max(1, Math.ceil(whole.data.length / 3));
    search.set('limit', String(limit));
    const found: object[] = [];
    let address: string | undefined = `/api/v1${path}?${search}`;
    while (address) {
      const response: Response = await fetch(serving.origin + address);
      const { data, meta } = await response.json();
      expect(response.status).toBe(200);
      found.push(...data);
      if (!counted.includes(path)) expect([undefined, whole.data.length]).toContain(meta.total);
      else expect(meta.total).toBe(whole.data.length);
      address = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
      expect(Boolean(meta.next)).toBe(Boolean(address));
      if (!address) break;
      const next = new URL(address, serving.origin).searchParams;
      expect(next.get('cursor')).toBe(meta.next);
      expect(next.get('release')).toBe(meta.release);
      expect(next.get('limit')).toBe(String(limit));
    }
    expect(found).toEqual(whole.data);
  });

  it('names the next page of an answer too large to be kept', async () => {
    const address = '/api/v1/figures?level=practice&from=2014-04&limit=10000&format=csv';
    const response = await fetch(serving.origin + address);
    expect(response.headers.get('link')).toMatch(/rel="next"/);
    const lines = (await gathered(response.body!)).toString().trimEnd().split('\r\n');
    expect(lines).toHaveLength(10_001);
  });
});
