import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ingest } from '../../../scripts/ingest/ingest.ts';
import { type Serving, serve } from '../../support/serving.ts';

let serving: Serving;
const get = (path: string, init?: RequestInit) => fetch(serving.origin + path, init);

beforeAll(async () => {
  serving = await serve(inject('illustrative'));
});
afterAll(() => serving.stop());

describe('headers', () => {
  it('allow only the site’s own scripts, and no frame around it', async () => {
    const policy = (await get('/api/v1')).headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it('let an answer be revalidated at no cost', async () => {
    const first = await get('/api/v1/figures?level=region');
    const etag = first.headers.get('etag')!;
    expect(etag).toMatch(/^W\/"[\w-]{27}"$/);
    await first.text();
    const again = await get('/api/v1/figures?level=region', { headers: { 'If-None-Match': etag } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    const other = await get('/api/v1/figures?level=ccg', { headers: { 'If-None-Match': etag } });
    expect(other.status).toBe(200);
  });

  it('are the same when an answer is sent again, whatever encoding the reader accepts', async () => {
    const path = '/api/v1/figures?level=region&measure=records_enabled&limit=2';
    const init = { headers: { 'Accept-Encoding': 'gzip' } };
    const headersOf = ({ headers }: Response) =>
      Object.fromEntries(
        [...headers].filter(([name]) => !/^(date|connection|keep-alive|x-request-id)$/.test(name)),
      );
    const first = headersOf(await get(path, init));
    expect(first).toMatchObject({ vary: 'Accept, Accept-Encoding', 'content-encoding': 'gzip' });
    expect(headersOf(await get(path, init))).toEqual(first);
    const head = headersOf(await get(path, { ...init, method: 'HEAD' }));
    expect(head).toEqual(first);
    const unchanged = await get(path, { headers: { 'If-None-Match': first.etag! } });
    expect(unchanged.status).toBe(304);
    expect(unchanged.headers.get('content-security-policy')).toBe(first['content-security-policy']);
  });

  it.each(['/api/v1', '/api/v1/openapi.json', '/api/v1/measures', '/api/v1/practices/ZZ0001'])(
    'let %s be revalidated at no cost',
    async (path) => {
      const first = await get(path);
      expect(first.status).toBe(200);
      await first.text();
      const headers = { 'If-None-Match': first.headers.get('etag')! };
      expect((await get(path, { headers })).status).toBe(304);
    },
  );

  it('name the next page', async () => {
    const link = (await get('/api/v1/figures?level=practice&limit=5')).headers.get('link')!;
    const [, next] = /<(.+)>; rel="next"/.exec(link)!;
    const { data } = await (await get(next!)).json();
    expect(data).toHaveLength(5);
  });

  it('have the same length for HEAD, without a body', async () => {
    const head = await get('/api/v1/figures', { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
  });
});

describe('downloads', () => {
  const fileName = (response: Response) =>
    /filename="(.+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];

  it('link from every CSV to its metadata and the next page', async () => {
    const path = '/api/v1/figures?format=csv&measure=any_enabled,records_enabled&level=ccg&limit=3';
    const link = (await get(path)).headers.get('link')!;
    const [, described] = /<([^>]+)>; rel="describedby"; type="application\/csvm\+json"/.exec(
      link,
    )!;
    const metadata = await get(described!);
    expect(metadata.headers.get('content-type')).toMatch(/^application\/csvm\+json/);
    expect((await metadata.json()).url).toBe(path);
    const [, next] = /<([^>]+)>; rel="next"/.exec(link)!;
    expect((await (await get(next!)).text()).split('\r\n')).toHaveLength(5);
  });

  it.each([
    ['/api/v1/figures?format=csv', /^gp-online-illustrative-figures-2015-03\.1\.csv$/],
    ['/api/v1/figures?format=parquet', /^gp-online-illustrative-figures-2015-03\.1\.parquet$/],
    ['/api/v1/figures?format=xlsx', /^gp-online-illustrative-figures-2015-03\.1\.xlsx$/],
    [
      '/api/v1/figures?measure=records_enabled&level=region&period=2015-03&format=csv',
      /^gp-online-illustrative-records-enabled-regions-2015-03\.1\.csv$/,
    ],
    [
      '/api/v1/figures?measure=records_enabled,records_offered&area=E92000001&from=2014-06&format=csv',
      /^gp-online-illustrative-records-e92000001-2014-06-to-2015-03-release-2015-03\.1\.csv$/,
    ],
    ['/api/v1/areas?level=ccg&format=csv', /^gp-online-illustrative-areas-ccgs-2015-03\.1\.csv$/],
    ['/api/v1/bundle.zip', /^gp-online-illustrative-bundle-2015-03\.1\.zip$/],
  ])('have a descriptive file name: %s', async (path, name) => {
    const response = await get(path, { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(fileName(response)).toMatch(name);
  });

  it('include a whole release as a zip, at its address and that of the current release', async () => {
    const current = await get('/api/v1/bundle.zip');
    expect(current.headers.get('content-type')).toBe('application/zip');
    const id = /bundle-(.+)\.zip/.exec(fileName(current)!)![1];
    const bytes = Buffer.from(await current.arrayBuffer());
    const named = await get(`/api/v1/releases/${id}/bundle.zip`);
    expect(bytes.equals(Buffer.from(await named.arrayBuffer()))).toBe(true);
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect((await get('/api/v1/releases/1999-01.1/bundle.zip')).status).toBe(404);
  });
});

describe('bodies', () => {
  it('are compressed if the reader accepts gzip, and are the same uncompressed', async () => {
    const path = '/api/v1/figures?level=ccg';
    const packed = await get(path, { headers: { 'Accept-Encoding': 'gzip' } });
    const plain = await get(path, { headers: { 'Accept-Encoding': 'identity' } });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await packed.text()).toBe(await plain.text());
  });

  it('stream when large, whole to the last row', async () => {
    const response = await get('/api/v1/figures?level=practice&from=2014-04');
    expect(response.headers.get('content-length')).toBeNull();
    const { data, meta } = await response.json();
    const { data: periods } = await (await get('/api/v1/periods')).json();
    const practiceMonths = periods.reduce(
      (sum: number, row: { practices: number }) => sum + row.practices,
      0,
    );
    expect(data).toHaveLength(practiceMonths * 12);
    expect(meta.release).toBe('2015-03.1');
  });

  it('are complete for a slow reader, and stop for one who leaves', async () => {
    const left = await get('/api/v1/figures?level=practice&from=2014-04&format=csv');
    await left.body!.cancel();
    const slow = await get('/api/v1/figures?level=practice&from=2014-04&format=csv');
    let size = 0;
    for await (const piece of slow.body!) {
      size += piece.length;
      if (size < 500_000) await new Promise((wait) => setTimeout(wait, 20));
    }
    const whole = await (
      await get('/api/v1/figures?level=practice&from=2014-04&format=csv')
    ).arrayBuffer();
    expect(size).toBe(whole.byteLength);
  });
});

describe('mistakes', () => {
  it('are answered as problem+json with the parameter and the value', async () => {
    const response = await get('/api/v1/figures?measure=enabeld');
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toEqual({
      type: 'about:blank',
      title: 'Bad request',
      status: 400,
      detail: 'unknown measure: enabeld (did you mean records_enabled?)',
      parameter: 'measure',
      value: 'enabeld',
    });
  });

  it.each([
    ['/api/v1/figurs', 404, 'no such endpoint: /figurs (did you mean /figures?)'],
    ['/api/v1/practices/ZZ99999', 404, 'unknown practice: ZZ99999'],
    [
      '/api/v1/figures?release=2015-03.2',
      404,
      'unknown release: 2015-03.2 (did you mean 2015-03.1?)',
    ],
    ['/api/v1/figures?release=../../etc/passwd', 404, 'unknown release: ../../etc/passwd'],
    [`/api/v1/figures?area=${'A'.repeat(9000)}`, 414, 'the address is longer than 8000 characters'],
    ['/api/v1/practices/%FF', 400, 'the request could not be read'],
  ])('%s is %i', async (path, status, detail) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    expect((await response.json()).detail).toContain(detail);
  });

  it('include asking to change anything', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const response = await get('/api/v1/figures', { method });
      expect(response.status).toBe(405);
      expect(response.headers.get('allow')).toBe('GET, HEAD');
    }
  });

  it('are confined to their parameter', async () => {
    const hostile = [`' or 1=1 --`, '%00', '../../current', '<script>', '{}[]', '=1+1', '\u202e'];
    for (const value of hostile) {
      for (const name of [
        'measure',
        'level',
        'area',
        'parent',
        'period',
        'group',
        'cursor',
        'format',
        'release',
        'q',
      ]) {
        const response = await get(`/api/v1/figures?${name}=${encodeURIComponent(value)}`);
        expect([400, 404]).toContain(response.status);
      }
    }
    expect((await get('/api/v1/figures')).status).toBe(200);
  });
});

describe('the log', () => {
  it('has each request as a line of JSON', async () => {
    await (await get('/health/live')).text();
    await new Promise((wait) => setTimeout(wait, 20));
    const line = JSON.parse(serving.logged.at(-1)!);
    expect(line).toMatchObject({ method: 'GET', url: '/health/live', status: 200 });
    expect(line.ms).toBeGreaterThanOrEqual(0);
  });
});

describe('a prefix', () => {
  it('contains everything, and nothing is outside it', async () => {
    const prefixed = await serve(inject('illustrative'), { prefix: '/uptake' });
    const status = async (path: string) => (await fetch(prefixed.origin + path)).status;
    expect(await status('/uptake/api/v1/figures')).toBe(200);
    expect(await status('/api/v1/figures')).toBe(404);
    const { data } = await (await fetch(`${prefixed.origin}/uptake/api/v1`)).json();
    expect(await status(data[0].path)).toBe(200);
    await prefixed.stop();
  });
});

describe('a new release', () => {
  const folder = mkdtempSync(join(tmpdir(), 'uptake-switch-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is followed without a restart or a failed request, and the old one stays', async () => {
    cpSync(inject('illustrative'), folder, { recursive: true });
    const following = await serve(folder);
    const ask = async (path: string) => {
      const response = await fetch(`${following.origin}/api/v1${path}`);
      expect(response.status).toBe(200);
      return response.json();
    };
    const before = await ask('/figures?measure=records_enabled');
    expect(before.meta.release).toBe('2015-03.1');

    const extract = join(folder, 'DETAILED_CODED_RECORDS_POMI.csv');
    writeFileSync(extract, await oneMonth());
    const seen = new Set<string>();
    let made = false;
    const ingesting = ingest({
      files: [extract],
      dataFolder: folder,
      accept: 'one practice is enough for this',
    }).then((outcome) => {
      expect(outcome.problems).toEqual([]);
      made = true;
    });
    const deadline = Date.now() + 60_000;
    while (!(made && seen.has('2015-03.2')) && Date.now() < deadline) {
      seen.add((await ask('/figures?measure=records_enabled')).meta.release);
    }
    await ingesting;
    expect([...seen]).toEqual(['2015-03.1', '2015-03.2']);
    const old = await ask('/figures?measure=records_enabled&release=2015-03.1');
    expect(old.data).toEqual(before.data);
    const { data: releases } = await ask('/releases');
    expect(
      releases.map((row: { release: string; current: boolean }) => [row.release, row.current]),
    ).toEqual([
      ['2015-03.2', true],
      ['2015-03.1', false],
    ]);
    await following.stop();
  });

  /** March 2015 again, for one practice only. */
  async function oneMonth(): Promise<string> {
    const { data } = await (await get('/api/v1/areas?level=practice')).json();
    const { area_code, area_name, region_code, subregion_code, ccg_code } = data[0];
    const header =
      'PeriodStart,PeriodEnd,Period,CommissioningRegionCode,CommissioningRegionName,RegionGeographyCode,RegionGeographyName,CCGCode,CCGName,GPPracticeCode,GPPracticeName,Supplier,NoPatients,SystemEnabled,PatientsEnabled,PatientsUsed';
    const cells = [
      '01/03/2015',
      '31/03/2015',
      '2014/2015 M12',
      region_code,
      'R',
      subregion_code,
      'S',
      ccg_code,
      'C',
      area_code,
      area_name,
      'EMIS',
      1000,
      'System Functionality Enabled by Practice',
      77,
      7,
    ];
    return `${header}\r\n${cells.join(',')}\r\n`;
  }
});

it('is ready once what its first readers would wait for is made, though it answers before', async () => {
  let isPreparing = true;
  const { origin, stop } = await serve(inject('illustrative'), { isPreparing: () => isPreparing });
  const statusOf = async (path: string) => (await fetch(origin + path)).status;
  const early = await fetch(`${origin}/health/ready`);
  expect([early.status, (await early.json()).detail]).toEqual([
    503,
    'the server is preparing its first answers',
  ]);
  expect(await statusOf('/health/live')).toBe(200);
  expect(await statusOf('/api/v1/measures')).toBe(200);
  isPreparing = false;
  expect(await statusOf('/health/ready')).toBe(200);
  await stop();
});

describe('no release yet', () => {
  it('is reported, and is not a failure', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'uptake-empty-'));
    const waiting = await serve(empty);
    expect((await fetch(`${waiting.origin}/health/live`)).status).toBe(200);
    const ready = await fetch(`${waiting.origin}/health/ready`);
    expect(ready.status).toBe(503);
    expect((await ready.json()).detail).toBe('no release has been made yet');
    await waiting.stop();
    rmSync(empty, { recursive: true });
  });
});

it('never reads outside its folders, whatever the path', async () => {
  const { port } = new URL(serving.origin);
  const status = await new Promise<number>((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, path: '/../../../../etc/passwd' },
      (response) => {
        response.resume();
        resolve(response.statusCode!);
      },
    );
    sent.on('error', reject).end();
  });
  expect(status).toBe(404);
});
