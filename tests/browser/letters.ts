import type { Browser, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { drawCharts, visit } from './visiting.ts';

/** The smallest that text may be on the screen, in pixels. */
const smallest = 11;

/** Texts that the page shows smaller, as it is now: in HTML, in drawings and in images, each at the scale it is shown. */
export const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate(async (smallest) => {
    const found: string[] = [];
    const note = (size: number, text: string) => {
      if (size < smallest - 0.05) found.push(`${size.toFixed(1)} px: ${text.trim()}`);
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { data, parentElement: around } = walker.currentNode as Text;
      if (!data.trim() || !around!.checkVisibility() || around!.closest('.unseen')) continue;
      const own = Number.parseFloat(getComputedStyle(around!).fontSize);
      const drawn = around instanceof SVGGraphicsElement ? around.getScreenCTM()! : null;
      note(own * (drawn ? Math.hypot(drawn.a, drawn.b) : 1), data);
    }
    for (const image of document.images) {
      if (!image.checkVisibility() || !image.currentSrc.includes('.svg')) continue;
      const drawing = await (await fetch(image.currentSrc)).text();
      const scale = image.clientWidth / Number(/viewBox="0 0 (\d+)/.exec(drawing)![1]);
      for (const [, size, text] of drawing.matchAll(
        /<text[^>]* font-size="([\d.]+)(?:px)?"[^>]*>([^<]*)/g,
      ))
        note(Number(size) * scale, `${text} (image)`);
    }
    return [...new Set(found)];
  }, smallest);

const widths = [320, 641, 769, 1024, 1088, 1280];

/** Tests that no page has letters too small to read, with script and without. */
export function letters(at: () => { browser: Browser; origin: string }): void {
  it.each(['/', '/areas/Q66', '/practices/ZZ0100/report', '/explore?chart=map&level=ccg'])(
    'can be read at every width: %s',
    async (path) => {
      const { browser, origin } = at();
      const { page, close } = await visit(browser, origin);
      await page.goto(origin + path, { waitUntil: 'networkidle' });
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        await drawCharts(page);
        expect(await tooSmall(page), `${width} pixels`).toEqual([]);
      }
      await close();
    },
  );

  it('can be read without script at every width', async () => {
    const { browser, origin } = at();
    const { page, close } = await visit(browser, origin, { javaScriptEnabled: false });
    await page.goto(origin, { waitUntil: 'load' });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      const images = page.locator('.chart__still:visible');
      expect(await images.count()).toBeGreaterThan(2);
      for (const image of await images.all()) {
        const { width: shown } = (await image.boundingBox())!;
        const href = await image.evaluate((one: HTMLImageElement) => {
          const sources = [...one.parentElement!.querySelectorAll('source')];
          return sources.find(({ media }) => matchMedia(media).matches)?.srcset ?? one.src;
        });
        const drawn = Number(new URL(href, origin).searchParams.get('width'));
        // The smallest text of a chart is 13 pixels high where it is drawn.
        expect((13 * shown) / drawn, `${width} pixels`).toBeGreaterThan(smallest - 0.1);
      }
    }
    await close();
  });
}
