import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { budgets } from './budgets.ts';
import { crowds } from './crowds.ts';
import { enlivened } from './enlivened.ts';
import { firstPaint } from './firstPaint.ts';
import { letters } from './letters.ts';
import { longTables } from './longTables.ts';
import { asNewcomer } from './newcomer.ts';
import { paper } from './paper.ts';
import { roomForFigures } from './roomForFigures.ts';
import { twoSearches } from './twoSearches.ts';
import { unread } from './unread.ts';
import { visit } from './visiting.ts';

const at = asNewcomer();

const text = (page: Page) => page.locator('main').innerText();

describe('a newcomer', () => {
  it('sees on the first page what was stated in public about March 2015', async () => {
    const { browser, origin } = at();
    const { page, close } = await visit(browser, origin);
    await page.goto(origin);
    const words = await text(page);
    expect(words).toContain('97.2%');
    expect(words).toContain('4.5%');
    expect(words).toContain('0.40%');
    expect(words).toContain('7,566 of 7,813');
    expect(words).toContain(
      'Of every 1,000 patients in England, 972 were registered where patients can see their record online, 45 were set up for it and 4 did so in the month.',
    );
    await close();
  });

  it('gets a manifest, icons and a search description that a browser accepts', async () => {
    const { browser, origin } = at();
    const { page, close } = await visit(browser, origin);
    await page.goto(origin);
    const session = await page.context().newCDPSession(page);
    const manifest = await session.send('Page.getAppManifest');
    expect(manifest.errors).toEqual([]);
    const { icons, start_url } = JSON.parse(manifest.data!);
    expect(new URL(start_url, manifest.url).href).toBe(`${origin}/`);
    const paths = icons.map(({ src }: { src: string }) => new URL(src, manifest.url).href);
    for (const path of [...paths, `${origin}/favicon.ico`]) {
      const width = await page.evaluate(async (src) => {
        const image = new Image();
        image.src = src;
        await image.decode();
        return image.naturalWidth;
      }, path);
      expect([path, width > 0]).toEqual([path, true]);
    }
    const search = await page.locator('link[rel=search]').getAttribute('href');
    const described = await page.evaluate(async (href) => {
      const text = await (await fetch(href)).text();
      const parsed = new DOMParser().parseFromString(text, 'text/xml');
      return [parsed.documentElement.localName, parsed.querySelectorAll('parsererror').length];
    }, search!);
    expect(described).toEqual(['OpenSearchDescription', 0]);
    await close();
  });

  it('sees the same before any script has run', async () => {
    const { browser, origin } = at();
    const { page, close } = await visit(browser, origin, { javaScriptEnabled: false });
    await page.goto(origin);
    const words = await text(page);
    for (const figure of ['97.2%', '4.5%', '0.40%', '7,566 of 7,813'])
      expect(words).toContain(figure);
    expect(await page.locator('table').count()).toBeGreaterThan(0);
    await close();
  });
});

describe('if something fails to load', () => {
  unread(at);
});

describe('the header', () => {
  it.each([320, 390, 768, 832, 1024, 1280])(
    'has each of its links on one line, beside its name, at %i pixels',
    async (width) => {
      const { browser, origin } = at();
      const { page, close } = await visit(browser, origin, { viewport: { width, height: 844 } });
      await page.goto(`${origin}/about`, { waitUntil: 'load' });
      const name = (await page.locator('.header__name').boundingBox())!;
      const links = page.locator(':is(.header__find, .header__open, .header__link):visible');
      expect(await links.count()).toBeGreaterThan(1);
      for (const link of await links.all()) {
        const { x, y, height } = (await link.boundingBox())!;
        expect(height, await link.innerText()).toBeLessThan(50);
        expect(x).toBeGreaterThanOrEqual(name.x + name.width);
        expect(y).toBeLessThan(name.y + name.height);
      }
      await close();
    },
  );
});

describe('finding a practice', () => {
  it('works by keyboard from any page', async () => {
    const { browser, origin } = at();
    const { page, close } = await visit(browser, origin);
    await page.goto(`${origin}/about`, { waitUntil: 'networkidle' });
    const box = page.locator('input[role=combobox]:visible').first();
    await box.focus();
    await page.keyboard.type('ZZ0100', { delay: 20 });
    await page.getByRole('listbox').getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/practices/ZZ0100**');
    await page.locator('h1', { hasText: 'Maroon Warbler' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/practices/ZZ0100');
    expect(await box.inputValue()).toBe('');
    await close();
  });

  it('works by touch, and the back button goes back', async () => {
    const { browser, origin } = at();
    const { page, close } = await visit(browser, origin, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
    });
    const asked: URL[] = [];
    page.on('request', (request) => asked.push(new URL(request.url())));
    const { meta } = await (await page.request.get(`${origin}/api/v1/periods`)).json();
    const choices = `?service=appointments&release=${meta.release}`;
    await page.goto(origin + choices, { waitUntil: 'networkidle' });
    await page.locator('input[role=combobox]:visible').first().tap();
    await page.keyboard.type('devon', { delay: 20 });
    await page.getByRole('listbox').getByRole('option').first().tap();
    await page.waitForURL('**/areas/**');
    expect(page.url()).toContain(choices);
    const searches = asked.filter(({ pathname }) => pathname.endsWith('/search'));
    expect(new Set(searches.map(({ searchParams }) => searchParams.get('release')))).toEqual(
      new Set([meta.release]),
    );
    await page.goBack();
    await page.waitForURL((url) => url.pathname === '/' && url.search === choices);
    await page.locator('h1', { hasText: 'book appointments' }).waitFor();
    await close();
  });

  it('works without script on a separate page', async () => {
    const { browser, origin } = at();
    const { page, close } = await visit(browser, origin, { javaScriptEnabled: false });
    await page.goto(origin);
    await page.locator('input[name=q]').first().fill('otter');
    await page.locator('input[name=q]').first().press('Enter');
    await page.waitForURL('**/find?**');
    expect(await text(page)).toContain('Otter');
    await close();
  });
});

describe('choosing', () => {
  it('keeps service and month in the address, and the page follows the address', async () => {
    const { browser, origin } = at();
    const { page, close } = await visit(browser, origin);
    await page.goto(origin, { waitUntil: 'networkidle' });
    await page.getByRole('link', { name: 'Ordering prescriptions' }).click();
    await page.waitForURL('**service=prescriptions**');
    await page.locator('select[name=period]').selectOption('2014-09');
    await page.waitForURL('**period=2014-09**');
    await expect.poll(() => text(page), { timeout: 15_000 }).toContain('88.0%');
    const { page: other, close: closeOther } = await visit(browser, origin);
    await other.goto(page.url());
    expect(await other.locator('h1').innerText()).toBe(await page.locator('h1').innerText());
    await closeOther();
    await close();
  });
});

describe('on paper a page', () => {
  paper(at);
});

describe('a page', () => {
  roomForFigures(at);
});

describe('two boxes to search in', () => {
  twoSearches(at);
});

describe('letters', () => {
  letters(at);
});

describe('what script adds', () => {
  enlivened(at);
});

describe('the first paint of a page', () => {
  firstPaint(at);
});

describe('what pages cost', () => {
  budgets(at);
});

describe('a table of every practice', () => {
  longTables(at);
});

describe('a chart of every practice', () => {
  crowds(at);
});
