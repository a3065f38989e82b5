import type { Browser } from 'playwright-core';
import { expect, it } from 'vitest';
import { visit } from './visiting.ts';

/** Charts of every practice, whose points are drawn as one shape and still read out one by one. */
export function crowds(at: () => { browser: Browser; origin: string }): void {
  it.each(['funnel', 'places'])(
    'gives each point of a chart (%s) its own reading, also after another choice',
    async (chart) => {
      const { browser, origin } = at();
      const { page, complaints, close } = await visit(browser, origin);
      await page.goto(`${origin}/explore?chart=${chart}&level=practice&measure=records_enabled`, {
        waitUntil: 'networkidle',
      });
      const drawing = page.locator('uptake-chart[data-state=drawn]');
      const said = drawing.locator('[role=status]');
      const last = async () => {
        await drawing.focus();
        await page.keyboard.press('End');
        return said.innerText();
      };
      const first = await last();
      expect(first).toMatch(/^.+: [\d.]+% \([\d,]+ of [\d,]+\)/);
      const shown = drawing.locator('.chart__reading');
      const { x, y, width, height } = (await drawing.locator('.chart__ring').boundingBox())!;
      await page.mouse.move(x + width / 2, y + height / 2);
      expect(await shown.innerText()).not.toBe('');
      await page.getByRole('combobox', { name: 'Figure' }).fill('set up booking');
      await page.keyboard.press('Enter');
      await expect.poll(last).not.toBe(first);
      expect(await said.innerText()).toMatch(/^.+: [\d.]+% \([\d,]+ of [\d,]+\)/);
      expect(complaints).toEqual([]);
      await close();
    },
  );
}
