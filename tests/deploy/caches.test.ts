import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { currentFile } from '../../data/definitions/releaseFolder.ts';
import { freePort, installed } from '../../scripts/bench/nginx.ts';
import { readSmallFile } from '../../server/store/releases/folder.ts';
import { sql } from '../../server/store/sql.ts';
import { copyRelease } from '../support/copies.ts';
import { makeCurrent } from '../support/ledgers.ts';
import { seededRandom } from '../support/random.ts';
import { ownFolder, startNginx, startServer, startVarnish } from './servers.ts';

const folder = ownFolder();

const caches = [
  { name: 'nginx', program: installed('nginx'), start: startNginx },
  { name: 'Varnish', program: installed('varnishd'), start: startVarnish },
];
for (const { name, program } of caches) {
  if (!program) console.log(`skipped: ${name} as a cache (it is not installed)`);
}
const there = caches.filter(({ program }) => program);

/** Seconds for which the caches keep responses. They may send them for as long again while they fetch new ones. */
const fresh = 1;
/** A server looks at the folder twice a second. */
const noticed = 600;
/** How long a reader waits before it asks again, in ms: six of them still ask thousands of times. */
const pause = 10;

const data = join(folder, 'releases');
const [before, after] = ['2015-03.1', '2015-03.2'];
let ports: [number, number];

/** Responses of every kind, about random places. */
function someAddresses(count: number): string[] {
  const random = seededRandom(16);
  const one = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
  const levels = ['england', 'region', 'subregion', 'ccg'];
  const measures = ['records_enabled', 'appointments_enabled', 'prescriptions_enabled'];
  const kinds = [
    () => `/api/v1/figures?level=${one(levels)}&measure=${one(measures)}`,
    () => `/api/v1/figures.csv?level=${one(levels)}&measure=${one(measures)}`,
    () =>
      `/api/v1/figures?level=practice&measure=${one(measures)}&limit=${1 + Math.floor(random() * 30)}`,
    () => `/api/v1/comparisons?level=${one(levels.slice(1))}&measure=${one(measures)}`,
    () => `/api/v1/trends?level=${one(levels)}&measure=${one(measures)}`,
  ];
  const made = Array.from({ length: count }, () => one(kinds)());
  return [
    ...made,
    '/',
    '/about',
    '/areas/E92000001',
    '/charts/places.svg?measure=records_enabled&level=region',
  ];
}
const addresses = someAddresses(120);

const ask = async (port: number, path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    headers: { Host: 'example.org', ...headers },
  });
  return { status: response.status, headers: response.headers, body: await response.text() };
};

/** What the servers answer to each address while a release is current; both answer the same. */
async function rightAnswers(): Promise<Map<string, string>> {
  const right = new Map<string, string>();
  for (const path of addresses) {
    const { status, body } = await ask(ports[0], path);
    expect([path, status]).toEqual([path, 200]);
    right.set(path, body);
  }
  return right;
}

describe.skipIf(there.length === 0)('two servers behind a cache', () => {
  const right = new Map<string, Map<string, string>>();

  beforeAll(async () => {
    cpSync(inject('illustrative'), data, { recursive: true });
    expect(readSmallFile(join(data, currentFile))).toBe(before);
    await copyRelease(
      data,
      before,
      after,
      sql`update figure set numerator = numerator - 1 where numerator > 0`,
      sql`update practice_month set records_enabled = records_enabled - 1 where records_enabled > 0`,
      sql`update release set made_at = '2030-01-01 12:00:00'`,
    );
    ports = [await freePort(), await freePort()];
    const settings = {
      UPTAKE_DATA: data,
      UPTAKE_FRESH: String(fresh),
      UPTAKE_ORIGIN: 'https://example.org',
    };
    for (const port of ports) await startServer(port, settings);
    for (const id of [after, before]) {
      makeCurrent(data, id);
      await sleep(noticed);
      right.set(id, await rightAnswers());
    }
  });

  it.each(there)(
    '$name sends nothing stale or mixed when another release is made current',
    async ({ program, start }) => {
      const [old, now] = [right.get(before)!, right.get(after)!];
      makeCurrent(data, before);
      // On a busy machine they may notice late.
      for (const own of ports) {
        await expect.poll(async () => (await ask(own, '/')).body === old.get('/')).toBe(true);
      }
      const port = await freePort();
      await start(program!, port, ports);
      const wrong: string[] = [];
      let asked = 0;
      // A response that took long was made from the release that was current when it began.
      let slowest = 0;
      let switched = Number.POSITIVE_INFINITY;
      let isEnding = false;
      const reader = async (first: number) => {
        for (let i = first; !isEnding; i += 7) {
          const path = addresses[i % addresses.length]!;
          const began = performance.now();
          const { status, body } = await ask(port, path);
          asked++;
          slowest = Math.max(slowest, performance.now() - began);
          const mayBeOld = began < switched + noticed + 2 * fresh * 1000 + 1000 + 2 * slowest;
          const mayBeNew = performance.now() > switched;
          const isRight =
            (mayBeOld && body === old.get(path)) || (mayBeNew && body === now.get(path));
          if (status !== 200 || !isRight) wrong.push(`${path}: ${status} ${body.slice(0, 200)}`);
          await sleep(pause);
        }
      };
      const readers = Array.from({ length: 6 }, (_, i) => reader(i));
      await sleep(2500);
      switched = performance.now();
      makeCurrent(data, after);
      await sleep(noticed + 2 * fresh * 1000 + 1000 + 2 * slowest + 2500);
      isEnding = true;
      await Promise.all(readers);
      expect(wrong).toEqual([]);
      expect(asked).toBeGreaterThan(12);
      for (const path of addresses) expect((await ask(port, path)).body).toBe(now.get(path));
    },
  );

  it.each(there)(
    '$name keeps good answers by encoding, and nothing personal',
    async ({ program, start }) => {
      const port = await freePort();
      await start(program!, port, ports);
      const named = `/api/v1/figures?level=ccg&measure=records_enabled&release=${before}`;
      const first = await ask(port, named, { 'Accept-Encoding': 'gzip' });
      const again = await ask(port, named, { 'Accept-Encoding': 'gzip', Cookie: 'someone=else' });
      expect(first.headers.get('x-cache')).toBe('MISS');
      expect(again.headers.get('x-cache')).toBe('HIT');
      expect(again.body).toBe(first.body);
      expect(first.headers.get('content-encoding')).toBe('gzip');
      const [one, other] = [first, again].map(({ headers }) => headers.get('x-request-id'));
      expect(one).toBeTruthy();
      expect(other).toBeTruthy();
      expect(other).not.toBe(one);
      expect(again.headers.get('set-cookie')).toBeNull();

      const plain = await ask(port, named, { 'Accept-Encoding': 'identity' });
      expect(plain.headers.get('content-encoding')).toBeNull();
      expect(plain.body).toBe(first.body);
      const csv = await ask(port, named, { Accept: 'text/csv' });
      expect(csv.headers.get('content-type')).toContain('text/csv');
      expect(await ask(port, named)).toMatchObject({ body: first.body });
      const held = await ask(port, named, { 'If-None-Match': first.headers.get('etag')! });
      expect([held.status, held.body]).toEqual([304, '']);

      await sleep(3 * fresh * 1000);
      const { headers: later } = await ask(port, named);
      expect(later.get('x-cache')).toBe('HIT');
      // By one of these a browser counts what is left of max-age.
      const sinceDate = (Date.now() - Date.parse(later.get('date')!)) / 1000;
      expect(Math.max(Number(later.get('age')), sinceDate)).toBeGreaterThanOrEqual(2 * fresh);
      expect((await ask(port, '/api/v1/measures')).headers.get('x-cache')).toBe('MISS');
      expect((await ask(port, '/api/v1/measures')).headers.get('x-cache')).toBe('HIT');

      for (const path of [
        '/health/live',
        '/api/v1/figures?measure=nonsense',
        '/api/v1/bundle.zip',
      ]) {
        await ask(port, path);
        const { status, headers } = await ask(port, path);
        expect([path, status, headers.get('x-cache')]).not.toEqual([path, status, 'HIT']);
      }
      for (const path of ['/metrics', '/metrics/', '/Metrics?a', '/uptake/metrics', '/%6detrics']) {
        const { status, body } = await ask(port, path);
        expect([path, status, body.includes('uptake_')]).toEqual([path, 404, false]);
      }
      const part = await fetch(
        `http://127.0.0.1:${port}/api/v1/releases/${before}/release.duckdb`,
        {
          headers: { Range: 'bytes=0-99' },
        },
      );
      expect(part.status).toBe(206);
      expect((await part.arrayBuffer()).byteLength).toBe(100);
      const page = { Accept: 'text/html,*/*;q=0.8' };
      expect((await ask(port, '/practices/ZZ9999', page)).headers.get('content-type')).toContain(
        'html',
      );
      expect((await ask(port, '/api/v1/practices/ZZ9999')).headers.get('content-type')).toContain(
        'json',
      );
    },
  );
});
