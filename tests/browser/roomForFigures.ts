import type { Browser, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { visit } from './visiting.ts';

/** The lowest edge of some elements on the first screen, in pixels from its top. */
const lowest = (page: Page, selector: string): Promise<number> =>
  page.$$eval(selector, (all) =>
    Math.max(...all.map((one) => one.getBoundingClientRect().bottom + scrollY)),
  );

/** Tests that what can be chosen leaves room for figures, on a phone above all. */
export function roomForFigures(at: () => { browser: Browser; origin: string }): void {
  it.each(['/areas/ZC001', '/areas/Q44', '/practices/ZZ0100'])(
    'has its picture and its first figures on the first screen: %s',
    async (path) => {
      const { browser, origin } = at();
      const { page, close } = await visit(browser, origin, {
        viewport: { width: 390, height: 844 },
      });
      await page.goto(origin + path, { waitUntil: 'networkidle' });
      expect(await lowest(page, '.gap__picture, .gap__value, .gap__words')).toBeLessThan(844);
      await page.setViewportSize({ width: 1280, height: 800 });
      const [first, second] = ['.gap__picture', '.gap__stage:nth-child(-n + 2)'];
      expect(await lowest(page, `${first}, ${second}`)).toBeLessThan(780);
      await close();
    },
  );

  it.each([320, 390, 640])('shows every dot of the places at %i pixels', async (width) => {
    const { browser, origin } = at();
    const { page, close } = await visit(browser, origin, { viewport: { width, height: 844 } });
    for (const path of ['/', '/areas/ZC001']) {
      await page.goto(origin + path, { waitUntil: 'networkidle' });
      await page.locator('#places').scrollIntoViewIfNeeded();
      const table = page.locator('.scroll:has(.table--places)');
      const { x, width: room } = (await table.boundingBox())!;
      const dots = await table
        .locator('.strip__dot')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
      expect(dots.length).toBeGreaterThan(3);
      for (const dot of dots) {
        expect(dot.left).toBeGreaterThanOrEqual(x);
        expect(dot.right).toBeLessThanOrEqual(x + room);
      }
      const scale = await table
        .locator('tbody .strip')
        .first()
        .evaluate((one) => one.getBoundingClientRect().width);
      expect(scale).toBeGreaterThan(0.9 * room);
    }
    await close();
  });

  it.each([320, 390, 769, 1280])(
    'keeps each field of the table in Explore beside its label at %i pixels',
    async (width) => {
      const { browser, origin } = at();
      const { page, close } = await visit(browser, origin, { viewport: { width, height: 844 } });
      await page.goto(`${origin}/explore?chart=table&level=practice`, { waitUntil: 'networkidle' });
      const fields = await page.locator('.grid .narrow label').evaluateAll((labels) =>
        labels.map((label) => {
          const { control } = label as HTMLLabelElement;
          const [name, field] = [label, control!].map((one) => one.getBoundingClientRect());
          return {
            name: label.textContent,
            aside: field!.left - name!.right,
            below: Math.abs((name!.top + name!.bottom) / 2 - (field!.top + field!.bottom) / 2),
            left: field!.left,
          };
        }),
      );
      expect(fields.map(({ name }) => name)).toEqual([
        'Name or code',
        'Where',
        'is at least',
        'and at most',
      ]);
      for (const { name, aside, below } of fields) {
        expect(below, name!).toBeLessThan(2);
        expect(aside, name!).toBeGreaterThan(0);
        expect(aside, name!).toBeLessThan(60);
      }
      if (width < 641) expect(fields[0]!.left).toBe(fields[1]!.left);
      await close();
    },
  );
}
