import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { type Serving, serve } from '../../support/serving.ts';

const web = mkdtempSync(join(tmpdir(), 'uptake-web-'));
let serving: Serving;
beforeAll(async () => {
  for (const name of ['index.html', 'embed.html'])
    writeFileSync(
      join(web, name),
      '<html><head><!--head--></head><body><!--page--><!--data--></body></html>',
    );
  serving = await serve(inject('illustrative'), { web });
  // What every page reads once is already in memory.
  await fetched('/about');
});
afterAll(async () => {
  await serving.stop();
  rmSync(web, { recursive: true });
});
afterEach(() => vi.restoreAllMocks());

const fetched = (path: string, signal?: AbortSignal) => fetch(serving.origin + path, { signal });

/** How often the database is queried for figures while something is done. */
async function readings(work: () => Promise<unknown>): Promise<number> {
  const reading = vi.spyOn(DuckDatabase.prototype, 'columnChunks');
  await work();
  const { length } = reading.mock.calls;
  reading.mockRestore();
  return length;
}

const kinds: [name: string, path: (month: string) => string][] = [
  ['an answer', (month) => `/api/v1/figures?measure=records_enabled&level=ccg&period=${month}`],
  ['a page', (month) => `/explore?measure=records_enabled&level=ccg&period=${month}`],
  ['a picture', (month) => `/charts/places.svg?measure=records_enabled&level=ccg&period=${month}`],
  ['an embedded chart', (month) => `/embed/places?measure=records_enabled&period=${month}`],
];

describe.each(kinds)('%s', (_, path) => {
  it('is computed once for all who ask for it at the same time', async () => {
    const one = await readings(() => fetched(path('2014-11')));
    expect(one).toBeGreaterThan(0);
    let bodies: string[] = [];
    const ten = await readings(async () => {
      const all = Array.from({ length: 10 }, async () => (await fetched(path('2014-12'))).text());
      bodies = await Promise.all(all);
    });
    expect(ten).toBe(one);
    expect(new Set(bodies).size).toBe(1);
    expect(bodies[0]!.length).toBeGreaterThan(1000);
  });

  it('is completed when the first who asked leaves', async () => {
    const leaving = new AbortController();
    const first = fetched(path('2015-01'), leaving.signal);
    const second = fetched(path('2015-01'));
    setTimeout(() => leaving.abort(), 5);
    await expect(Promise.all([first, second])).rejects.toThrow();
    const { status, headers } = await second;
    expect([status, headers.get('etag')]).toEqual([200, expect.stringMatching(/^W\//)]);
  });

  it('is cached for links with tracking parameters', async () => {
    const plain = await fetched(path('2015-02'));
    const etag = plain.headers.get('etag');
    const tails = ['utm_source=letter', 'fbclid=1', 'gclid=2', ''];
    const again = await readings(async () => {
      for (const tail of tails) {
        const { status, headers } = await fetched(`${path('2015-02')}&${tail}`);
        expect([status, headers.get('etag')]).toEqual([200, etag]);
      }
    });
    expect(again).toBe(0);
  });
});

describe('a page', () => {
  it('is the same, whatever unknown parameters its address has', async () => {
    const plain = await (await fetched('/quality?period=2015-03')).text();
    const again = await readings(async () => {
      for (const query of [
        'nonsense=1&period=2015-03',
        'period=2015-03&x=%ff',
        'period=2015-03&',
      ]) {
        expect(await (await fetched(`/quality?${query}`)).text()).toBe(plain);
      }
    });
    expect(again).toBe(0);
    expect(plain).not.toContain('nonsense');
  });
});
