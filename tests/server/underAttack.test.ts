import { cpSync, mkdtempSync, renameSync, rmSync, truncateSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { percentile } from '../../scripts/bench/measuring.ts';
import { startWatched, type WatchedServer } from '../../scripts/bench/servers.ts';
import { underLoad } from '../../scripts/bench/underLoad.ts';
import { builtWeb } from '../../server/config.ts';

// Servers as they are started for people, each a process of its own: what ends one is seen. How fast they are is
// measured by `npm run bench -- load`; the bounds here are ten times as wide, so that a busy machine meets them too.

const folder = mkdtempSync(join(tmpdir(), 'uptake-attacked-'));
let server: WatchedServer;
beforeAll(async () => {
  cpSync(inject('illustrative'), folder, { recursive: true });
  const settings = { UPTAKE_PROXIES: '1', UPTAKE_RATE: '100' };
  server = await startWatched(folder, undefined, settings);
}, 60_000);
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Asks as one client of many, and resolves when the answer begins. */
const begin = (path: string, client = '192.0.2.1', { origin } = server): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const headers = { 'X-Forwarded-For': client };
    get(origin + path, { agent: false, headers }, resolve).on('error', reject);
  });

/** The status of an answer whose body is left unread. */
const statusOf = async (path: string, client?: string, of = server): Promise<number> => {
  const response = await begin(path, client, of);
  response.destroy();
  return response.statusCode!;
};

/** Reads so many bytes of an answer, or all, and leaves; returns how many came. */
async function read(path: string, most: number, of: WatchedServer): Promise<number> {
  const response = await begin(path, undefined, of);
  expect([path, response.statusCode]).toEqual([path, 200]);
  let bytes = 0;
  for await (const piece of response) {
    bytes += piece.length;
    if (bytes > most) break;
  }
  return bytes;
}

const small = '/api/v1/figures?measure=records_enabled';
const measures =
  'records_offered,records_enabled,records_accessed,appointments_enabled,prescriptions_enabled';
const everything = '/api/v1/figures?level=practice&from=2014-04';

describe.skipIf(!inject('published2018'))('ten of the largest answers at once', () => {
  it('leave a server alive whose heap is 512 MB', async () => {
    const little = await startWatched(inject('published2018')!, 512);
    const all = 'level=england,region,subregion,ccg,practice&from=2018-04';
    const largest = [
      `/api/v1/figures?${all}`,
      `/api/v1/figures?${all}&format=csv`,
      `/api/v1/figures?${all}&format=parquet`,
      `/api/v1/figures?${all}&format=xlsx`,
      `/api/v1/comparisons?${all}`,
      `/api/v1/comparisons?${all}&format=csv`,
      `/api/v1/sentences?${all}`,
      '/api/v1/trends?level=practice',
      '/api/v1/targets?level=practice',
      '/api/v1/bundle.zip',
    ];
    // Answers that were gathered before they are sent would take several times that memory before their first byte.
    const bytes = await Promise.all(largest.map((path) => read(path, 100_000, little)));
    expect(Math.min(...bytes)).toBeGreaterThan(100_000);
    expect((await little.watched()).rss).toBeLessThan(2e9);
    expect(await statusOf(small, undefined, little)).toBe(200);
    await little.stop();
  }, 120_000);
});

describe('forty downloads at once', () => {
  it('do not delay health checks or a cached page', async () => {
    const answer = builtWeb() ? '/' : small;
    const paths = { download: `${everything}&format=csv`, check: '/health/live', answer };
    const { checks, answers, downloads } = await underLoad(server, paths, {
      times: 40,
      during: 2000,
    });
    expect(downloads.refused + downloads.cutOff).toBe(0);
    expect(percentile(checks, 90)).toBeLessThan(1000);
    expect(percentile(answers, 90)).toBeLessThan(500);
  }, 60_000);
});

describe('one client', () => {
  it('that reads none of its answers delays only itself', async () => {
    const client = '192.0.2.3';
    const { rss: idle } = await server.watched();
    // Several times what the system takes off a server's hands for a reader who does not read.
    const path = `${everything}&measure=${measures}`;
    // So many answers of one client may be under way; the rest is refused until some have ended.
    const begun = await Promise.all(Array.from({ length: 70 }, () => begin(path, client)));
    const refused = begun.filter(({ statusCode }) => statusCode === 429);
    expect(begun.filter(({ statusCode }) => statusCode === 200)).toHaveLength(60);
    expect(refused.map(({ headers }) => headers['retry-after'])).toEqual(Array(10).fill('5'));
    expect(await statusOf('/api/v1/measures', client)).toBe(429);
    expect(await statusOf('/health/live', client)).toBe(200);
    expect(await statusOf('/api/v1/measures')).toBe(200);
    expect((await server.watched()).rss - idle).toBeLessThan(60 * 64e6);
    for (const response of begun) response.destroy();
    const again = () => statusOf('/api/v1/areas?level=region', client);
    await expect.poll(again, { timeout: 5000, interval: 500 }).toBe(200);
  }, 60_000);

  it('that asks for too much in a minute waits, and others do not', async () => {
    const client = '192.0.2.4';
    expect(await statusOf(small)).toBe(200);
    const flood = await Promise.all(
      Array.from({ length: 150 }, (_, i) =>
        begin(`/api/v1/areas?level=practice&limit=${i + 1}`, client),
      ),
    );
    for (const response of flood) response.resume();
    const limited = flood.filter(({ headers }) => Number(headers['retry-after']) > 5);
    expect(limited).toHaveLength(50);
    expect(limited.every(({ statusCode }) => statusCode === 429)).toBe(true);
    expect(await statusOf('/api/v1/periods', client)).toBe(429);
    expect(await statusOf('/api/v1/periods')).toBe(200);
    // What is at hand costs nothing, and is not counted.
    expect(await statusOf(small, client)).toBe(200);
    expect(await statusOf('/health/live', client)).toBe(200);
  }, 60_000);
});

describe('a folder of releases removed under a running server', () => {
  it('ends neither the server nor its answers from open releases', async () => {
    const file = join(folder, '2015-03.1.duckdb');
    const problems = async (): Promise<string[]> => {
      const response = await fetch(`${server.origin}/health/ready`);
      return response.status === 200 ? (await response.json()).problems : [`${response.status}`];
    };
    const soon = { timeout: 10_000, interval: 200 };
    const alive = async (question: string) =>
      expect([await statusOf('/health/live'), await statusOf(question)]).toEqual([200, 200]);

    expect(await statusOf('/api/v1/bundle.zip')).toBe(200);
    rmSync(join(folder, 'current'));
    rmSync(join(folder, 'ledger.jsonl'));
    await expect.poll(problems, soon).toHaveLength(1);
    await alive('/api/v1/figures?level=region');

    renameSync(file, `${file}.away`);
    expect(await statusOf('/api/v1/release.duckdb')).toBe(503);
    await alive('/api/v1/figures?level=subregion');

    renameSync(folder, `${folder}.away`);
    expect(await statusOf('/api/v1/bundle.zip')).toBe(200);
    expect(await statusOf('/api/v1/areas?level=ccg&format=xlsx')).toBe(200);
    await expect.poll(problems, soon).not.toEqual([]);
    await alive('/api/v1/trends?level=ccg');

    renameSync(`${folder}.away`, folder);
    truncateSync(`${file}.away`, 500_000);
    renameSync(`${file}.away`, file);
    await expect.poll(problems, soon).not.toEqual([]);
    await statusOf('/api/v1/figures?level=practice&measure=records_offered');
    expect(await statusOf('/health/live')).toBe(200);
    await server.watched();
  }, 60_000);
});
