import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../scripts/browser/chromium.ts';
import { unvisited } from '../support/unvisited.ts';
import { budgets } from './budgets.ts';
import { crowds } from './crowds.ts';
import { firstPaint } from './firstPaint.ts';
import { forced } from './forced.ts';
import { journeys } from './journeys.ts';
import { longTables } from './longTables.ts';
import { sweep } from './sweep.ts';
import { unread } from './unread.ts';
import { illustrateAsPeopleDo, startAsPeopleDo, visit } from './visiting.ts';
import { workbench } from './workbench.ts';

const folder = mkdtempSync(join(tmpdir(), 'uptake-newcomer-'));
let server: Awaited<ReturnType<typeof startAsPeopleDo>>;
let browser: Browser;

beforeAll(async () => {
  const releases = join(folder, 'releases');
  await illustrateAsPeopleDo(releases);
  [server, browser] = await Promise.all([startAsPeopleDo(releases), launchChromium()]);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const text = (page: Page) => page.locator('main').innerText();

describe('a newcomer', () => {
  it('sees on the first page what was stated in public about March 2015', async () => {
    const { page, close } = await visit(browser, server.origin);
    await page.goto(server.origin);
    const words = await text(page);
    expect(words).toContain('97.2%');
    expect(words).toContain('4.5%');
    expect(words).toContain('0.40%');
    expect(words).toContain('7,566 of 7,813');
    expect(words).toContain(
      'Of every 1,000 patients in England, 972 were registered where patients can see their record online, 45 were set up for it and 4 did so in the month.',
    );
    await close();
  });

  it('gets a manifest, icons and a search description that a browser accepts', async () => {
    const { page, close } = await visit(browser, server.origin);
    await page.goto(server.origin);
    const session = await page.context().newCDPSession(page);
    const manifest = await session.send('Page.getAppManifest');
    expect(manifest.errors).toEqual([]);
    const { icons, start_url } = JSON.parse(manifest.data!);
    expect(new URL(start_url, manifest.url).href).toBe(`${server.origin}/`);
    const paths = icons.map(({ src }: { src: string }) => new URL(src, manifest.url).href);
    for (const path of [...paths, `${server.origin}/favicon.ico`]) {
      const width = await page.evaluate(async (src) => {
        const image = new Image();
        image.src = src;
        await image.decode();
        return image.naturalWidth;
      }, path);
      expect([path, width > 0]).toEqual([path, true]);
    }
    const search = await page.locator('link[rel=search]').getAttribute('href');
    const described = await page.evaluate(async (href) => {
      const text = await (await fetch(href)).text();
      const parsed = new DOMParser().parseFromString(text, 'text/xml');
      return [parsed.documentElement.localName, parsed.querySelectorAll('parsererror').length];
    }, search!);
    expect(described).toEqual(['OpenSearchDescription', 0]);
    await close();
  });

  it('sees the same before any script has run', async () => {
    const { page, close } = await visit(browser, server.origin, { javaScriptEnabled: false });
    await page.goto(server.origin);
    const words = await text(page);
    for (const figure of ['97.2%', '4.5%', '0.40%', '7,566 of 7,813'])
      expect(words).toContain(figure);
    expect(await page.locator('table').count()).toBeGreaterThan(0);
    await close();
  });
});

/** Pages of each kind. */
const swept = [
  '/',
  '/areas/Q66',
  '/areas/ZC001',
  '/practices/ZZ0100',
  '/practices/ZZ0100/report',
  '/find?q=otter',
  '/explore?chart=funnel',
  '/explore?chart=map&level=practice',
  '/compare?area=Q66,ZZ0100&group=ZZ0101,ZZ0102',
  '/compare?codes=ZZ0100,ZZ0100,NOBODY',
  '/data',
  '/data/api',
  '/methods',
  '/quality',
  '/releases',
  '/corrections',
  '/changes-log',
  '/news?area=ZC001',
  '/about',
];

describe('every page', () => {
  it('is swept', () => {
    expect(unvisited(swept)).toEqual([]);
  });

  sweep(
    () => ({ browser, origin: server.origin }),
    swept,
    'Illustrative data made by this software',
  );
});

describe('if something fails to load', () => {
  unread(() => ({ browser, origin: server.origin }));
});

describe("with the reader's own colours", () => {
  forced(() => ({ browser, origin: server.origin }));
});

describe('finding a practice', () => {
  it('works by keyboard from any page', async () => {
    const { page, close } = await visit(browser, server.origin);
    await page.goto(`${server.origin}/about`, { waitUntil: 'networkidle' });
    const box = page.locator('input[role=combobox]:visible').first();
    await box.focus();
    await page.keyboard.type('ZZ0100', { delay: 20 });
    await page.getByRole('listbox').getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/practices/ZZ0100**');
    await page.locator('h1', { hasText: 'Maroon Warbler' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/practices/ZZ0100');
    await close();
  });

  it('works by touch, and the back button goes back', async () => {
    const { page, close } = await visit(browser, server.origin, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
    });
    await page.goto(`${server.origin}/?service=appointments`, { waitUntil: 'networkidle' });
    await page.locator('input[role=combobox]:visible').first().tap();
    await page.keyboard.type('devon', { delay: 20 });
    await page.getByRole('listbox').getByRole('option').first().tap();
    await page.waitForURL('**/areas/**');
    expect(page.url()).toContain('service=appointments');
    await page.goBack();
    await page.waitForURL('**/?service=appointments');
    await page.locator('h1', { hasText: 'book appointments' }).waitFor();
    await close();
  });

  it('works without script on a separate page', async () => {
    const { page, close } = await visit(browser, server.origin, { javaScriptEnabled: false });
    await page.goto(server.origin);
    await page.locator('input[name=q]').first().fill('otter');
    await page.locator('input[name=q]').first().press('Enter');
    await page.waitForURL('**/find?**');
    expect(await text(page)).toContain('Otter');
    await close();
  });
});

describe('choosing', () => {
  it('keeps service and month in the address, and the page follows the address', async () => {
    const { page, close } = await visit(browser, server.origin);
    await page.goto(server.origin, { waitUntil: 'networkidle' });
    await page.getByRole('link', { name: 'Ordering prescriptions' }).click();
    await page.waitForURL('**service=prescriptions**');
    await page.locator('select[name=period]').selectOption('2014-09');
    await page.waitForURL('**period=2014-09**');
    await expect.poll(() => text(page), { timeout: 15_000 }).toContain('88.0%');
    const { page: other, close: closeOther } = await visit(browser, server.origin);
    await other.goto(page.url());
    expect(await other.locator('h1').innerText()).toBe(await page.locator('h1').innerText());
    await closeOther();
    await close();
  });
});

describe('from the first page, without instruction', () => {
  journeys(() => ({ browser, origin: server.origin }));
});

describe('the first paint of a page', () => {
  firstPaint(() => ({ browser, origin: server.origin }));
});

describe('what pages cost', () => {
  budgets(() => ({ browser, origin: server.origin }));
});

describe('exploring', () => {
  workbench(() => ({ browser, origin: server.origin }));
});

describe('a table of every practice', () => {
  longTables(() => ({ browser, origin: server.origin }));
});

describe('a chart of every practice', () => {
  crowds(() => ({ browser, origin: server.origin }));
});
