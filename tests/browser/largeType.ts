import type { Browser } from 'playwright-core';
import { expect, it } from 'vitest';
import { drawCharts, visit } from './visiting.ts';

/** Texts of the first figures and of their labels that cover each other, in pairs. */
function covered(): string[] {
  const shown: { text: string; box: DOMRect }[] = [];
  const walker = document.createTreeWalker(document.querySelector('.gap')!, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement!.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const text = node.nodeValue!.trim();
    // Letters are less high than their line.
    for (const { x, y, width, height } of range.getClientRects())
      if (text && width > 1)
        shown.push({ text, box: new DOMRect(x, y + height / 4, width, height / 2) });
  }
  return shown.flatMap((one, i) =>
    shown
      .slice(i + 1)
      .filter(
        ({ box }) =>
          Math.min(box.right, one.box.right) - Math.max(box.left, one.box.left) > 2 &&
          Math.min(box.bottom, one.box.bottom) - Math.max(box.top, one.box.top) > 2,
      )
      .map(({ text }) => `${one.text} / ${text}`),
  );
}

/**
 * Tests that pages fit a phone in type twice as large, which WCAG asks for, and that words in the place of the first
 * figures do not cover each other then, nor in type somewhat larger.
 */
export function largeType(
  at: () => { browser: Browser; origin: string },
  paths: readonly string[],
): void {
  it.each(paths)('%s is as wide as the screen', async (path) => {
    const { browser, origin } = at();
    const viewport = { width: 390, height: 844 };
    const { page, close } = await visit(browser, origin, { viewport });
    await page.goto(origin + path, { waitUntil: 'networkidle' });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    await drawCharts(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await close();
  });

  it.each(['/', '/areas/ZC001', '/practices/ZZ0100'])(
    '%s has words beside its first figures that can all be read',
    async (path) => {
      const { browser, origin } = at();
      const { page, close } = await visit(browser, origin);
      await page.goto(origin + path, { waitUntil: 'load' });
      for (const [width, size] of [
        [320, 100],
        [320, 150],
        [390, 125],
        [390, 200],
        [1280, 200],
      ] as const) {
        await page.setViewportSize({ width, height: 844 });
        await page.evaluate((percent) => {
          document.documentElement.style.fontSize = `${percent}%`;
        }, size);
        expect(await page.evaluate(covered), `${width} pixels, ${size}%`).toEqual([]);
      }
      await close();
    },
  );
}
