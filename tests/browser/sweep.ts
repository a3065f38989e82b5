import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { drawCharts, visit } from './visiting.ts';

const screens = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
  { width: 320, height: 700 },
];

/** What a change of colours can break; everything else is the same in every theme. */
const ofColour = ['color-contrast', 'link-in-text-block'];

const themes = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none', rules: undefined },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none', rules: ofColour },
  { name: 'forced colours', colorScheme: 'light', forcedColors: 'active', rules: ofColour },
] as const;

/** What axe finds wrong with the page as it stands, a line each. */
async function violations(page: Page, rules: readonly string[] | undefined): Promise<string[]> {
  const found = await page.evaluate(async (rules) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const runOnly = rules && { type: 'rule' as const, values: [...rules] };
    return (await axe.run(document, { resultTypes: ['violations'], runOnly })).violations;
  }, rules);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/**
 * Tests pages at every width and in every theme: no complaint of the browser, one heading, nothing wider than the
 * screen and nothing that axe finds.
 */
export function sweep(at: () => { browser: Browser; origin: string }, paths: string[]): void {
  it.each(paths)('%s is sound at every width and in every theme', async (path) => {
    const { browser, origin } = at();
    const { page, close } = await visit(browser, origin);
    await page.goto(origin + path, { waitUntil: 'networkidle' });
    await page.evaluate(`${axe.source}; undefined`);
    expect(await page.locator('h1').count()).toBe(1);
    const wrong: string[] = [];
    for (const screen of screens) {
      await page.setViewportSize(screen);
      await drawCharts(page);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > screen.width) wrong.push(`${screen.width}: the page is ${width} wide`);
      for (const { name, rules, ...theme } of themes) {
        await page.emulateMedia(theme);
        for (const line of await violations(page, rules)) {
          wrong.push(`${screen.width}, ${name}: ${line}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    await close();
  });
}
