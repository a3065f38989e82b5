import type { Browser } from 'playwright-core';
import { expect, it } from 'vitest';
import { visit } from './visiting.ts';

/** Tests what script adds to texts to copy, to the questions of the API's page, and to lists of codes. */
export function enlivened(at: () => { browser: Browser; origin: string }): void {
  it('copies a text as it is shown, with the day of access, and says so', async () => {
    const { browser, origin } = at();
    const { page, close } = await visit(browser, origin, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.goto(origin, { waitUntil: 'networkidle' });
    await page.locator('summary', { hasText: 'Save, share or cite' }).first().click();
    const cited = page.locator('copy-text[data-label=Citation]').first();
    const copy = cited.getByRole('button', { name: 'Copy: Citation' });
    await copy.waitFor();
    const text = await cited.locator('code').innerText();
    const today = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(new Date());
    expect(text).toMatch(new RegExp(`\\(accessed ${today}\\)`));
    await copy.click();
    await cited.getByText('Copied', { exact: true }).waitFor();
    expect(await page.locator('#announcement').innerText()).toBe('Copied: Citation');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
    await close();
  });

  it('answers a question on the page of the API, also a wrong one', async () => {
    const { browser, origin } = at();
    const { page, complaints, close } = await visit(browser, origin);
    await page.goto(`${origin}/data/api`, { waitUntil: 'networkidle' });
    const form = page.locator('try-it[data-name="/figures"]');
    await form.getByText('Try it here').click();
    await form.getByLabel('measure', { exact: true }).fill('records_enabled');
    await form.getByLabel('area', { exact: true }).fill('Y54');
    await form.getByLabel('level', { exact: true }).fill('');
    await form.getByRole('button', { name: 'Ask' }).click();
    const said = form.locator('.try__said a');
    await said.waitFor();
    const address = '/api/v1/figures?measure=records_enabled&area=Y54&period=latest';
    expect(await said.getAttribute('href')).toBe(address);
    expect(await said.innerText()).toMatch(/^Answered in \d+ ms: /);
    const answer = await (await page.request.get(origin + address)).json();
    expect(JSON.parse(await form.locator('.try__text').innerText())).toEqual(answer);
    await form.getByLabel('measure', { exact: true }).fill('records_enable');
    await form.getByRole('button', { name: 'Ask' }).click();
    await expect.poll(() => said.innerText()).toMatch(/^Refused \(400\) in \d+ ms: /);
    expect(await form.locator('.try__text').innerText()).toContain('records_enable');
    // The browser itself reports the refusal.
    expect(complaints.filter((one) => !one.includes('400'))).toEqual([]);
    complaints.length = 0;
    await close();
  });

  it('takes the codes of a pasted table, or of a file, for a group', async () => {
    const { browser, origin } = at();
    const { page, close } = await visit(browser, origin);
    await page.goto(`${origin}/compare?service=prescriptions`, { waitUntil: 'networkidle' });
    const asked = () => page.waitForURL(/[?&](group|codes)=ZZ0101(,|%2C)ZZ0102/);
    const marks = await page.locator('group-codes').evaluate((element) =>
      ['dragover', 'dragleave'].map((kind) => {
        element.dispatchEvent(new Event(kind));
        return 'over' in (element as HTMLElement).dataset;
      }),
    );
    expect(marks).toEqual([true, false]);
    await page.getByText('Put practices together as a group of your own').click();
    await page.locator('#codes').fill('Practice\tName\nZZ0101\tThe first\nZZ0102\tThe second');
    await page.getByRole('button', { name: 'Compare this group' }).click();
    await asked();
    expect(new URL(page.url()).searchParams.get('service')).toBe('prescriptions');
    await page.goto(`${origin}/compare`, { waitUntil: 'networkidle' });
    await page.getByText('Put practices together as a group of your own').click();
    await page.locator('#codes-file').setInputFiles({
      name: 'ours.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('Code,Practice\r\nZZ0101,"The first, in town"\r\nZZ0102,The second\r\n'),
    });
    await asked();
    await close();
  });
}
