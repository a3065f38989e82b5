import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchChromium } from '../../scripts/browser/chromium.ts';
import { change } from '../../scripts/releases/change.ts';
import { preview } from '../../scripts/releases/previewSteps.ts';
import { builtWeb } from '../../server/config.ts';
import { draftCopy } from '../support/copies.ts';
import { type Serving, serve } from '../support/serving.ts';
import { faultsOf } from './sweep.ts';
import { drawCharts, visit } from './visiting.ts';

const [out, draft] = ['2015-03.1', '2015-03.2'] as const;
const folder = mkdtempSync(join(tmpdir(), 'uptake-preview-seen-'));
const due = Date.parse('2019-05-30T08:30:00Z');
const doing = { by: 'Ann', now: new Date('2019-05-20T08:30:00Z') };
const token = 'of-the-ministers-office';
let serving: Serving;
let browser: Browser;
/** Another site, which records the headers of its visitors. */
const told: IncomingHttpHeaders[] = [];
const others = createServer(({ headers }, response) => {
  told.push(headers);
  response.end('<!doctype html><title>Elsewhere</title>');
});

beforeAll(async () => {
  cpSync(inject('illustrative'), folder, { recursive: true });
  await draftCopy(folder, out, draft, new Date(due), doing);
  await change(folder, doing, (view) =>
    preview(view, draft, { who: 'Office', until: null, token }, doing),
  );
  await new Promise<void>((ready) => others.listen(0, '127.0.0.1', ready));
  serving = await serve(folder, { web: builtWeb(), now: () => due - 3_600_000 });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await serving?.stop();
  others.close();
  rmSync(folder, { recursive: true, force: true });
});

it('a preview works like the site, is accessible, and does not reveal its address', async () => {
  const { page, close } = await visit(browser, serving.origin);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${serving.origin}/preview/${token}/areas/Q66`, { waitUntil: 'networkidle' });
  expect(await page.getByText(`Release ${draft}:`).count()).toBe(1);
  expect(await drawCharts(page)).toBeGreaterThan(0);
  expect(await faultsOf(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole('link', { name: 'About', exact: true }).first().click();
  await page.getByRole('heading', { level: 1, name: /About/ }).waitFor();
  expect(page.url()).toBe(`${serving.origin}/preview/${token}/about`);
  expect(await page.getByText('Preview for Office: not to be published').isVisible()).toBe(true);
  expect(asked.filter((path) => !path.startsWith(`/preview/${token}/`))).toEqual([]);
  await close();
});

it('a link to another site does not reveal it', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${serving.origin}/preview/${token}/about`);
  const elsewhere = `http://127.0.0.1:${(others.address() as AddressInfo).port}/`;
  await page.evaluate((href) => {
    const link = document.createElement('a');
    link.href = href;
    link.textContent = 'away';
    document.body.prepend(link);
  }, elsewhere);
  await page.getByText('away', { exact: true }).click();
  await page.waitForURL(elsewhere);
  expect(told.map(({ referer }) => referer)).toContain(undefined);
  expect(JSON.stringify(told)).not.toContain(token);
  await context.close();
});
