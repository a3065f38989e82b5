import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as Hyparquet from 'hyparquet';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchChromium } from '../../scripts/browser/chromium.ts';
import { type Serving, serve } from '../support/serving.ts';

const html = `<!doctype html><title>Elsewhere</title>
<script type="module">import * as parquet from '/hyparquet/index.js'; window.parquet = parquet;</script>`;
const library = fileURLToPath(new URL('../../node_modules/hyparquet/src', import.meta.url));
let serving: Serving;
let elsewhere: Server;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  serving = await serve(inject('illustrative'), {
    web: fileURLToPath(new URL('../fixtures/charts/shell', import.meta.url)),
  });
  // Another site: a page with a library that reads Parquet.
  elsewhere = createServer(({ url = '/' }, response) => {
    if (!url.startsWith('/hyparquet/')) {
      response.setHeader('Content-Type', 'text/html').end(html);
      return;
    }
    response.setHeader('Content-Type', 'text/javascript');
    response.end(readFileSync(join(library, basename(url))));
  });
  await new Promise<void>((ready) => elsewhere.listen(0, '127.0.0.1', ready));
  browser = await launchChromium();
  page = await browser.newPage();
  const { port } = elsewhere.address() as AddressInfo;
  // Another name of this machine counts as another origin and another site.
  await page.goto(`http://localhost:${port}/`);
  await page.waitForFunction('window.parquet');
});
afterAll(async () => {
  await browser?.close();
  elsewhere.close();
  await serving.stop();
});

const question = 'measure=records_enabled&level=region&period=latest';
const api = () => `${serving.origin}/api/v1`;
const expected = async () => (await fetch(`${api()}/figures?${question}`)).json();

describe('a page of another site', () => {
  it('reads JSON and its headers', async () => {
    const read = await page.evaluate(async (address) => {
      const response = await fetch(address);
      return { etag: response.headers.get('etag'), answer: await response.json() };
    }, `${api()}/figures?${question}`);
    expect(read.answer).toEqual(await expected());
    expect(read.etag).toMatch(/^W\/"/);
  });

  it('reads CSV, with its name and the link to its metadata', async () => {
    const read = await page.evaluate(async (address) => {
      const { headers, ...response } = await fetch(address).then(async (answer) => ({
        headers: answer.headers,
        text: await answer.text(),
      }));
      const [name, link] = ['content-disposition', 'link'].map((one) => headers.get(one));
      return { ...response, name, link };
    }, `${api()}/figures.csv?${question}`);
    const { data } = await expected();
    expect(read.text.trim().split('\r\n')).toHaveLength(data.length + 1);
    expect(read.name).toMatch(
      /filename="gp-online-illustrative-records-enabled-regions-2015-03\.1\.csv"/,
    );
    expect(read.link).toMatch(/rel="describedby"/);
  });

  it('reads Parquet in parts', async () => {
    const address = `${api()}/figures.parquet?level=practice&from=2014-04&to=2015-03`;
    const read = await page.evaluate(async (url) => {
      const { asyncBufferFromUrl, parquetReadObjects } = (
        window as unknown as { parquet: typeof Hyparquet }
      ).parquet;
      const statuses: number[] = [];
      const watched = async (...asked: Parameters<typeof fetch>) => {
        const response = await fetch(...asked);
        statuses.push(response.status);
        return response;
      };
      const file = await asyncBufferFromUrl({ url, fetch: watched });
      const rows = await parquetReadObjects({ file, columns: ['area_code'], rowEnd: 5 });
      return { rows, statuses };
    }, address);
    expect(read.rows).toHaveLength(5);
    expect(read.rows[0]!.area_code).toMatch(/^[A-Z0-9]+$/);
    expect(read.statuses[0]).toBe(200);
    expect(read.statuses.length).toBeGreaterThan(1);
    expect(new Set(read.statuses.slice(1))).toEqual(new Set([206]));
  });

  it('shows a chart as an image', async () => {
    const width = await page.evaluate(async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      return image.naturalWidth;
    }, `${serving.origin}/charts/places.svg?measure=records_enabled&level=region`);
    expect(width).toBeGreaterThan(100);
  });
});
