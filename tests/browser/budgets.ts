import type { Browser, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { layoutShift, watchLayoutShift } from '../../scripts/browser/layoutShift.ts';
import { scriptBeforeUse } from '../../scripts/browser/scriptBeforeUse.ts';
import { due, shareDue } from '../support/due.ts';
import { unvisited } from '../support/unvisited.ts';
import { visit } from './visiting.ts';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** In so many days each page is loaded. */
const days = 3;

/** What each page must show as soon as it can be used. */
const firstFigures: [path: string, figure: RegExp][] = [
  ['/', /97\.2%/],
  ['/areas/ZC001', /\d\.\d%/],
  ['/practices/ZZ0100', /\d\.\d%/],
  ['/practices/ZZ0100/report', /\d\.\d%/],
  ['/explore?chart=funnel', /\d\.\d%/],
  ['/explore?chart=map', /\d\.\d%/],
  ['/explore?chart=table&level=practice', /\d\.\d%/],
  ['/explore?chart=funnel&level=practice&rows=all', /\d\.\d%/],
  ['/compare?area=Q66,ZZ0100', /\d\.\d%/],
  ['/methods', /\d\.\d%/],
  ['/quality', /\d%/],
  ['/releases', /Release calendar/],
  ['/corrections', /Corrections/],
  ['/changes-log', /0\.2\.0/],
  ['/news?area=ZC001', /What is new/],
  ['/data', /\d/],
  ['/data/api', /\d/],
  ['/find?q=otter', /ZZ\d/],
  ['/about', /\d/],
];

/**
 * Makes a page report an error if its script replaces HTML that the server sent, because it would have drawn something
 * else.
 */
const complainIfDrawnAnew = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const { replaceChildren } = Element.prototype;
    Element.prototype.replaceChildren = function (...nodes) {
      if (this.id === 'site') console.error('the page was drawn anew');
      replaceChildren.apply(this, nodes);
    };
  });

/** How many elements a browser restyles after a change to a page. */
async function styledAnew(page: Page, change: () => void): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const counts: number[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const { name, args } of value as { name?: string; args?: { elementCount?: number } }[])
      if (name === 'UpdateLayoutTree') counts.push(args?.elementCount ?? 0);
  });
  const told = new Promise<void>((resolve) =>
    session.once('Tracing.tracingComplete', () => resolve()),
  );
  await session.send('Tracing.start', {
    traceConfig: { includedCategories: ['devtools.timeline'] },
  });
  await page.evaluate(change);
  await page.evaluate(
    () => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))),
  );
  await session.send('Tracing.end');
  await told;
  return Math.max(0, ...counts);
}

/** What a page may cost its readers, as far as that is the same on every machine. */
export function budgets(at: () => { browser: Browser; origin: string }): void {
  it('are kept by every page', () => {
    expect(unvisited(firstFigures.map(([path]) => path))).toEqual([]);
  });

  it.each(due(firstFigures, days))(
    `%s can be used after at most 40 KB of script, and its parts stay where they are (${shareDue(days)})`,
    async (path, figure) => {
      const { browser, origin } = at();
      const { page, close } = await visit(browser, origin, phone);
      await watchLayoutShift(page);
      await complainIfDrawnAnew(page);
      await page.goto(origin + path, { waitUntil: 'networkidle' });
      const size = await scriptBeforeUse(page);
      expect(size).toBeGreaterThan(15);
      expect(size).toBeLessThanOrEqual(40);
      expect(await layoutShift(page)).toBeLessThan(0.02);
      expect(await page.locator('main').innerText()).toMatch(figure);
      await close();
    },
  );

  it.each(['/', '/practices/ZZ0100', '/explore?chart=funnel'])(
    '%s is not restyled as a whole when a part of it changes',
    async (path) => {
      const { browser, origin } = at();
      const { page, close } = await visit(browser, origin);
      await page.goto(origin + path, { waitUntil: 'networkidle' });
      const all = await page.locator('*').count();
      const anew = await styledAnew(page, () => {
        document.getElementById('site')!.append(document.createElement('i'));
      });
      expect(anew).toBeGreaterThan(0);
      expect(anew).toBeLessThan(all / 10);
      await close();
    },
  );
}
