import type { Browser, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { layoutShift, watchLayoutShift } from '../../scripts/browser/layoutShift.ts';
import { visit } from './visiting.ts';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Whether the last part of a page is laid out, rather than skipped until it comes near. */
const endIsLaidOut = (page: Page): Promise<boolean> =>
  page
    .locator('.section > *')
    .last()
    .evaluate((element) => element.checkVisibility({ contentVisibilityAuto: true }));

/** Holds files of some names back until the function that it returns is called. */
async function hold(page: Page, names: string): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(names, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

const painted = (page: Page) =>
  page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);

/** Tests what a page shows first, and that nothing is missing afterwards. */
export function firstPaint(at: () => { browser: Browser; origin: string }): void {
  it('comes before any script, without content far down, which follows', async () => {
    const { browser, origin } = at();
    const { page, close } = await visit(browser, origin, phone);
    const release = await hold(page, '**/*.js');
    await page.goto(origin, { waitUntil: 'commit' });
    await painted(page);
    expect(await page.locator('h1').innerText()).not.toBe('');
    expect(await endIsLaidOut(page)).toBe(false);
    release();
    await expect.poll(() => endIsLaidOut(page)).toBe(true);
    await close();
  });

  it.each(['/', '/practices/ZZ0100/report'])(
    'hardly moves when the typeface comes, on a phone without Arial: %s',
    async (path) => {
      const { browser, origin } = at();
      const { page, close } = await visit(browser, origin, phone);
      await watchLayoutShift(page);
      const release = await hold(page, '**/*.woff2');
      await page.goto(origin + path, { waitUntil: 'commit' });
      await painted(page);
      const ends = () =>
        page.$$eval('.header__inner, .trail', (all) =>
          all.map((one) => Math.round(one.getBoundingClientRect().bottom)),
        );
      const before = await ends();
      expect(await page.evaluate(() => document.fonts.status)).toBe('loading');
      release();
      await page.evaluate(() => document.fonts.ready);
      expect(await ends()).toEqual(before);
      expect(await layoutShift(page)).toBeLessThan(0.02);
      await close();
    },
  );

  it('is further down if the address leads there', async () => {
    const { browser, origin } = at();
    const { page, close } = await visit(browser, origin, phone);
    await page.goto(`${origin}/#groups`, { waitUntil: 'networkidle' });
    const top = await page.locator('#groups').evaluate((one) => one.getBoundingClientRect().top);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(100);
    await close();
  });

  it('leaves nothing for later without script', async () => {
    const { browser, origin } = at();
    const { page, close } = await visit(browser, origin, { ...phone, javaScriptEnabled: false });
    await page.goto(origin);
    expect(await endIsLaidOut(page)).toBe(true);
    await close();
  });

  it('happens again where the page was left', async () => {
    const { browser, origin } = at();
    const { page, close } = await visit(browser, origin, phone);
    // Far longer than the browser assumes for a page that is not laid out yet.
    await page.goto(`${origin}/areas/ZC001?rows=all`, { waitUntil: 'networkidle' });
    const left = await page.evaluate(() => {
      scrollTo(0, document.documentElement.scrollHeight - 2 * innerHeight);
      return Math.round(scrollY);
    });
    expect(left).toBeGreaterThan(3_000);
    await page.waitForFunction((left) => Math.round(history.state?.top) === left, left);
    const top = () =>
      page.locator('#more').evaluate((one) => Math.round(one.getBoundingClientRect().top));
    const before = await top();
    await page.reload({ waitUntil: 'networkidle' });
    expect(await top()).toBe(before);
    await close();
  });
}
