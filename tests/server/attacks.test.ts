import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ask } from '../../server/api/api.ts';
import { table } from '../../server/api/endpoint.ts';
import { unpaced } from '../../server/pace.ts';
import { Releases } from '../../server/store/releases.ts';
import type { Column } from '../../server/table.ts';
import { copyRelease } from '../support/copies.ts';
import { makeCurrent } from '../support/ledgers.ts';
import { type Serving, serve } from '../support/serving.ts';

// A temporary folder for this test only, to show that no response waits on disk to be sent.
const usual = process.env.TMPDIR;
const waiting = mkdtempSync(join(tmpdir(), 'uptake-attacks-'));

let serving: Serving;
beforeAll(async () => {
  process.env.TMPDIR = waiting;
  serving = await serve(inject('illustrative'));
});
afterAll(async () => {
  const failures = serving.logged.filter((line) => JSON.parse(line).level >= 50);
  await serving.stop();
  if (usual === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = usual;
  rmSync(waiting, { recursive: true, force: true });
  expect(failures).toEqual([]);
});

const everything = '/api/v1/figures?level=practice&from=2014-04';
const fetched = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(serving.origin + path, { headers, method });

/** Sends a request and disconnects at once, or after some bytes; settles when all is over. */
const leaveAfter = (path: string, bytes: number): Promise<void> =>
  new Promise((left) => {
    let size = 0;
    const asking = get(serving.origin + path, (response) => {
      response.on('data', (piece) => {
        size += piece.length;
        if (size > bytes) asking.destroy();
      });
      response.on('close', left);
    });
    asking.on('error', () => left());
    if (bytes === 0) setTimeout(() => asking.destroy(), 20);
  });

/** Reads a whole response; returns its size. */
async function bytesIn(pieces: AsyncIterable<string | Uint8Array>): Promise<number> {
  let size = 0;
  for await (const piece of pieces) size += piece.length;
  return size;
}

describe('readers who leave', () => {
  it.each(['csv', 'json', 'parquet', 'xlsx'])(
    'in the middle of %s leave nothing behind',
    async (format) => {
      const path = `${everything}&format=${format}`;
      const before = serving.logged.length;
      await Promise.all([0, 1, 20_000, 0, 1, 20_000].map((bytes) => leaveAfter(path, bytes)));
      await leaveAfter('/api/v1/bundle.zip', 1);
      await leaveAfter('/api/v1/release.duckdb', 1);
      await expect
        .poll(
          () => serving.logged.slice(before).filter((line) => JSON.parse(line).aborted).length,
          {
            timeout: 20_000,
          },
        )
        .toBeGreaterThan(2);
      expect((await fetched('/api/v1/measures')).status).toBe(200);
      expect(readdirSync(waiting)).toEqual([]);
    },
  );

  it('are not computed for any longer, in any format', async () => {
    const releases = new Releases(inject('illustrative'));
    let read = 0;
    const columns: Column[] = [{ name: 'period', type: 'string', description: 'Month.' }];
    async function* chunks() {
      for (; read < 10_000; read++) {
        yield [{ period: '2015-03' }];
        await new Promise((next) => setImmediate(next));
      }
    }
    const endless = table({
      path: '/endless',
      summary: 'Endless',
      description: 'Endless.',
      parameters: [],
      example: '',
      columns,
      rows: () => ({ chunks: chunks() }),
    });
    const left = new AbortController();
    const asked = await ask(endless, releases, {}, new URLSearchParams('format=xlsx'));
    const { pieces } = await asked.answer({ ...unpaced, left: left.signal });
    const all = bytesIn(pieces);
    const gone = new Error('gone');
    await expect.poll(() => read).toBeGreaterThan(600);
    left.abort(gone);
    await expect(all).rejects.toBe(gone);
    expect(read).toBeLessThan(10_000);
    await releases.close();
  });
});

describe('twenty readers at once', () => {
  it('get the same as one', async () => {
    const path = `${everything}&measure=records_enabled&format=csv`;
    const alone = await (await fetched(path)).text();
    const all = await Promise.all(
      Array.from({ length: 20 }, async () => (await fetched(path)).text()),
    );
    expect(all.every((text) => text === alone)).toBe(true);
  });
});

describe('a release that is replaced during a download', () => {
  const folder = mkdtempSync(join(tmpdir(), 'uptake-replaced-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('ends as it began', async () => {
    cpSync(inject('illustrative'), folder, { recursive: true });
    await copyRelease(folder, '2015-03.1', '2015-03.2');
    const following = await serve(folder);
    const path = `${following.origin}${everything}&format=csv`;
    const whole = await (await fetch(`${path}&release=2015-03.1`)).text();
    const slow = await fetch(path);
    const reader = slow.body!.getReader();
    const pieces = [(await reader.read()).value!];
    makeCurrent(folder, '2015-03.2');
    const current = async () =>
      (await (await fetch(`${following.origin}/health/ready`)).json()).release;
    await expect.poll(current, { timeout: 5000 }).toBe('2015-03.2');
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      pieces.push(next.value);
    }
    expect(Buffer.concat(pieces).toString()).toBe(whole);
    await following.stop();
  });
});

describe('conditional requests', () => {
  const path = '/api/v1/figures?measure=records_enabled&level=ccg';

  it.each([
    ['the validator', (etag: string) => etag],
    ['the validator without its W', (etag: string) => etag.slice(2)],
    ['a list with it', (etag: string) => `"other", ${etag}`],
    ['any', () => '*'],
  ])('are answered 304 without a body by %s', async (_, held) => {
    for (const format of ['json', 'csv']) {
      for (const method of ['GET', 'HEAD']) {
        const address = `${path}&format=${format}`;
        const etag = (await fetched(address)).headers.get('etag')!;
        const again = await fetched(address, { 'If-None-Match': held(etag) }, method);
        expect([again.status, await again.text()]).toEqual([304, '']);
        expect(again.headers.get('etag')).toBe(etag);
      }
    }
    // A response that is not cached, as it was never requested.
    const fresh = `${path}&period=2014-12&format=${_.length % 2 ? 'csv' : 'json'}`;
    const asked = await fetched(fresh, { 'If-None-Match': '"nothing of the kind"' });
    expect(asked.status).toBe(200);
  });

  it('are answered in full for another validator', async () => {
    const other = await fetched(path, { 'If-None-Match': 'W/"other", "more"' });
    expect(other.status).toBe(200);
    expect((await other.json()).data.length).toBeGreaterThan(1);
  });
});

describe('headers that ask for the impossible', () => {
  const path = '/api/v1/figures?measure=records_enabled&level=ccg';

  it('get the whole answer: a range', async () => {
    for (const range of ['bytes=0-9', 'bytes=99999999-', 'bytes=5-1,0-', 'lines=1']) {
      const response = await fetched(path, { Range: range });
      expect(response.status).toBe(200);
      expect((await response.json()).data.length).toBeGreaterThan(1);
    }
  });

  it.each(['image/webp', 'text/html', 'nonsense', '*/*;q=0', 'application/xml'])(
    'do not change the format: Accept %s',
    async (accept) => {
      const response = await fetched(path, { Accept: accept });
      expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    },
  );

  it.each([
    'text/csv; charset=utf-8; header=present',
    'TEXT/CSV;charset=utf-8',
    'text/*',
    'application/json;q=0.5, text/csv;header=absent;q=0.9',
  ])('ask for a format whatever their parameters: Accept %s', async (accept) => {
    const response = await fetched(path, { Accept: accept });
    expect(response.headers.get('content-type')).toMatch(/^text\/csv/);
    expect((await response.text()).split('\n').length).toBeGreaterThan(2);
  });

  it.each([
    ['gzip;q=0', null],
    ['identity;q=1, gzip; q=0.0', null],
    ['br;q=0', null],
    ['deflate', null],
    ['gzip;q=0.5', 'gzip'],
    ['deflate, gzip', 'gzip'],
  ])('get bodies compressed only as they allow: Accept-Encoding %s', async (encoding, packed) => {
    for (const address of [path, `${everything}&measure=records_enabled,any_use&format=csv`]) {
      const response = await fetched(address, { 'Accept-Encoding': encoding });
      expect(response.headers.get('content-encoding')).toBe(packed);
      await response.arrayBuffer();
    }
  });
});

describe('deceptive addresses', () => {
  it.each([
    '/api/v1/practices/%',
    '/api/v1/practices/%E0%A4%A',
    '/api/v1/practices/%00',
    '/api/v1/practices/%2e%2e%2fZZ0001',
    '/api/v1/practices/ZZ0001%2F..%2F..%2Fcurrent',
    '/api/v1/releases/%2e%2e/bundle.zip',
    '/api/v1/releases/..%2f..%2f2015-03.1/release.duckdb',
    '/api/v1//figures',
    '//api/v1/figures',
    '//localhost:1/api/v1/figures',
    '/api/v1/FIGURES',
    '/api/v1/figures/%20',
    '/api/v1/figures;level=ccg',
    '/api/v1/figures?%6Deasure=zzz',
    '/api/v1/figures?measure=%ff%fe',
    '/api/v1/figures?measure=%2525',
    '/api/v1/figures?measure[]=records_enabled',
    '/api/v1/figures?measure=records_enabled%26level=ccg',
    '/api/v1/figures?a'.padEnd(7000, '&a'),
    '/api/v1/figures?=1',
  ])('are answered as a problem: %s', async (path) => {
    const status = await new Promise<[number, string]>((done) => {
      const { hostname, port } = new URL(serving.origin);
      get({ hostname, port, path }, (response) => {
        response.resume();
        done([response.statusCode!, response.headers['content-type'] ?? '']);
      });
    });
    expect(status[0]).toBeGreaterThanOrEqual(400);
    expect(status[0]).toBeLessThan(500);
    expect(status[1]).toMatch(/^application\/problem\+json/);
  });

  it('are the same with encoded letters', async () => {
    const plain = await (await fetched('/api/v1/figures?measure=records_enabled')).json();
    const odd = '/api/v1/figures?%6deasure=%72ecords%5Fenabled';
    expect((await (await fetched(odd)).json()).data).toEqual(plain.data);
  });
});

describe('pasted groups', () => {
  const question = '/api/v1/figures?measure=records_enabled';
  const codesOf = async () => {
    const { data } = await (await fetched('/api/v1/areas?level=practice')).json();
    return data.map(({ area_code }: { area_code: string }) => area_code) as string[];
  };
  const figuresOf = async (group: string) => {
    const response = await fetched(`${question}&group=${encodeURIComponent(group)}`);
    return { status: response.status, ...(await response.json()) };
  };

  it('are the same with repeated codes, in lower case and with blanks', async () => {
    const codes = (await codesOf()).slice(0, 250);
    const clean = await figuresOf(codes.join(','));
    expect(clean.data[0].practices).toBeGreaterThan(200);
    const messy = codes.map((code) => ` ${code.toLowerCase()}\n, ${code} `).join(',');
    expect((await figuresOf(messy)).data).toEqual(clean.data);
  });

  it('are rejected for the wrong code, not as a whole', async () => {
    const codes = (await codesOf()).slice(0, 100);
    const { status, detail, parameter } = await figuresOf([...codes, 'ZZ000X'].join(','));
    expect([status, parameter]).toEqual([400, 'group']);
    expect(detail).toMatch(/unknown area: ZZ000X \(did you mean ZZ000\d\?\)/);
    expect((await figuresOf('E92000001')).detail).toBe('not a practice: E92000001');
    expect((await figuresOf(`${codes},`)).detail).toContain('empty value in its list');
  });
});
