import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchChromium } from '../../scripts/browser/chromium.ts';
import { chartKinds } from '../../web/charts/kinds.ts';
import { due, shareDue } from '../support/due.ts';
import { sweep } from './sweep.ts';
import { startAsPeopleDo, visit } from './visiting.ts';

/** The text of a page above a line, as someone sees who scrolls there. */
function seenAbove(line: number): string {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const seen: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(node);
    const { width, height, bottom } = range.getBoundingClientRect();
    if (width > 1 && height > 1 && bottom <= line) seen.push(node.nodeValue!);
  }
  return seen.join(' ').replace(/\s+/g, ' ');
}

const data = inject('referenced2018');

describe.skipIf(!data)('the pages of April to September 2018', () => {
  let server: Awaited<ReturnType<typeof startAsPeopleDo>>;
  let browser: Browser;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startAsPeopleDo(data!), launchChromium()]);
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it.each([
    [1280, 800, 4000],
    [390, 844, 6000],
  ])(
    'answer the first four questions within three screens of %i × %i, and are under %i pixels long',
    async (width, height, longest) => {
      const viewport = { width, height };
      const { page, close } = await visit(browser, server.origin, { viewport });
      await page.goto(server.origin, { waitUntil: 'load' });
      const seen = await page.evaluate(seenAbove, 3 * height);
      expect(seen).toMatch(
        /Who is left out\? [\d.]+% in the most deprived fifth of practices, [\d.]+% in the least deprived/,
      );
      expect(seen).toMatch(/Was the target met\? [\d.]+% set up for at least one .*30%/);
      expect(seen).toMatch(/Where\? From [\d.]+% in .+ to [\d.]+% in /);
      expect(seen).toMatch(/Find (?:a practice or place|a place)/);
      // What lies below is laid out after the page is drawn, and its height is only known then.
      await page.waitForSelector(':root[data-stands]', { state: 'attached' });
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(
        longest,
      );
      await close();
    },
  );

  /** In so many days each is swept; the illustrative ones, of the same kinds, are every day. */
  const days = 7;
  const pages = [
    '/',
    // Its first month, a service that sends less, an area of each level, and one of a single practice.
    '/?service=appointments&period=2018-04',
    '/areas/Y56?within=practice&sort=use',
    '/areas/00C',
    '/areas/QE1',
    '/areas/U00070',
    '/practices/A82060',
    '/practices/A82060/report',
    // One that is not in the later months, and one with more patients set up than are registered.
    '/practices/A82074',
    '/practices/C88627',
    '/find?q=nowhere+at+all',
    '/explore?chart=spread&measure=prescriptions_enabled',
    '/explore?chart=xmr',
    '/explore?chart=months&area=Y56,00C',
    '/explore?chart=multiples',
    '/explore?chart=variance&parent=Y56',
    '/explore?chart=deprivation&parent=00K',
    '/explore?chart=supplier',
    '/explore?chart=boundaries&level=ccg',
    '/compare?area=Y56,00C,A82060',
    '/data',
    '/methods',
    '/quality',
    '/about',
    ...chartKinds.map(({ id }) => `/embed/${id}`),
  ];
  describe(`each page (${shareDue(days)})`, () => {
    sweep(() => ({ browser, origin: server.origin }), due(pages, days));
  });
});
