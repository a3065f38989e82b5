import type { Browser } from 'playwright-core';
import { expect, it } from 'vitest';
import { visit } from './visiting.ts';

/** Tests that a box that changes a page is told from the header's, which leaves it: by its name, button and look. */
export function twoSearches(at: () => { browser: Browser; origin: string }): void {
  it.each([
    ['/compare', 'Begin with a practice or place', 'Add'],
    ['/compare?area=ZC001', 'Add a practice or place to compare', 'Add'],
    ['/explore', 'Highlight a practice or place in the chart', 'Highlight'],
  ])('are told apart: %s', async (path, label, does) => {
    const { browser, origin } = at();
    const { page, close } = await visit(browser, origin);
    await page.goto(origin + path, { waitUntil: 'networkidle' });
    const searches = page.getByRole('search').filter({ has: page.locator('[name=q]') });
    const told = await searches.evaluateAll((forms) =>
      forms.map((form) => {
        const button = form.querySelector('button')!;
        return {
          form: form.ariaLabel,
          box: form.querySelector('label')!.textContent,
          button: button.textContent,
          fill: getComputedStyle(button).backgroundColor,
        };
      }),
    );
    const names = told.map(({ form, box, button }) => [form, box, button]);
    expect(names).toEqual([
      ['Find a practice or place', 'Find a practice or place', 'Find'],
      [label, label, does],
    ]);
    expect(told[0]!.fill).not.toBe(told[1]!.fill);
    expect(await page.getByText(label, { exact: true }).isVisible()).toBe(true);
    await close();
  });
}
