import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import autocannon, { type Result } from 'autocannon';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readSetting } from '../../data/definitions/settings.ts';
import { endpoints } from '../../server/api/endpoints.ts';
import { codesOf } from '../../server/api/examples.ts';
import { siteFiles } from '../../server/pages/siteFiles.ts';
import { readLedger } from '../../server/store/releases/ledger.ts';
import { writeDown } from '../../server/store/releases/writeDown.ts';
import { Releases } from '../../server/store/releases.ts';
import { sql } from '../../server/store/sql.ts';
import { pages } from '../../web/route.ts';
import { draftCopy } from '../support/copies.ts';
import { seededRandom } from '../support/random.ts';
import { type Serving, serve } from '../support/serving.ts';

const [out, draft] = ['2015-03.1', '2015-03.2'] as const;
const due = Date.parse('2019-05-30T08:30:00Z');
const doing = { by: 'Ann', now: new Date('2019-05-20T08:30:00Z') };
/** The clock of all servers: it stands still before the publication time, and later runs on from a moment before it. */
let now = () => due - 20_000;

const scratch = mkdtempSync(join(tmpdir(), 'uptake-embargo-'));
const [without, withDraft] = [join(scratch, 'without'), join(scratch, 'with')];
let plain: Serving;
let servers: [Serving, Serving];

beforeAll(async () => {
  cpSync(inject('referenced'), without, { recursive: true });
  const announced = {
    event: 'announced' as const,
    month: '2015-03',
    due: new Date(due).toISOString(),
    provisional: false,
  };
  writeDown(without, [announced], doing);
  cpSync(without, withDraft, { recursive: true });
  await draftCopy(
    withDraft,
    out,
    draft,
    new Date(due),
    doing,
    sql`update figure set numerator = numerator - 1 where numerator > 0`,
    sql`update release set previous = ${out}`,
  );
  const ways = { web: 'web', now: () => now(), origin: 'https://example.org' };
  plain = await serve(without, ways);
  servers = [
    await serve(withDraft, { ...ways, follows: true }),
    await serve(withDraft, { ...ways, follows: true }),
  ];
});
afterAll(async () => {
  for (const server of [plain, ...servers]) await server.stop();
  rmSync(scratch, { recursive: true, force: true });
});

/** Addresses of every kind of route, without a release and with each release that may be named. */
async function someAddresses(count: number): Promise<string[]> {
  const random = seededRandom(930);
  const one = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
  const releases = new Releases(without);
  const release = await releases.get();
  const codes = codesOf(release);
  const { codesByLevel } = release.catalogue;
  const named = [draft, draft, out, 'current', '2015-03.3', '2015-04.1'];
  const filled = (path: string, id: string) =>
    path.replace(/\{(\w+)\}/g, (_, name) => (name === 'release' ? id : codes[name as 'practice']));
  const withRelease = (address: string) =>
    random() < 0.6
      ? `${address}${address.includes('?') ? '&' : '?'}release=${one(named)}`
      : address;
  const kinds = [
    () => {
      const { path, example, columns } = one(endpoints);
      const ending = columns && random() < 0.3 ? one(['.csv', '.xlsx', '.parquet']) : '';
      const inPath = filled(path, one(named));
      const asked = `/api/v1${inPath}${ending}${example ? `?${example}` : ''}`;
      return path.includes('{release}') ? asked : withRelease(asked);
    },
    () => {
      const place = one([...codesByLevel.practice, ...codesByLevel.ccg, ...codesByLevel.region]);
      return withRelease(one(pages).pattern.replace(/:code/, place));
    },
    () => withRelease(`/charts/months.${one(['svg', 'csv'])}?measure=records_enabled`),
    () => withRelease('/embed/places?measure=records_enabled&level=region'),
    () => one(siteFiles).path,
    () =>
      one(['/health/ready', '/nonsense', `/releases/${draft}`, `/${draft}`, '/api/v1/nonsense']),
  ];
  const made = Array.from({ length: count }, () => one(kinds)());
  await releases.close();
  return made;
}

/** Headers that differ with each response, or say when a server made a file that it keeps, such as the bundle. */
const own = ['date', 'x-request-id', 'connection', 'keep-alive', 'last-modified'];

async function answerOf({ origin }: Serving, path: string) {
  const response = await fetch(origin + path, { headers: { Host: 'example.org' } });
  const headers = [...response.headers].filter(([name]) => !own.includes(name));
  const body = Buffer.from(await response.arrayBuffer());
  return { status: response.status, headers: Object.fromEntries(headers), body };
}

/** Half of 500 requests a second, sent to one server from a separate thread, until after the publication time. */
const loaded = ({ origin }: Serving): Promise<Result> =>
  autocannon({
    url: `${origin}/api/v1/measures`,
    ...{ connections: 10, overallRate: 250, duration: 4, workers: 1 },
  });

const releaseOf = async (server: Serving) =>
  JSON.parse((await answerOf(server, '/api/v1/measures')).body.toString()).meta.release;

describe('a draft', () => {
  const count = Math.ceil(readSetting(process.env, 'UPTAKE_REQUESTS') / 5);

  it(
    `changes none of ${count} answers before its time, byte for byte`,
    async () => {
      const addresses = await someAddresses(count);
      const statuses = new Map<number, number>();
      for (const [i, path] of addresses.entries()) {
        const expected = await answerOf(plain, path);
        const { status, headers, body } = await answerOf(servers[i % 2]!, path);
        expect([path, status, headers]).toEqual([path, expected.status, expected.headers]);
        expect(body.equals(expected.body), path).toBe(true);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
      // What is told of it would be told by pages that are there and by those that are not.
      expect(statuses.get(200)).toBeGreaterThan(count / 3);
      expect(statuses.get(404)).toBeGreaterThan(count / 10);
    },
    60_000 + count * 400,
  );

  it('is published by every server within a second of its time, under load and without failures', async () => {
    expect(await Promise.all(servers.map(releaseOf))).toEqual([out, out]);
    const lead = 2000;
    const offset = due - lead - Date.now();
    now = () => Date.now() + offset;
    await wait(100);
    const turned: [number, number] = [Number.NaN, Number.NaN];
    const faults: string[] = [];
    const asked = [0, 0];
    /** Requests one server again and again until two seconds after the publication time. */
    const asking = async (index: number) => {
      while (now() < due + 2000) {
        const began = now();
        const { status, headers, body } = await answerOf(servers[index]!, '/api/v1/measures');
        const { release } = JSON.parse(body.toString()).meta;
        asked[index]!++;
        if (status !== 200) faults.push(`status ${status}`);
        if (release === draft && now() < due) faults.push('early');
        if (release === draft && Number.isNaN(turned[index])) turned[index] = now() - due;
        if (release === out && began >= due) faults.push(`old ${began - due} ms after`);
        const kept = Number(/max-age=(\d+)/.exec(headers['cache-control'] ?? '')?.[1] ?? 0);
        if (release === out && began < due && began + kept * 1000 > due) {
          faults.push(`kept for ${kept} s, ${due - began} ms before`);
        }
      }
    };
    const [first, second] = await Promise.all([
      ...servers.map(loaded),
      ...[0, 1].flatMap((index) => [asking(index), asking(index)]),
    ]);
    expect(faults).toEqual([]);
    for (const load of [first, second] as Result[]) {
      expect([load.errors, load.timeouts, load.non2xx, load.mismatches]).toEqual([0, 0, 0, 0]);
      expect(load['2xx']).toBeGreaterThan(0);
    }
    // Requests sent after the time get the new release, so the lateness is at most that of one response.
    expect(turned.every((ms) => ms >= 0)).toBe(true);
    expect(Math.min(...asked)).toBeGreaterThan(5);
  });

  it('is then recorded once, with how late it was, and shown as a metric', async () => {
    const told = () =>
      readLedger(withDraft)!.events.filter(
        (event) => event.event === 'published' && event.release === draft,
      );
    await expect.poll(told, { timeout: 10_000 }).toHaveLength(1);
    await wait(1500);
    expect(told()).toEqual([
      {
        at: expect.any(String),
        by: null,
        event: 'published',
        release: draft,
        sha256: expect.stringMatching(/^[\da-f]{64}$/),
        due: new Date(due).toISOString(),
        late: expect.any(Number),
      },
    ]);
    const [event] = told();
    expect(event).toMatchObject({ event: 'published' });
    for (const server of servers) {
      const metrics = (await answerOf(server, '/metrics')).body.toString();
      expect(metrics).toMatch(/uptake_publish_late_seconds\{release="2015-03\.2"\} \d+(\.\d+)?\n/);
    }
    expect((await answerOf(plain, '/metrics')).body.toString()).not.toContain('_late_seconds{');
  });
});
