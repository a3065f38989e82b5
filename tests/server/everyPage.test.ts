import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { due, shareDue } from '../support/due.ts';
import { type Serving, serve } from '../support/serving.ts';

const prefix = '/uptake';

/** The number of days in which every place's page is tested. The releases alternate. */
const folders: [string, string | null, number][] = [
  ['illustrative figures with reference files', inject('referenced'), 53],
  ['published figures with reference files', inject('referenced2018'), 997],
];

/** A region whose illustrative figures moved in a usual way, of which its page says what that is: it is tested daily. */
const usual = '/areas/Q48';

/** How many links of each kind are followed. */
const followed = 1;

const unescaped = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&');

/** A page's own content, without its heading and what surrounds every page, such as the search form. */
const ownPart = (html: string): string =>
  /<main\s[^>]*>(.*)<\/main>/s
    .exec(html)![1]!
    .replace(/<(script|nav|h1)\b.*?<\/\1>/gs, '')
    .replace(/<!--.*?-->/gs, '');

const fewestWords = 30;

/** Whether a page has more than a few words; of a long page, only the beginning is read. */
const hasWords = (html: string): boolean =>
  html
    .slice(0, 50_000)
    .replace(/<[^>]+>/g, ' ')
    .trim()
    .split(/\s+/).length > fewestWords;

/** Figures in a table, a form to ask a question, facts or a list, or the reason why there is nothing. */
const somethingToRead = /<table\s|<form\s|<dl\s|<(ul|ol)\b|class="state/;

it('a page with only a heading has nothing to read or to ask', () => {
  const page = (main: string) =>
    ownPart(
      `<header><form action="/find"></form></header><main id="main"><h1 class="headline">All of England</h1>${main}</main><footer><ul><li>About</li></ul></footer>`,
    );
  expect([hasWords(page('')), somethingToRead.test(page(''))]).toEqual([false, false]);
  expect(somethingToRead.test(page('<table class="t"></table>'))).toBe(true);
});

describe.each(due(folders, 2))(`%s (${shareDue(2)})`, (name, data, days) => {
  const isPublished = name.startsWith('published');
  describe.skipIf(!data)(`behind a prefix, of places ${shareDue(days)}`, () => {
    let serving: Serving;
    /** Pages of the sitemap by address. */
    const pages = new Map<string, string>();

    beforeAll(async () => {
      serving = await serve(data!, { prefix, web: 'web' });
      const sitemap = await (await fetch(`${serving.origin}${prefix}/sitemap.xml`)).text();
      const all = [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc]) => unescaped(loc!));
      const ofPlaces = all.filter((one) => /practices|areas/.test(one));
      const others = all.filter((one) => !ofPlaces.includes(one));
      const daily = ofPlaces.filter((one) => one.endsWith(usual));
      for (const address of new Set([...others, ...daily, ...due(ofPlaces, days)])) {
        const answer = await fetch(address);
        expect([address, answer.status]).toEqual([address, 200]);
        pages.set(address, await answer.text());
      }
    });

    afterAll(() => serving?.stop());

    it('every page of the sitemap has one heading, something to read or to ask, and a title of its own', () => {
      expect(pages.size).toBeGreaterThan(15);
      const titled = new Map<string, string>();
      for (const [address, html] of pages) {
        const title = /<title>([^<]+)<\/title>/.exec(html)?.[1] ?? '';
        expect([address, html.match(/<h1\s/g)?.length]).toEqual([address, 1]);
        const own = ownPart(html);
        expect([address, hasWords(own), somethingToRead.test(own)]).toEqual([
          ...[address, true, true],
        ]);
        expect([address, title, titled.get(title)]).toEqual([address, title, undefined]);
        titled.set(title, address);
      }
    });

    it('the page of a place says once what is usual from month to month', () => {
      const times = [...pages]
        .filter(([address]) => /\/(practices|areas)\/|\/uptake\/$/.test(address))
        .map(
          ([address, html]) =>
            [address, ownPart(html).match(/usually changes/g)?.length ?? 0] as const,
        );
      expect(times.filter(([, count]) => count > 1)).toEqual([]);
      expect(times.some(([, count]) => count === 1)).toBe(true);
    });

    it('every link stays behind the prefix and works', async () => {
      const kinds = new Map<string, URL[]>();
      for (const [address, html] of pages) {
        for (const [, attribute] of html.matchAll(/\s(?:href|src|action)="([^"]*)"/g)) {
          const to = new URL(unescaped(attribute!), address);
          if (to.origin !== serving.origin) continue;
          expect([address, to.pathname]).toEqual([address, expect.stringMatching(/^\/uptake\//)]);
          // Scripts and styles are built before they are served, and some files are served as they are.
          if (/\.(ts|scss|svg|webmanifest)$/.test(to.pathname)) continue;
          // Making the bundle of published figures takes seconds; its own test reads all of it.
          if (isPublished && to.pathname.endsWith('.zip')) continue;
          const kind = to.pathname.replace(/(practices|areas)\/[^/]+/, '$1/code') + to.hash;
          kinds.set(kind, [...(kinds.get(kind) ?? []), to]);
        }
      }
      expect(kinds.size).toBeGreaterThan(60);
      const chosen = [...kinds.values()].flatMap((links) => {
        const apart = Math.max(1, Math.floor(links.length / followed));
        return links.filter((_, i) => i % apart === 0).slice(0, followed);
      });
      const lost: string[] = [];
      for (const to of chosen) {
        const whole = to.hash !== '';
        const answer = await fetch(to, { method: whole ? 'GET' : 'HEAD' });
        const html = whole ? await answer.text() : '';
        if (answer.status !== 200) lost.push(`${to.href}: ${answer.status}`);
        if (whole && !html.includes(`id="${to.hash.slice(1)}"`))
          lost.push(`${to.href}: no such part`);
      }
      expect(lost).toEqual([]);
    });
  });
});
