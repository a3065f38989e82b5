import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { dayInLondon } from '../../../data/definitions/days.ts';
import { Keeping } from '../../../server/http/keeping.ts';
import { type Serving, serve } from '../../support/serving.ts';

const aDay = 'public, max-age=86400';
const forSeconds = (seconds: number) =>
  `public, max-age=${seconds}, stale-while-revalidate=${seconds}`;

describe('how long an answer is kept', () => {
  const nine = Date.parse('2019-05-02T09:30+01:00');
  const coming = (...times: number[]) => ({ toCome: () => times, edition: () => 'now' });

  it('is a day if its release is named, and otherwise as long as the setting says', () => {
    const keeping = new Keeping({ fresh: 300, next: null });
    expect(keeping.of(200, 'named')).toBe(aDay);
    expect(keeping.of(200, 'release')).toBe(forSeconds(300));
    expect(keeping.of(200)).toBe(forSeconds(300));
    expect(new Keeping({ fresh: 0, next: null }).of(200)).toBe('no-cache');
  });

  it.each([
    [-100_000, aDay, forSeconds(60), 'public, max-age=5'],
    [-86_399, 'public, max-age=86399', forSeconds(60), 'public, max-age=5'],
    [-120, 'public, max-age=120', forSeconds(60), 'public, max-age=5'],
    [
      -119,
      'public, max-age=119',
      'public, max-age=60, stale-while-revalidate=59',
      'public, max-age=5',
    ],
    [-60, 'public, max-age=60', 'public, max-age=60', 'public, max-age=5'],
    [-12.4, 'public, max-age=12', 'public, max-age=12', 'public, max-age=5'],
    [-4, 'public, max-age=4', 'public, max-age=4', 'public, max-age=4'],
    [-0.9, 'no-cache', 'no-cache', 'no-store'],
    [0, aDay, forSeconds(5), 'public, max-age=5'],
    [3600, aDay, forSeconds(5), 'public, max-age=5'],
    [3601, aDay, forSeconds(60), 'public, max-age=5'],
  ])(
    '%d seconds after the announced time: %s for a named release, %s for the current one, %s for nothing',
    (after, named, current, nothing) => {
      const now = () => nine + after * 1000;
      for (const keeping of [
        new Keeping({ fresh: 60, next: nine }, coming(), now),
        new Keeping({ fresh: 60, next: null }, coming(nine + 1e9, nine), now),
      ]) {
        expect(keeping.of(200, 'named')).toBe(named);
        expect(keeping.of(200)).toBe(current);
        expect(keeping.of(404)).toBe(nothing);
      }
    },
  );

  it('is nothing for what was made just before another release', () => {
    const keeping = new Keeping({ fresh: 60, next: null }, coming());
    expect(keeping.of(200, 'release', 'before')).toBe('no-cache');
    expect(keeping.of(200, 'named', 'before')).toBe('no-cache');
    expect(keeping.of(404, 'release', 'before')).toBe('no-store');
    expect(keeping.of(200, 'release', 'now')).toBe(forSeconds(60));
  });

  it('is nothing for errors other than 404', () => {
    const keeping = new Keeping({ fresh: 60, next: null });
    expect(keeping.of(404, 'named')).toBe('public, max-age=5');
    for (const status of [400, 405, 414, 416, 429, 500, 503]) {
      expect(keeping.of(status, 'named')).toBe('no-store');
    }
  });
});

describe('what caches are told', () => {
  const web = mkdtempSync(join(tmpdir(), 'uptake-keeping-'));
  let serving: Serving;
  let release: string;
  beforeAll(async () => {
    copyFileSync('web/index.html', join(web, 'index.html'));
    copyFileSync('web/embed.html', join(web, 'embed.html'));
    writeFileSync(join(web, 'note.txt'), 'a file of the site');
    serving = await serve(inject('illustrative'), { web, fresh: 20 });
    const { meta } = await (await fetch(`${serving.origin}/api/v1/measures`)).json();
    release = meta.release;
  });
  afterAll(async () => {
    await serving.stop();
    rmSync(web, { recursive: true });
  });

  const asked = async (path: string, init?: RequestInit) => {
    const response = await fetch(serving.origin + path.replace('ID', release), init);
    await response.arrayBuffer();
    return { status: response.status, told: response.headers.get('cache-control') };
  };

  it.each([
    ['/api/v1/figures?level=region&release=ID', aDay],
    ['/api/v1/figures.csv?level=practice&release=ID', aDay],
    ['/api/v1/figures?level=region&format=parquet&release=ID', aDay],
    ['/api/v1/releases/ID/release.duckdb', aDay],
    ['/charts/places.svg?measure=records_enabled&level=region&release=ID', aDay],
    ['/api/v1/figures?level=region', forSeconds(20)],
    ['/api/v1/figures?level=region&release=current', forSeconds(20)],
    ['/api/v1/figures.csv?level=practice', forSeconds(20)],
    // On the day asked for, another release may still come.
    [`/api/v1/figures?level=region&asOf=${dayInLondon(new Date())}`, forSeconds(20)],
    [
      `/api/v1/figures?level=region&asOf=${new Date(Date.now() - 1000).toISOString().slice(0, 19)}Z`,
      aDay,
    ],
    ['/api/v1/releases/current/release.duckdb', forSeconds(20)],
    ['/charts/places.svg?measure=records_enabled&level=region', forSeconds(20)],
    // Texts about other releases change when those do.
    ['/api/v1/releases?release=ID', forSeconds(20)],
    ['/api/v1/continuity?release=ID', forSeconds(20)],
    ['/feed.atom?release=ID', forSeconds(20)],
    // Pages refer to files of this version of the software.
    ['/about?release=ID', forSeconds(20)],
    ['/embed/places?measure=records_enabled&level=region&release=ID', forSeconds(20)],
    ['/', forSeconds(20)],
    ['/sitemap.xml', forSeconds(20)],
    ['/robots.txt', forSeconds(20)],
    ['/api/v1', forSeconds(20)],
    ['/api/v1/openapi.json', forSeconds(20)],
    ['/note.txt', 'public, max-age=3600'],
    ['/health/live', 'no-store'],
    ['/health/ready', 'no-store'],
  ])('about %s, the first time and again', async (path, told) => {
    expect(await asked(path)).toEqual({ status: 200, told });
    expect(await asked(path)).toEqual({ status: 200, told });
  });

  it.each([
    ['/api/v1/figures?measure=nonsense&release=ID', 400, 'no-store'],
    ['/api/v1/nonsense?release=ID', 404, 'public, max-age=5'],
    ['/api/v1/practices/ZZ9999?release=ID', 404, 'public, max-age=5'],
    ['/practices/ZZ9999?release=ID', 404, 'public, max-age=5'],
    ['/api/v1/figures?release=2001-01.1', 404, 'public, max-age=5'],
    ['/nonsense', 404, 'public, max-age=5'],
    ['/assets/nonsense.js', 404, 'public, max-age=5'],
    ['/health/nonsense', 404, 'public, max-age=5'],
  ])('about %s, which is a problem', async (path, status, told) => {
    expect(await asked(path)).toEqual({ status, told });
    expect(await asked(path, { headers: { Accept: 'text/html' } })).toEqual({ status, told });
  });

  it.each(['/api/v1/figures?level=ccg&release=ID', '/api/v1/figures.parquet?level=ccg&release=ID'])(
    'about %s if they have it already: the same',
    async (path) => {
      const response = await fetch(serving.origin + path.replace('ID', release));
      await response.arrayBuffer();
      const headers = { 'If-None-Match': response.headers.get('etag')! };
      expect(await asked(path, { headers })).toEqual({ status: 304, told: aDay });
      const unseen = path.replace('ccg', 'subregion');
      expect(await asked(unseen, { headers: { 'If-None-Match': '*' } })).toEqual({
        status: 304,
        told: aDay,
      });
    },
  );
});
