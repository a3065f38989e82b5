import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Serving, serve } from '../../support/serving.ts';

const web = mkdtempSync(join(tmpdir(), 'uptake-web-'));
let serving: Serving;
beforeAll(async () => {
  for (const name of ['index.html', 'embed.html'])
    writeFileSync(join(web, name), '<html><head></head><body><!--page--></body></html>');
  writeFileSync(join(web, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  serving = await serve(inject('illustrative'), { web, hsts: 31_536_000 });
});
afterAll(async () => {
  await serving.stop();
  rmSync(web, { recursive: true });
});

/** The security headers of a response that is requested twice: newly made, and from the cache. */
async function headersOf(path: string, status: number): Promise<Headers> {
  await (await fetch(serving.origin + path)).text();
  const response = await fetch(serving.origin + path);
  await response.text();
  expect(response.status).toBe(status);
  return response.headers;
}

const ofPages = {
  'content-security-policy':
    "default-src 'self';img-src 'self' data: blob:;object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'",
  'x-frame-options': 'DENY',
  'cross-origin-resource-policy': 'same-origin',
  'access-control-allow-origin': null,
};
/** Scripts of every site may read the API's responses and its errors. */
const ofData = {
  ...ofPages,
  'cross-origin-resource-policy': 'cross-origin',
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'Accept-Ranges,Content-Disposition,Content-Range,ETag,Link,Retry-After,X-Request-Id',
};
const ofEmbeds = {
  'content-security-policy':
    "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors *",
  'x-frame-options': null,
};
const ofImages = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; font-src data:",
  'cross-origin-resource-policy': 'cross-origin',
  'access-control-allow-origin': '*',
};
const ofAll = {
  'permissions-policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
};
const chart = 'measure=records_enabled&level=region';

describe('headers', () => {
  it.each([
    ['a page', '/about', 200, ofPages],
    ['a page that is not there', '/nowhere', 404, ofPages],
    ['an answer of the API', '/api/v1/measures', 200, ofData],
    ['a problem', '/api/v1/nothing', 404, ofData],
    ['a file of the site', '/icon.svg', 200, ofPages],
    ['an embedded chart', `/embed/places?${chart}`, 200, ofEmbeds],
    ['an image of a chart', `/charts/places.svg?${chart}`, 200, ofImages],
    ['an image that is not there', `/charts/nothing.svg?${chart}`, 404, ofImages],
  ])('of %s allow only what it needs', async (_, path, status, own) => {
    const headers = await headersOf(path, status);
    const expected = { ...ofAll, ...own };
    const found = Object.keys(expected).map((name) => [name, headers.get(name)]);
    expect(Object.fromEntries(found)).toEqual(expected);
  });

  it('allow requests by scripts of other sites', async () => {
    for (const path of ['/api/v1/figures', '/charts/places.svg']) {
      const answer = await fetch(serving.origin + path, {
        method: 'OPTIONS',
        headers: {
          origin: 'https://elsewhere.example',
          'access-control-request-method': 'GET',
          'access-control-request-headers': 'range',
        },
      });
      expect(answer.status).toBe(204);
      const names = ['origin', 'methods', 'headers'];
      expect(names.map((name) => answer.headers.get(`access-control-allow-${name}`))).toEqual([
        '*',
        'GET,HEAD',
        'range',
      ]);
    }
    const ofPage = await fetch(`${serving.origin}/about`, { method: 'OPTIONS' });
    expect(ofPage.status).toBe(405);
  });

  it('require HTTPS only if that is set', async () => {
    const plain = await serve(inject('illustrative'));
    const { headers } = await fetch(`${plain.origin}/api/v1/measures`);
    expect(headers.get('strict-transport-security')).toBeNull();
    await plain.stop();
  });
});
