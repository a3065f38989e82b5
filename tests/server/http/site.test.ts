import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { siteFiles } from '../../../server/pages/siteFiles.ts';
import { type Serving, serve } from '../../support/serving.ts';

const web = mkdtempSync(join(tmpdir(), 'uptake-web-'));
const script = `console.log(${JSON.stringify('figures '.repeat(500))});`;
let serving: Serving;
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${serving.origin}/uptake${path}`, { headers });

beforeAll(async () => {
  mkdirSync(join(web, 'assets'));
  for (const name of ['index.html', 'embed.html'])
    writeFileSync(
      join(web, name),
      '<html><head><!--head--></head><body><!--page--><!--data--></body></html>',
    );
  writeFileSync(join(web, 'assets', 'main-1a2b.js'), script);
  writeFileSync(join(web, 'assets', 'main-1a2b.js.br'), brotliCompressSync(script));
  writeFileSync(join(web, 'assets', 'main-1a2b.js.gz'), gzipSync(script));
  serving = await serve(inject('illustrative'), { web, prefix: '/uptake' });
});
afterAll(async () => {
  await serving.stop();
  rmSync(web, { recursive: true });
});

describe('scripts and styles', () => {
  it.each([
    ['br', 'gzip, deflate, br, zstd'],
    ['gzip', 'gzip'],
    [null, 'identity'],
  ])('are sent as %s to a reader who accepts %s', async (packing, takes) => {
    const response = await get('/assets/main-1a2b.js', { 'accept-encoding': takes });
    expect(response.headers.get('content-encoding')).toBe(packing);
    expect(response.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect(response.headers.get('vary')).toContain('Accept-Encoding');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(await response.text()).toBe(script);
  });

  it('that are gone are reported readably', async () => {
    rmSync(join(web, 'assets', 'main-1a2b.js.br'));
    const response = await get('/assets/main-1a2b.js', { 'accept-encoding': 'br' });
    expect(response.status).toBe(404);
    expect(response.headers.get('content-encoding')).toBeNull();
    expect((await response.json()).detail).toBe('no such file: /main-1a2b.js');
  });
});

describe('the Host header', () => {
  const ask = (path: string, host: string) =>
    new Promise<{ status: number; body: string }>((resolve, reject) => {
      const { hostname, port } = new URL(serving.origin);
      const options = { hostname, port, path: `/uptake${path}`, headers: { host } };
      request(options, async (response) =>
        resolve({ status: response.statusCode!, body: await text(response) }),
      )
        .on('error', reject)
        .end();
    });
  const pages = [
    '/about',
    '/sitemap.xml',
    '/robots.txt',
    '/data.json',
    '/opensearch.xml',
    '/llms.txt',
    '/embed/places?measure=records_enabled&level=region',
  ];

  it.each(pages)('is not part of %s if it is not a host', async (path) => {
    const { status, body } = await ask(path, 'a"><script>');
    expect([status, JSON.parse(body).detail]).toEqual([
      400,
      'the Host header is not a host: a"><script>',
    ]);
  });

  it.each(pages)('of one request is not part of %s for another', async (path) => {
    expect((await ask(path, 'evil.example')).status).toBe(200);
    const { host } = new URL(serving.origin);
    const { status, body } = await ask(path, host);
    expect([status, body.includes('evil.example')]).toEqual([200, false]);
  });
});

describe('the page file made by the build', () => {
  it('is not a page itself, but redirects to the first page', async () => {
    const options = { redirect: 'manual' as const };
    const moved = await fetch(`${serving.origin}/uptake/index.html?period=2015-03`, options);
    expect(moved.status).toBe(301);
    expect(moved.headers.get('location')).toBe('/uptake/?period=2015-03');
    const page = await get('/index.html');
    expect(page.url).toBe(`${serving.origin}/uptake/`);
    expect(await page.text()).not.toContain('<!--page-->');
  });
});

describe('an answer with the address of the site', () => {
  /** An answer to a reader who knows the site by some host. */
  const by = (host: string, path: string) =>
    new Promise<{ etag: unknown; body: string }>((done, fail) => {
      const headers = { host, 'accept-encoding': 'identity' };
      request(`${serving.origin}/uptake${path}`, { headers }, async (response) => {
        const { etag } = response.headers;
        done({ etag, body: await text(response) });
      })
        .on('error', fail)
        .end();
    });

  it.each([
    '/about',
    '/embed/places?measure=records_enabled&level=region',
    '/charts/places.svg?measure=records_enabled&level=region',
    '/charts/places.xlsx?measure=records_enabled&level=region',
    '/oembed?url=http%3A%2F%2Fa.example%2Fuptake%2Fembed%2Fplaces%3Fmeasure%3Drecords_enabled%26level%3Dregion',
    ...['/feed.atom', '/sitemap.xml', '/data.json', '/api/v1/measures'],
  ])('has a tag of its own by each: %s', async (path) => {
    const [one, other] = await Promise.all(
      ['a.example', 'b.example'].map((host) => by(host, path)),
    );
    if (one!.body !== other!.body) expect(one!.etag).not.toBe(other!.etag);
    expect(one!.etag).toBe((await by('a.example', path)).etag);
  });
});

describe('descriptions for programs', () => {
  it.each(siteFiles.map((file) => [file.path, file.type] as const))(
    '%s can be read by a page of another site',
    async (path, type) => {
      const response = await get(path, { origin: 'https://elsewhere.example' });
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe(type);
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      const etag = response.headers.get('etag')!;
      expect((await get(path, { 'if-none-match': etag })).status).toBe(304);
    },
  );

  it('name the security contact only if it is set', async () => {
    const path = '/.well-known/security.txt';
    expect((await get(path)).status).toBe(404);
    const contact = 'mailto:security@example.org';
    const telling = await serve(inject('illustrative'), { web, security: contact });
    const response = await fetch(telling.origin + path);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await response.text()).toMatch(`Contact: ${contact}\nExpires: `);
    await telling.stop();
  });
});
