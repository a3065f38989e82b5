import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchChromium } from '../../scripts/browser/chromium.ts';
import { builtWeb } from '../../server/config.ts';
import { writeDown } from '../../server/store/releases/writeDown.ts';
import { draftCopy } from '../support/copies.ts';
import { type Serving, serve } from '../support/serving.ts';

const [out, draft] = ['2015-03.1', '2015-03.2'] as const;
const folder = mkdtempSync(join(tmpdir(), 'uptake-offer-'));
let serving: Serving;
let browser: Browser;
/** Ms by which the servers' clock is behind: the time comes once the page is open. */
let behind = 0;
const due = new Date('2019-05-30T08:30:00Z');

beforeAll(async () => {
  cpSync(inject('illustrative'), folder, { recursive: true });
  const doing = { by: 'Ann', now: new Date('2019-05-20T08:30:00Z') };
  writeDown(
    folder,
    [{ event: 'announced', month: '2015-03', due: due.toISOString(), provisional: false }],
    doing,
  );
  await draftCopy(folder, out, draft, due, doing);
  behind = Date.now() - (due.getTime() - 3_600_000);
  serving = await serve(folder, { web: builtWeb(), now: () => Date.now() - behind });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await serving?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a page that is open when a release is published', () => {
  it('offers it after asking once, and shows it when that is accepted', async () => {
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/measures')) asked.push(request.url());
    });
    // The browser's clock is the servers', a few seconds before the time, and it asks at once when that comes.
    await page.addInitScript((now) => {
      const began = Date.now();
      const real = Date.now.bind(Date);
      Date.now = () => now + real() - began;
      Math.random = () => 0;
    }, due.getTime() - 4000);
    await page.goto(`${serving.origin}/about`, { waitUntil: 'load' });
    expect(await page.getByText(`Release ${out}:`).count()).toBe(1);
    expect(await page.getByText('Next release: figures to March 2015').count()).toBe(1);
    expect(asked).toEqual([]);
    behind -= 3_600_000;
    const offer = page.getByRole('status').getByText(`Release ${draft} is out`);
    await offer.waitFor({ timeout: 60_000 });
    expect(asked).toHaveLength(1);
    await page.getByRole('button', { name: 'Show the new figures' }).click();
    await page.getByText(`Release ${draft}:`).waitFor({ timeout: 60_000 });
    await page.close();
  });
});
