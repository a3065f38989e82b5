import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchChromium } from '../../scripts/browser/chromium.ts';
import { chartKinds } from '../../web/charts/kinds.ts';
import { embedScript, frameOf } from '../../web/charts/taking.ts';
import { due, shareDue } from '../support/due.ts';
import { unvisited } from '../support/unvisited.ts';
import { startAsPeopleDo, visit } from './visiting.ts';

const prefix = '/uptake';
let server: Awaited<ReturnType<typeof startAsPeopleDo>>;
let browser: Browser;
/** A page of another site, with the HTML that it was last given. */
let others: Server;
let article = '';

beforeAll(async () => {
  others = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>An article</title><main>${article}</main>`);
  });
  await new Promise<void>((ready) => others.listen(0, '127.0.0.1', ready));
  [server, browser] = await Promise.all([
    startAsPeopleDo(inject('referenced'), { UPTAKE_PREFIX: prefix }),
    launchChromium(),
  ]);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  others?.close();
});

/** A4 between its margins, in pixels. */
const paper = { width: 672, height: 1000 };

/** One page of each kind in the sitemap. */
const kinds: [path: string, says: RegExp][] = [
  ['/', /9\d\.\d%/],
  ['/areas/Q66', /\d\.\d%/],
  ['/areas/{ccg}', /\d\.\d%/],
  ['/practices/{practice}', /\d\.\d%/],
  ['/practices/{practice}/report', /\d\.\d%/],
  ['/find?q=surgery', /ZZ\d/],
  ['/explore', /\d\.\d%/],
  ['/explore?chart=table&level=practice', /\d\.\d%/],
  ['/explore?chart=funnel', /\d\.\d%/],
  ['/compare?area=Q66,{ccg}', /\d\.\d%/],
  ['/data', /CSVW/],
  ['/data/api', /records_enabled/],
  ['/methods', /\d\.\d%/],
  ['/quality', /\d%/],
  ['/releases', /Release calendar/],
  ['/corrections', /Corrections/],
  ['/changes-log', /0\.2\.0/],
  ['/news?area={ccg}', /What is new/],
  ['/about', /2015-03/],
];

const withCharts = [
  '/',
  '/areas/Q66',
  '/practices/{practice}',
  '/explore?chart=multiples',
  '/compare?area=Q66,{ccg}',
];

async function addressOf(path: string): Promise<string> {
  let filled = path;
  for (const [, level] of path.matchAll(/{(\w+)}/g)) {
    const answer = await fetch(`${server.origin}${prefix}/api/v1/areas?level=${level}&limit=1`);
    filled = filled.replace(`{${level}}`, (await answer.json()).data[0].area_code);
  }
  return server.origin + prefix + filled;
}

/** Every embed code that a page offers. */
async function embedCodes(page: Page): Promise<string[]> {
  const texts = await page.locator('.figure__take-body').allTextContents();
  return texts.flatMap((text) => text.match(/<iframe [^>]*><\/iframe>/g) ?? []);
}

/** In so many days each page is looked at, and each width of a frame. */
const days = 3;

describe(`every page behind a prefix (${shareDue(days)})`, () => {
  it('is one of these', () => {
    const paths = kinds.map(([path]) => path.replace(/[{}]/g, ''));
    expect(unvisited(paths)).toEqual([]);
  });

  it.each(due(kinds, days))(
    '%s shows its content without script, and on paper',
    async (path, says) => {
      const { page, close } = await visit(browser, server.origin, { javaScriptEnabled: false });
      await page.goto(await addressOf(path), { waitUntil: 'load' });
      expect(await page.locator('main').innerText()).toMatch(says);
      for (const figure of await page.locator('figure.figure').all()) {
        const picture = figure.locator('img, .figure__picture, .gap__picture, .state').first();
        expect(await picture.isVisible(), `picture of ${await figure.getAttribute('id')}`).toBe(
          true,
        );
        expect(await figure.locator('table').first().isVisible()).toBe(true);
      }
      await page.setViewportSize(paper);
      await page.emulateMedia({ media: 'print' });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(paper.width);
      const cutOff = await page
        .locator('table:visible')
        .evaluateAll((tables) =>
          tables
            .filter((table) => table.getBoundingClientRect().right > innerWidth + 1)
            .map((table) => table.querySelector('caption')?.textContent),
        );
      expect(cutOff).toEqual([]);
      // What is only there to be pressed is left out; the heading and the mark are not.
      expect(await page.locator('nav:visible, input:visible, select:visible').count()).toBe(0);
      const [picture, stages] = ['.gap__picture', '.gap__stages'].map((one) => page.locator(one));
      if (await stages!.count()) {
        const { x, width: across } = (await picture!.boundingBox())!;
        expect((await stages!.boundingBox())!.x).toBeGreaterThan(x + across);
      }
      const onPaper = await page.locator('main').innerText();
      expect(onPaper).not.toMatch(/How this is worked out|See which months were usual|as CSV/);
      expect(onPaper.match(/.*\s[.;,](?!\w).*|^[.;,](?!\w).*/gm) ?? []).toEqual([]);
      expect(await page.locator('h1').isVisible()).toBe(true);
      expect(await page.getByText('Illustrative data made by this').first().isVisible()).toBe(true);
      await close();
    },
  );

  it('redraws charts with readable letters before printing, and restores them afterwards', async () => {
    const { page, close } = await visit(browser, server.origin);
    await page.goto(await addressOf('/explore?chart=funnel'), { waitUntil: 'networkidle' });
    const drawing = page.locator('uptake-chart[data-state=drawn] .chart__drawing svg');
    const widthNow = () => drawing.evaluate((svg: SVGSVGElement) => svg.viewBox.baseVal.width);
    const onScreen = await widthNow();
    expect(onScreen).toBeGreaterThan(800);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await widthNow()).toBe(640);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await widthNow()).toBe(onScreen);
    await close();
  });

  it('draws charts that nobody has come near yet before printing', async () => {
    const viewport = { width: 390, height: 300 };
    const { page, close } = await visit(browser, server.origin, { viewport });
    await page.goto(await addressOf('/'), { waitUntil: 'networkidle' });
    const chart = page.locator('uptake-chart').first();
    expect(await chart.getAttribute('data-state')).toBeNull();
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect.poll(() => chart.getAttribute('data-state')).toBe('drawn');
    await close();
  });

  it.each(due(withCharts, days))(
    '%s has charts that work in a page of another site',
    async (path) => {
      const { page, close } = await visit(browser, server.origin);
      await page.goto(await addressOf(path), { waitUntil: 'networkidle' });
      const codes = await embedCodes(page);
      const charts = await page.locator('figure.figure').count();
      await close();
      expect(codes.length).toBe(charts);
      expect(codes.length).toBeGreaterThan(0);
      article = codes.join('');
      const { port } = others.address() as AddressInfo;
      const theirs = `http://127.0.0.1:${port}`;
      const framed = await visit(browser, theirs, {}, [server.origin]);
      await framed.page.goto(theirs, { waitUntil: 'networkidle' });
      for (const width of [1280, 479]) {
        await framed.page.setViewportSize({ width, height: 900 });
        for (let i = 0; i < codes.length; i++) {
          const element = framed.page.locator('iframe').nth(i);
          await element.scrollIntoViewIfNeeded();
          const frame = element.contentFrame();
          await shown(frame);
          expect(await frame.locator('.embed__foot').textContent()).toMatch(
            /Source: illustrative data.* release 2015-03\.\d+ of .*20\d\d/,
          );
          // Nothing is cut off while the table is closed, even if the other site does not listen for the height.
          const cut = await frame
            .locator('html')
            .evaluate((whole) => whole.scrollHeight - whole.clientHeight);
          expect([width, codes[i], cut]).toEqual([width, codes[i], 0]);
        }
      }
      await framed.close();
    },
  );

  it('has charts of every kind that fit their frames on other sites and respond to keys', async () => {
    const ids = chartKinds.map(({ id }) => id);
    const address = (id: string) => `${server.origin}${prefix}/embed/${id}`;
    article =
      ids.map((id) => frameOf(address(id), id, 300)).join('') +
      embedScript({ origin: server.origin });
    const { port } = others.address() as AddressInfo;
    const theirs = `http://127.0.0.1:${port}`;
    const framed = await visit(browser, theirs, {}, [server.origin]);
    await framed.page.goto(theirs, { waitUntil: 'networkidle' });
    const wrong: unknown[] = [];
    for (const width of due([320, 480, 800, 1100], days)) {
      await framed.page.setViewportSize({ width: width + 16, height: 900 });
      for (const [i, id] of ids.entries()) {
        const element = framed.page.locator('iframe').nth(i);
        await element.scrollIntoViewIfNeeded();
        const frame = element.contentFrame();
        await shown(frame);
        const off = () =>
          Promise.all([
            element.evaluate((one) => one.clientHeight),
            frame.locator('main').evaluate((main) => main.getBoundingClientRect().height),
          ]).then(([outer, inner]) => outer - inner);
        await expect.poll(off, { message: `${id} at ${width}` }).toBeLessThan(5);
        await expect.poll(off, { message: `${id} at ${width}` }).toBeGreaterThan(-0.5);
        expect(await element.evaluate((one) => one.clientWidth)).toBe(width);
        const wide = await frame.locator('html').evaluate((html) => html.scrollWidth);
        if (wide > width) wrong.push([id, width, wide]);
      }
    }
    expect(wrong).toEqual([]);
    for (const [i, id] of ids.entries()) {
      if (id === 'thousand') continue;
      const frame = framed.page.locator('iframe').nth(i).contentFrame();
      await frame.locator('uptake-chart').press('ArrowRight');
      await expect.poll(() => frame.locator('.chart__reading').innerText()).not.toBe('');
    }
    await framed.close();
  });

  it('has charts on other sites that are a picture and a sentence without script', async () => {
    const { page, close } = await visit(browser, server.origin, { javaScriptEnabled: false });
    for (const id of ['places', 'months', 'thousand']) {
      await page.goto(`${server.origin}${prefix}/embed/${id}`, { waitUntil: 'networkidle' });
      expect(await page.locator('.embed img:visible').count()).toBe(1);
      expect(await page.locator('.embed__words').innerText()).toMatch(/^In March 2015, .*\d/);
      expect(
        await page
          .getByText(/^Source:/)
          .filter({ visible: true })
          .count(),
      ).toBe(0);
      expect(await page.locator('.embed__foot a').isVisible()).toBe(true);
    }
    await close();
  });
});

/** Waits until the chart of an embed is drawn or, where script draws none, its image is there. */
async function shown(frame: FrameLocator): Promise<void> {
  const drawn = frame.locator('uptake-chart[data-state=drawn], .embed__image').first();
  await drawn.waitFor();
  await expect
    .poll(() =>
      drawn.evaluate(
        (one) => !(one instanceof HTMLImageElement) || (one.complete && one.naturalWidth > 200),
      ),
    )
    .toBe(true);
}
