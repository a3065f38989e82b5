import type { Browser, Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, it } from 'vitest';
import { drawCharts, visit } from './visiting.ts';

/** The text of each sheet of A4 that a page is printed on. */
async function sheetsOf(page: Page): Promise<string[]> {
  const pdf = await page.pdf({ format: 'A4' });
  return (await extractText(new Uint8Array(pdf))).text;
}

/** How far down the text of each sheet of A4 reaches, as a share of the room between its margins. */
async function filled(page: Page): Promise<number[]> {
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4' })));
  const [margin, height] = [(16 / 25.4) * 72, (297 / 25.4) * 72];
  return Promise.all(
    Array.from({ length: pdf.numPages }, async (_, i) => {
      const { items } = await (await pdf.getPage(i + 1)).getTextContent();
      const lines = items.flatMap((one) =>
        'str' in one && one.str.trim() ? one.transform[5] : [],
      );
      return (height - margin - Math.min(...lines)) / (height - 2 * margin);
    }),
  );
}

/** Tests what is on the paper that a browser prints. */
export function paper(at: () => { browser: Browser; origin: string }): void {
  it('has the chart of Explore on its first sheet, and every row of its table under its headings', async () => {
    const { browser, origin } = at();
    const { page, close } = await visit(browser, origin);
    await page.goto(`${origin}/explore?chart=places&level=ccg&measure=records_enabled`, {
      waitUntil: 'networkidle',
    });
    await drawCharts(page);
    const title = await page.locator('.figure__title').innerText();
    const rows = (
      await page.locator('.figure tbody th[scope=row] > a:first-of-type').allTextContents()
    ).map((name) => name.trim());
    expect(rows).toHaveLength(100);
    const sheets = await sheetsOf(page);
    expect(sheets[0]).toContain(title.slice(0, 20));
    expect(sheets[0]).toContain(rows[0]);
    expect(sheets.length).toBeGreaterThan(2);
    for (const sheet of sheets) expect(sheet).toContain('Percent of');
    const all = sheets.join(' ').replace(/\s+/g, ' ');
    expect(rows.filter((row) => !all.includes(row.replace(/\s+/g, ' ')))).toEqual([]);
    await close();
  });

  it.each(['/', '/areas/Q44', '/areas/Y54', '/areas/ZC001', '/practices/ZZ0100'])(
    'has no sheet less than two thirds full but the last: %s',
    async (path) => {
      const { browser, origin } = at();
      const { page, close } = await visit(browser, origin);
      await page.goto(origin + path, { waitUntil: 'networkidle' });
      await drawCharts(page);
      const sheets = await filled(page);
      expect(sheets.length).toBeGreaterThan(2);
      expect(Math.min(...sheets.slice(0, -1))).toBeGreaterThan(2 / 3);
      // The end of the page is whole, not a line of its last sentence.
      expect(sheets.at(-1)).toBeGreaterThan(0.02);
      await close();
    },
  );

  it('has the table of a chart that nobody has come near, and no key to it', async () => {
    const { browser, origin } = at();
    const viewport = { width: 390, height: 300 };
    const { page, close } = await visit(browser, origin, { viewport });
    await page.goto(origin, { waitUntil: 'networkidle' });
    const figure = page.locator('figure:has(uptake-chart)').first();
    const table = figure.locator('table');
    const key = figure.locator('.figure__key');
    await page.emulateMedia({ media: 'print' });
    expect(await figure.locator('uptake-chart').getAttribute('data-state')).toBeNull();
    expect([await table.isVisible(), await key.isVisible()]).toEqual([true, false]);
    await page.emulateMedia({ media: 'screen' });
    await drawCharts(page);
    await page.emulateMedia({ media: 'print' });
    expect([await table.isVisible(), await key.isVisible()]).toEqual([false, true]);
    await close();
  });

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
