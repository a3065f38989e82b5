import type { Browser, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { visit } from './visiting.ts';

const rows = (page: Page) => page.locator('.figure tbody tr').count();
const first = (page: Page) => page.locator('.figure tbody tr').first().innerText();

/** Tests tables of every practice, with and without script. */
export function longTables(at: () => { browser: Browser; origin: string }): void {
  const table = '/explore?chart=table&level=practice&measure=records_enabled';

  it('shows the first rows, then all that are asked for, and those of another month', async () => {
    const { browser, origin } = at();
    const { page, close } = await visit(browser, origin);
    await page.goto(origin + table, { waitUntil: 'networkidle' });
    expect(await rows(page)).toBe(100);
    await page.getByRole('link', { name: 'Show all' }).click();
    await expect.poll(() => rows(page), { timeout: 15_000 }).toBeGreaterThan(7000);
    const all = await rows(page);
    await page.reload({ waitUntil: 'networkidle' });
    expect(await rows(page)).toBe(all);
    const before = await first(page);
    await page.locator('select[name=period]').selectOption({ index: 6 });
    await expect.poll(() => first(page), { timeout: 15_000 }).not.toBe(before);
    expect(Math.abs((await rows(page)) - all)).toBeLessThan(500);
    expect(await page.getByRole('row').count()).toBeGreaterThan(7000);
    // What is narrowed begins with its first rows again.
    await page.getByLabel('Name or code', { exact: true }).fill('surgery');
    await page.waitForURL(/filter=surgery/);
    expect(page.url()).not.toContain('rows=');
    await expect.poll(() => rows(page)).toBe(100);
    await close();
  });

  it('has every row without script', async () => {
    const { browser, origin } = at();
    const { page, close } = await visit(browser, origin, { javaScriptEnabled: false });
    await page.goto(`${origin}${table}&rows=all`);
    expect(await rows(page)).toBeGreaterThan(7000);
    await close();
  });

  it('keeps its columns under their headings at every width, to its last row', async () => {
    const { browser, origin } = at();
    for (const width of [1280, 320]) {
      const { page, close } = await visit(browser, origin, { viewport: { width, height: 800 } });
      await page.goto(`${origin}${table}&rows=all`, { waitUntil: 'networkidle' });
      const last = page.locator('.figure tbody tr').last();
      await last.scrollIntoViewIfNeeded();
      const edges = (row: typeof last) =>
        row
          .locator('th, td')
          .evaluateAll((cells) =>
            cells.map((cell) => Math.round(cell.getBoundingClientRect().right)),
          );
      expect(await edges(last)).toEqual(await edges(page.locator('.figure thead tr')));
      await close();
    }
  });
}
