import type { Browser, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { drawCharts, visit } from './visiting.ts';

const coloursOf = (page: Page, selector: string, property: string): Promise<string[]> =>
  page
    .locator(selector)
    .evaluateAll(
      (found, name) => found.map((one) => getComputedStyle(one).getPropertyValue(name)),
      property,
    );

/**
 * Tests that what a colour says is still readable with forced colours, where readers replace all colours with a few of
 * their own.
 */
export function forced(at: () => { browser: Browser; origin: string }): void {
  it.each(['light', 'dark'] as const)('steps of a map stay apart, %s', async (colorScheme) => {
    const { browser, origin } = at();
    const { page, close } = await visit(browser, origin, { forcedColors: 'active', colorScheme });
    await page.goto(`${origin}/explore?chart=map`, { waitUntil: 'networkidle' });
    await drawCharts(page);
    const fills = await coloursOf(page, 'uptake-chart .mark-rect path', 'fill');
    expect(new Set(fills).size).toBeGreaterThanOrEqual(5);
    await close();
  });

  it('the range of a fifth of deprivation is seen within its bar', async () => {
    const { browser, origin } = at();
    const { page, close } = await visit(browser, origin, { forcedColors: 'active' });
    await page.goto(origin, { waitUntil: 'load' });
    const [bars, ranges] = await Promise.all([
      coloursOf(page, '.fifths__part', 'fill'),
      coloursOf(page, '.fifths__range', 'stroke'),
    ]);
    expect([bars.length, ranges.length]).toEqual([5, 5]);
    expect(ranges.filter((colour) => bars.includes(colour))).toEqual([]);
    await close();
  });

  it('the chosen form is readable, and the current choice is marked', async () => {
    const { browser, origin } = at();
    const { page, close } = await visit(browser, origin, { forcedColors: 'active' });
    await page.goto(origin, { waitUntil: 'networkidle' });
    const chosen = '.figure__radio:checked + .figure__choice-text';
    const adjusted = await coloursOf(page, chosen, 'forced-color-adjust');
    expect(new Set(adjusted)).toEqual(new Set(['none']));
    const lines = await coloursOf(page, '.choices__link', 'border-bottom-color');
    const ground = (await coloursOf(page, 'body', 'background-color'))[0];
    expect(lines.filter((line) => line !== ground)).toHaveLength(2);
    await close();
  });
}
