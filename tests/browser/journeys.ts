import { readFileSync } from 'node:fs';
import type { Browser, Download, Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { due, shareDue } from '../support/due.ts';
import { visit } from './visiting.ts';

/**
 * Counts a person's actions: each click, tap or key press that chooses, and each text typed or option chosen from a
 * list.
 */
export class Steps {
  taken: string[] = [];

  constructor(
    readonly page: Page,
    private readonly by: 'mouse' | 'touch' | 'keys',
  ) {}

  /** Presses Tab until the focus is on the element, as someone without a mouse does. */
  private async reach(target: Locator): Promise<void> {
    await target.waitFor();
    // Looking for it again after every key would take most of the time.
    let sought = await target.elementHandle();
    for (let i = 0; i < 200; i++) {
      const [hasFocus, isThere] = await sought!.evaluate((element) => [
        element === document.activeElement,
        element.isConnected,
      ]);
      if (hasFocus) return;
      if (!isThere) sought = await target.elementHandle();
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`the keyboard does not lead to: ${target}`);
  }

  /**
   * Goes to an element and presses it, by mouse, touch or keyboard. With the keyboard, a field to type in only gets the
   * focus.
   */
  private async use(target: Locator, key: 'Enter' | 'Tab' = 'Enter'): Promise<void> {
    if (this.by === 'keys') {
      await this.reach(target);
      if (key === 'Enter') await this.page.keyboard.press(key);
    } else if (this.by === 'touch') await target.tap();
    else await target.click();
  }

  /** Finds a place in the header's search box and goes to it: two actions. */
  async find(text: string, arrives: RegExp): Promise<void> {
    const { page } = this;
    const box = page.locator('input[role=combobox]:visible').first();
    if (this.by === 'keys') await this.reach(box);
    else await this.use(box);
    await page.keyboard.type(text, { delay: 20 });
    this.taken.push(`type ${text}`);
    const found = page.getByRole('listbox').first().getByRole('option').first();
    await found.waitFor();
    if (this.by === 'keys') {
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
    } else await this.use(found);
    this.taken.push('choose what is found');
    await page.waitForURL(arrives);
  }

  async press(role: 'link' | 'button', name: string): Promise<void> {
    await this.use(this.page.getByRole(role, { name }).first());
    this.taken.push(`press ${name}`);
  }

  /** Opens the folded section with this summary. */
  async unfold(name: string): Promise<void> {
    await this.use(this.page.locator('summary', { hasText: name }).first());
    this.taken.push(`open ${name}`);
  }

  async download(name: string): Promise<Download> {
    const coming = this.page.waitForEvent('download');
    await this.press('link', name);
    return coming;
  }

  /** Types a text into the field with this label. */
  async fill(label: string, text: string): Promise<void> {
    const field = this.page.getByLabel(label, { exact: true });
    await this.use(field, 'Tab');
    await this.page.keyboard.type(text);
    this.taken.push(`type ${text}`);
  }

  async select(label: string, option: string): Promise<void> {
    const list = this.page.getByLabel(label, { exact: true });
    if (this.by === 'keys') {
      await this.reach(list);
      await this.page.keyboard.type(option, { delay: 20 });
    } else await list.selectOption({ label: option });
    this.taken.push(`choose ${option}`);
  }
}

const ways = [
  ['mouse', { viewport: { width: 1280, height: 900 } }],
  ['keys', { viewport: { width: 1280, height: 900 } }],
  ['touch', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
] as const;

/** The ways that a journey is made today: one of the three, another for each journey. */
const waysOf = (turn: number) => due([...ways.slice(turn), ...ways.slice(0, turn)], ways.length);

const share = shareDue(ways.length);

/** Three people's tasks from the home page, with every action counted. */
export function journeys(at: () => { browser: Browser; origin: string }): void {
  const begin = async (by: (typeof ways)[number][0], options: (typeof ways)[number][1]) => {
    const { browser, origin } = at();
    const { page, close } = await visit(browser, origin, options);
    await page.goto(origin, { waitUntil: 'networkidle' });
    return { page, steps: new Steps(page, by), close };
  };

  it.each(waysOf(0))(
    `a manager reaches the printed page of a practice in at most four actions, by %s (${share})`,
    async (by, options) => {
      const { page, steps, close } = await begin(by, options);
      await page.evaluate(() => {
        window.print = () => document.documentElement.setAttribute('data-printed', '');
      });
      await steps.find('ZZ0100', /\/practices\/ZZ0100/);
      await steps.press('link', 'One page for a meeting');
      await page.waitForURL(/\/practices\/ZZ0100\/report/);
      await steps.press('button', 'Print this page');
      await page.locator('html[data-printed]').waitFor();
      expect(steps.taken.length).toBeLessThanOrEqual(4);
      const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
      expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
      await close();
    },
  );

  it.each(waysOf(1))(
    `a journalist leaves with a sentence, a CSV and a titled PNG in at most six actions, by %s (${share})`,
    async (by, options) => {
      const { page, steps, close } = await begin(by, options);
      await steps.find('devon', /\/areas\/Q66/);
      await steps.press('link', 'Download the trend');
      await page.getByRole('heading', { name: 'Explore the figures' }).waitFor();
      const sentence = (await page.locator('.figure__sentence').first().textContent())!.trim();
      expect(sentence).toMatch(/^In March 2015, [\d.]+% of patients in Devon.* \(.* of .*\)?/);
      await steps.unfold('Save, share or cite');
      const csv = readFileSync(await (await steps.download('Figures (CSV)')).path(), 'utf8');
      const png = readFileSync(await (await steps.download('Image for the web (PNG)')).path());
      expect(steps.taken.length).toBeLessThanOrEqual(6);
      const [value] = /[\d.]+%/.exec(sentence)!;
      const last = csv.split('\n').find((row) => /2015-03/.test(row) && /Q66/.test(row));
      expect(last).toBeDefined();
      expect(last!.split(',').map((cell) => `${Number(cell).toPrecision(2)}%`)).toContain(
        `${Number.parseFloat(value!).toPrecision(2)}%`,
      );
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect(png.length).toBeGreaterThan(10_000);
      await close();
    },
  );

  it.each(waysOf(2))(
    `an analyst sees the adjusted funnel of CCGs for any month in at most five actions, by %s (${share})`,
    async (by, options) => {
      const { page, steps, close } = await begin(by, options);
      // On a phone, the header's links are in its menu.
      if (by === 'touch') await steps.unfold('Menu');
      await steps.press('link', 'Explore');
      await page.waitForURL(/\/explore/);
      await page.locator('#rail').waitFor();
      // On a phone, the choices are in a sheet.
      if (by === 'touch') await steps.unfold('Change');
      await steps.press('link', 'Funnel');
      await page.waitForURL(/chart=funnel/);
      await steps.select('Month', 'September 2014');
      await page.waitForURL(/period=2014-09/);
      const figure = page.locator('figure');
      await figure
        .getByText(/CCGs in England.*September 2014/)
        .first()
        .waitFor();
      expect(await page.locator('.figure__sentence').first().textContent()).toContain(
        'CCGs in England are beyond what is usual between CCGs of their size',
      );
      await page.locator('uptake-chart[data-state=drawn]').waitFor();
      expect(steps.taken.length).toBeLessThanOrEqual(5);
      await close();
    },
  );
}
