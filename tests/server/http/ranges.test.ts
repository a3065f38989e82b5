import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { removeFiles } from '../../../scripts/ingest/folder/publish.ts';
import { type Serving, serve } from '../../support/serving.ts';

let folder: string;
let serving: Serving;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'uptake-ranges-'));
  cpSync(inject('illustrative'), folder, { recursive: true });
  serving = await serve(folder);
});
afterAll(async () => {
  await serving.stop();
  rmSync(folder, { recursive: true });
});

const practices = '/api/v1/figures?level=practice&from=2014-04&to=2015-03&format=parquet';
const files = [
  ['the release file', '/api/v1/release.duckdb'],
  ['the bundle', '/api/v1/bundle.zip'],
  ['Parquet of all practices', practices],
  ['Parquet of the regions', '/api/v1/figures?level=region&format=parquet'],
] as const;

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(serving.origin + path, { method, headers: { 'accept-encoding': 'identity', ...headers } });
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());
const made = () => {
  const beside = join(folder, '.files');
  return existsSync(beside) ? readdirSync(beside) : [];
};

describe.each(files)('%s', (_, path) => {
  it('has its size, its age and a strong validator in its head', async () => {
    const head = await ask(path, {}, 'HEAD');
    const whole = await ask(path);
    const bytes = await bytesOf(whole);
    for (const { status, headers } of [head, whole]) {
      expect(status).toBe(200);
      expect(headers.get('content-length')).toBe(String(bytes.length));
      expect(headers.get('accept-ranges')).toBe('bytes');
      expect(headers.get('etag')).toMatch(/^"[\w-]{27}"$/);
      expect(Date.parse(headers.get('last-modified')!)).toBeGreaterThan(0);
    }
  });

  it('comes in the requested parts', async () => {
    const all = await bytesOf(await ask(path));
    const { length } = all;
    const parts = [
      ['bytes=0-0', 0, 1],
      ['bytes=100-299', 100, 300],
      [`bytes=${length - 50}-`, length - 50, length],
      ['bytes=-8', length - 8, length],
      ['bytes=10-999999999', 10, length],
    ] as const;
    for (const [range, from, to] of parts) {
      const part = await ask(path, { range });
      expect([range, part.status]).toEqual([range, 206]);
      expect(part.headers.get('content-range')).toBe(`bytes ${from}-${to - 1}/${length}`);
      expect(part.headers.get('content-length')).toBe(String(to - from));
      expect((await bytesOf(part)).equals(all.subarray(from, to))).toBe(true);
      // DuckDB in a browser sends HEAD with a range from 0, and reads in parts only if the response supports that.
      const head = await ask(path, { range }, 'HEAD');
      expect([range, head.status]).toEqual([range, 206]);
      for (const name of ['content-range', 'content-length', 'etag']) {
        expect(head.headers.get(name)).toBe(part.headers.get(name));
      }
      expect((await bytesOf(head)).length).toBe(0);
    }
  });

  it('is sent whole for unknown parts', async () => {
    const { length } = await bytesOf(await ask(path));
    for (const range of ['bytes=1-2,9-12', 'lines=1-2', 'bytes=a-b', 'bytes']) {
      const whole = await ask(path, { range });
      expect([range, whole.status, (await bytesOf(whole)).length]).toEqual([range, 200, length]);
    }
  });

  it('has no part beyond its end', async () => {
    const { length } = await bytesOf(await ask(path));
    const refused = await ask(path, { range: `bytes=${length}-` });
    expect(refused.status).toBe(416);
    expect(refused.headers.get('content-range')).toBe(`bytes */${length}`);
    expect((await refused.json()).detail).toBe(
      `there are ${length} bytes, and none of those asked for: bytes=${length}-`,
    );
  });

  it('is resumed only if it is still the same', async () => {
    const { headers } = await ask(path, {}, 'HEAD');
    const [etag, modified] = [headers.get('etag')!, headers.get('last-modified')!];
    const statuses = [
      [etag, 206],
      [modified, 206],
      ['"another"', 200],
      [`W/${etag}`, 200],
      ['Thu, 01 Jan 2015 00:00:00 GMT', 200],
    ] as const;
    for (const [held, status] of statuses) {
      const answer = await ask(path, { range: 'bytes=5-9', 'if-range': held });
      expect([held, answer.status]).toEqual([held, status]);
      await answer.arrayBuffer();
    }
    expect((await ask(path, { 'if-none-match': etag })).status).toBe(304);
  });
});

describe('a file that takes long to make', () => {
  const others = practices.replace('2014-04', '2014-05');

  it('is made once for everybody, under any address', async () => {
    rmSync(join(folder, '.files'), { recursive: true });
    const again = await serve(folder);
    const addresses = ['/api/v1/bundle.zip', '/api/v1/releases/2015-03.1/bundle.zip'];
    const asked = [...addresses, ...addresses].map((path) => fetch(again.origin + path));
    const all = await Promise.all(asked.map(async (one) => bytesOf(await one)));
    for (const one of all) expect(one.equals(all[0]!)).toBe(true);
    expect(made()).toHaveLength(1);
    expect(made()[0]).toMatch(/^2015-03\.1-[\w-]{27}\.zip$/);
    await again.stop();
  });

  it('is made for those still waiting when the first has left, and not at all when all have', async () => {
    const before = made();
    const leaving = get(`${serving.origin}${others}`);
    const staying = ask(others);
    leaving.on('response', () => leaving.destroy()).on('error', () => {});
    expect((await bytesOf(await staying)).subarray(-4).toString()).toBe('PAR1');
    expect(made()).toHaveLength(before.length + 1);
    const alone = get(serving.origin + practices.replace('2014-04', '2014-06'));
    alone.on('error', () => {});
    await new Promise((sent) => alone.on('response', sent));
    alone.destroy();
    await expect.poll(() => made().filter((name) => name.startsWith('.'))).toEqual([]);
    expect(made()).toHaveLength(before.length + 1);
  });

  it('needs no right to write beside the releases', async () => {
    rmSync(join(folder, '.files'), { recursive: true });
    chmodSync(folder, 0o555);
    const again = await serve(folder);
    const { length } = await bytesOf(await fetch(`${again.origin}/api/v1/bundle.zip`));
    expect(length).toBeGreaterThan(1000);
    await again.stop();
    chmodSync(folder, 0o755);
  });

  it('is deleted with its release', async () => {
    await (await ask('/api/v1/bundle.zip')).arrayBuffer();
    expect(made().some((name) => name.startsWith('2015-03.1-'))).toBe(true);
    removeFiles(folder, '2015-03.1', { by: null, now: new Date() });
    expect(made()).toEqual([]);
  });
});
