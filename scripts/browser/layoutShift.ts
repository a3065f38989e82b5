import type { Page } from 'playwright-core';

interface Watching {
  shifted?: number;
}

/** Makes every page opened here add up how much its parts move by themselves, as browsers count it. */
export const watchLayoutShift = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const watching = window as Watching;
    watching.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput } = entry as unknown as {
          value: number;
          hadRecentInput: boolean;
        };
        if (!hadRecentInput) watching.shifted! += value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });

/**
 * Scrolls a page to its end, so that everything lazy is drawn, and returns how much its parts have moved since it was
 * opened.
 */
export async function layoutShift(page: Page): Promise<number> {
  await page.evaluate(async () => {
    for (let top = 0; top < document.body.scrollHeight; top += innerHeight) {
      scrollTo(0, top);
      await new Promise((done) => setTimeout(done, 60));
    }
  });
  await page.waitForLoadState('networkidle');
  return page.evaluate(() => (window as Watching).shifted!);
}
