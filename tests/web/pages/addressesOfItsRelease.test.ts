import { describe, expect, inject, it } from 'vitest';
import { renderPage } from '../../../server/pages/pages.ts';
import { pagesOfEachKind } from '../../support/pagesOfEachKind.ts';
import { drawing, origin } from '../drawing.ts';

const { ask } = drawing(inject('referenced'));
const shell = '<html><head><!--head--></head><body><!--page--><!--data--></body></html>';
const prefix = '/uptake';
const release = '2015-03.1';

/** Addresses of what is of no release, or of all: descriptions, feeds, the search form. */
const ofNone =
  /^(\/opensearch\.xml|\/api\/v1\/openapi\.json|\/data\.json|\/feed\.(atom|json)|\/find$|\/cookbook\.md|\/calendar\.ics)/;

/** The addresses of files that a page tells search engines of. */
const toldIn = (html: string) =>
  [...html.matchAll(/"contentUrl":"([^"]*)"/g)].map(([, one]) => one!);

const plain = (text: string) => text.replaceAll('&amp;', '&');

async function drawn(page: string, of?: string): Promise<string> {
  const url = new URL(prefix + page, origin);
  if (of) url.searchParams.set('release', of);
  const { status, html } = await renderPage(url, ask, { prefix, shell, origin });
  expect(status).toBe(200);
  return html;
}

describe('a page of a named release', () => {
  // The API's own page shows its examples as anybody would ask them.
  const linking = pagesOfEachKind.filter((page) => page !== '/data/api');

  it.each(linking)('%s names it in all its addresses', async (page) => {
    const html = await drawn(page, release);
    // Wherever they stand, in links or in lines to copy. The canonical address is that of every release.
    const drawing = html
      .replace(/<script.*?<\/script>/gs, '')
      .replace(/<link rel="canonical"[^>]*>/, '');
    for (const [form, to] of drawing.matchAll(/<form [^>]*action="([^"]*)".*?<\/form>/gs)) {
      if (to !== `${prefix}/find`) expect(form).toContain(`name="release" value="${release}"`);
    }
    const addresses = [
      ...toldIn(html),
      ...drawing
        .replace(/ (action|data-page)="[^"]*"/g, '')
        .match(/\/uptake\/[^\s"'<>]*/g)!
        .map(plain),
    ];
    const within = addresses.map((one) => one.slice(one.indexOf(prefix) + prefix.length));
    expect(within.length).toBeGreaterThan(5);
    const elsewhere = within.filter(
      (link) =>
        !ofNone.test(link) &&
        !decodeURIComponent(link).includes(`release=${release}`) &&
        !link.includes('/releases/'),
    );
    expect([...new Set(elsewhere)]).toEqual([]);
  });
});

/** Pages whose files are of every release, or are meant to be asked for again in later months. */
const ofEvery = [
  ...['/data', '/data/api', '/methods', '/releases'],
  ...['/corrections', '/changes-log', '/news?area=ZC001'],
];

describe('a page of the current release', () => {
  it.each(pagesOfEachKind.filter((page) => !ofEvery.includes(page)))(
    '%s names it in every file of what it shows',
    async (page) => {
      const html = await drawn(page);
      const files = [...html.matchAll(/<a [^>]*href="([^"]*\/api\/v1\/[^"]*)"/g)].map(([, one]) =>
        plain(one!),
      );
      expect(files.filter((one) => !one.includes(`release=${release}`))).toEqual([]);
    },
  );

  it.each(pagesOfEachKind)(
    '%s names it wherever what it shows is taken elsewhere',
    async (page) => {
      const html = await drawn(page);
      const taken = html.match(/\/uptake\/(charts|embed)\/[^\s"'<>]*/g)!.map(plain);
      const all = [...toldIn(html), ...taken];
      expect(all.length).toBeGreaterThan(0);
      const others = all.filter(
        (one) => !one.includes(`release=${release}`) && !one.includes(`/releases/${release}/`),
      );
      expect(others).toEqual([]);
    },
  );

  it('is named by the address printed on a report', async () => {
    const html = await drawn('/practices/ZZ0100/report');
    expect(plain(html)).toContain(
      `${origin}${prefix}/practices/ZZ0100/report?period=2015-03&release=${release}`,
    );
  });
});
