import type { Browser } from 'playwright-core';
import { expect, it } from 'vitest';
import { visit } from './visiting.ts';

/** Tests what is on the paper that a browser prints. */
export function paper(at: () => { browser: Browser; origin: string }): void {
  it('cuts no name above the strips of a practice', async () => {
    const { browser, origin } = at();
    const { page, close } = await visit(browser, origin);
    await page.goto(`${origin}/practices/ZZ0100`, { waitUntil: 'load' });
    await page.emulateMedia({ media: 'print' });
    const above = await page.locator('.strips__picture').evaluateAll((pictures) =>
      pictures.map((picture) => {
        const name = picture.querySelector<SVGTextElement>('.strips__name')!;
        // From the line that its letters stand on, the highest are three quarters of their size.
        const size = Number.parseFloat(getComputedStyle(name).fontSize);
        return name.y.baseVal[0]!.value - size * 0.75;
      }),
    );
    expect(above).toHaveLength(3);
    expect(Math.min(...above)).toBeGreaterThanOrEqual(0);
    await close();
  });
}
