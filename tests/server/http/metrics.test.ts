import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { ReleaseAbout } from '../../../data/definitions/manifest.ts';
import { Metrics } from '../../../server/http/metrics.ts';
import { type Serving, serve } from '../../support/serving.ts';

const web = mkdtempSync(join(tmpdir(), 'uptake-metrics-'));
let serving: Serving;
beforeAll(async () => {
  copyFileSync('web/index.html', join(web, 'index.html'));
  copyFileSync('web/index.html', join(web, 'file.html'));
  serving = await serve(inject('illustrative'), { web });
});
afterAll(async () => {
  await serving.stop();
  rmSync(web, { recursive: true });
});

const ask = async (path: string) => {
  const response = await fetch(serving.origin + path);
  return { headers: response.headers, status: response.status, text: await response.text() };
};

/** The numbers of the metrics by name and labels. */
async function numbers(): Promise<Map<string, number>> {
  const { text } = await ask('/metrics');
  const lines = text.split('\n').filter((line) => line && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const at = line.lastIndexOf(' ');
      return [line.slice(0, at), Number(line.slice(at + 1))];
    }),
  );
}

const counted = (route: string, status: string) =>
  `uptake_answer_seconds_count{route="${route}",status="${status}"}`;

describe('metrics', () => {
  it('count answers by route and status, and cached ones, without anything that was asked', async () => {
    const asked: [path: string, route: string, status: string][] = [
      ['/api/v1/figures?level=region&measure=records_enabled', '/api/v1/figures', '2xx'],
      ['/api/v1/figures.csv?level=region', '/api/v1/figures', '2xx'],
      ['/api/v1/practices/ZZ0001', '/api/v1/practices/:code', '2xx'],
      ['/api/v1/search?q=secretplace', '/api/v1/search', '2xx'],
      ['/api/v1/figures?measure=secretword', '/api/v1/figures', '4xx'],
      ['/api/v1/secretpath', 'none', '4xx'],
      ['/about', 'page', '2xx'],
      ['/practices/SECRET', 'page', '4xx'],
      ['/file.html', 'file', '2xx'],
      ['/health/live', '/health/live', '2xx'],
    ];
    const expected = new Map<string, number>();
    for (const [path, route, status] of asked) {
      await ask(path);
      const name = counted(route, status);
      expected.set(name, (expected.get(name) ?? 0) + 1);
    }
    await ask(asked[0]![0]);
    await ask(asked[0]![0]);
    expected.set(counted('kept', '2xx'), 2);
    // A response is counted once its connection is done with it.
    await expect
      .poll(async () => {
        const found = await numbers();
        return [...expected.keys()].map((name) => [name, found.get(name)]);
      })
      .toEqual([...expected]);
    const found = await numbers();
    expect(found.get('uptake_answers_total{kept="yes"}')).toBe(2);
    expect(found.get('uptake_answers_total{kept="no"}')).toBeGreaterThanOrEqual(asked.length);
    expect([...found.keys()].join('\n')).not.toMatch(/secret|ZZ0001|records_enabled/i);
  });

  it('include what is in hand, and how old the release is and how late it was', async () => {
    const { headers, status, text } = await ask('/metrics');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/plain');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(text).toContain('# TYPE uptake_answer_seconds histogram');
    const found = await numbers();
    expect(found.get('uptake_queue_answers')).toBe(0);
    expect(found.get('uptake_queue_bytes')).toBe(0);
    const { meta } = await (await fetch(`${serving.origin}/api/v1/measures`)).json();
    const labels = `{release="${meta.release}",kind="illustrative"}`;
    const made = Date.parse(meta.made_at);
    // About March 2015, which ended when April began.
    expect(meta.last_period).toBe('2015-03');
    expect(found.get(`uptake_release_lag_seconds${labels}`)).toBe(
      (made - Date.parse('2015-04-01T00:00:00Z')) / 1000,
    );
    const age = found.get(`uptake_release_age_seconds${labels}`)!;
    expect(Math.abs(age - (Date.now() - made) / 1000)).toBeLessThan(60);
  });
});

it('the age is that of the release that answers, at the first look and after another took over', async () => {
  const made_at = new Date(Date.now() - 60_000).toISOString();
  let about = { release: '2015-02.1', kind: 'published', made_at, last_period: '2015-02' };
  const { registry } = new Metrics({
    work: { inHand: { open: 0, bytes: 0 } },
    about: async () => about as ReleaseAbout,
    turn: () => null,
  });
  const ages = async () => {
    const text = await registry.metrics();
    return [...text.matchAll(/^uptake_release_age_seconds\{release="([^"]+)".* (\S+)$/gm)];
  };
  const [[, first, age] = [], ...others] = await ages();
  expect([first, Math.round(Number(age)), others]).toEqual(['2015-02.1', 60, []]);
  about = { ...about, release: '2015-03.1' };
  expect((await ages()).map(([, release]) => release)).toEqual(['2015-03.1']);
});

it('are at one address, which proxies keep from the public', async () => {
  const statuses = ['/metrics/', '/Metrics', '/%6detrics', '/health/ready/'].map(
    async (path) => (await ask(path)).status,
  );
  expect(new Set(await Promise.all(statuses))).toEqual(new Set([404]));
});

describe('metrics of a folder without a release', () => {
  it('exist nevertheless', async () => {
    const none = mkdtempSync(join(tmpdir(), 'uptake-none-'));
    const { origin, stop } = await serve(none);
    const response = await fetch(`${origin}/metrics`);
    expect(response.status).toBe(200);
    expect(await response.text()).not.toContain('uptake_release_age_seconds{');
    await stop();
    rmSync(none, { recursive: true });
  });
});
