import type { Browser } from 'playwright-core';
import { expect, it } from 'vitest';
import { visit } from './visiting.ts';

/** Tests what a page shows in place of a chart that fails to load. */
export function unread(at: () => { browser: Browser; origin: string }): void {
  it('shows the image of a chart that cannot be drawn, and says so below it', async () => {
    const { browser, origin } = at();
    const { page, complaints, close } = await visit(browser, origin);
    await page.route(/\/drawings[^/]*\.js/, (route) => route.abort('failed'));
    await page.goto(`${origin}/explore?chart=funnel`, { waitUntil: 'networkidle' });
    const chart = page.locator('uptake-chart[data-state=failed]');
    const still = chart.locator('img');
    await still.waitFor({ state: 'visible' });
    const [whole, image] = [await chart.boundingBox(), await still.boundingBox()];
    const middle = { x: image!.x + image!.width / 2, y: image!.y + image!.height / 2 };
    const onTop = await page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.tagName, {
      x: middle.x,
      y: Math.min(middle.y, 880),
    });
    expect(onTop).toBe('IMG');
    expect(whole!.height - image!.height).toBeGreaterThan(20);
    expect(whole!.height - image!.height).toBeLessThan(80);
    complaints.length = 0;
    await close();
  });
}
