import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { due, whole } from '../support/due.ts';
import { tooSmall } from './letters.ts';
import { drawCharts, visit } from './visiting.ts';

const wide = { width: 1280, height: 900 };
const narrow = { width: 320, height: 700 };
const screens = [wide, { width: 390, height: 844 }, narrow];

/** What a change of colours can break, looked at where the page is widest; all else is the same in every theme. */
const ofColour = ['color-contrast', 'link-in-text-block'];

const themes = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none', rules: undefined },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none', rules: ofColour },
  { name: 'forced colours', colorScheme: 'light', forcedColors: 'active', rules: ofColour },
] as const;

type Theme = (typeof themes)[number];

/** The themes in which axe checks a page at a width: its own theme at the widest, and one at the narrowest. */
function themesAt(screen: (typeof screens)[number], own: readonly Theme[]): readonly Theme[] {
  if (screen === wide || whole) return own;
  return screen === narrow ? themes.slice(0, 1) : [];
}

/** Long lists of similar elements: axe checks them whole once, and after that only their first few entries. */
const repeated = [
  'tbody:nth-of-type(n+2)',
  'tbody tr:nth-child(n+12)',
  'ol li:nth-child(n+12)',
  '.operation:nth-of-type(n+2)',
];

interface Looked {
  /** All rules if none are given. */
  rules: readonly string[] | undefined;
  without: readonly string[];
}

/** What axe finds wrong with the page as it is now, one line each. */
async function violations(page: Page, looked: Looked): Promise<string[]> {
  const found = await page.evaluate(async ({ rules, without }) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const runOnly = rules && { type: 'rule' as const, values: [...rules] };
    const options = { resultTypes: ['violations' as const], runOnly };
    const exclude = without.filter((one) => document.querySelector(one)).map((one) => [one]);
    return (await axe.run(exclude.length ? { exclude } : document, options)).violations;
  }, looked);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/**
 * What is wrong with a page at three widths and in some themes: wider than the screen, with letters too small
 * to read, or found by axe at two widths.
 */
export async function faultsOf(page: Page, own: readonly Theme[] = themes): Promise<string[]> {
  await page.evaluate(`${axe.source}; undefined`);
  const wrong: string[] = [];
  for (const screen of screens) {
    await page.setViewportSize(screen);
    await drawCharts(page);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > screen.width) wrong.push(`${screen.width}: the page is ${width} wide`);
    for (const text of await tooSmall(page)) wrong.push(`${screen.width}: ${text}`);
    for (const { name, rules, ...theme } of themesAt(screen, own)) {
      await page.emulateMedia(theme);
      const looked: Looked = whole
        ? { rules: undefined, without: [] }
        : { rules, without: screen === wide && rules === undefined ? [] : repeated };
      for (const line of await violations(page, looked)) {
        wrong.push(`${screen.width}, ${name}: ${line}`);
      }
    }
  }
  return wrong;
}

/**
 * Tests pages at three widths and in three themes, each in dark and in forced colours by turns: no complaint of the
 * browser, one heading, nothing wider than the screen, nothing that axe finds, and what every page says.
 */
export function sweep(
  at: () => { browser: Browser; origin: string },
  paths: readonly string[],
  says = '',
): void {
  const [light, dark, forced] = themes;
  const turns = paths.flatMap((path, i) =>
    (i % 2 ? [dark, forced] : [forced, dark]).map((theme) => ({ path, theme })),
  );
  const todays = due(turns, 3);
  it.each(paths)('%s has no faults at three widths and in three themes', async (path) => {
    const { browser, origin } = at();
    const { page, close } = await visit(browser, origin);
    await page.goto(origin + path, { waitUntil: 'networkidle' });
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('body').innerText()).toContain(says);
    const own = todays.filter((turn) => turn.path === path).map(({ theme }) => theme);
    expect(await faultsOf(page, [light, ...own])).toEqual([]);
    await close();
  });
}
