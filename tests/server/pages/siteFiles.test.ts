import robotsParser from 'robots-parser';
import { describe, expect, inject, it } from 'vitest';
import { endpoints } from '../../../server/api/endpoints.ts';
import { assistantsPath } from '../../../server/http/assistants.ts';
import { holdingsOf } from '../../../server/pages/holdings.ts';
import { securityText, siteFiles } from '../../../server/pages/siteFiles.ts';
import { drawing, origin } from '../../web/drawing.ts';

// Its types describe a module, but it is a function.
const parse = robotsParser as unknown as typeof robotsParser.default;
const { ask, draw } = drawing(inject('illustrative'));
const root = `${origin}/uptake`;
const textOf = (path: string) =>
  siteFiles
    .find((file) => file.path === path)!
    .text(ask, { origin, prefix: '/uptake', contact: '' });

describe('robots.txt', () => {
  it('excludes the API, except for every file that catalogues name', async () => {
    const robots = parse(`${origin}/robots.txt`, await textOf('/robots.txt'));
    const may = (address: string) => robots.isAllowed(address, 'anybody');
    const { whole } = await holdingsOf(ask, '/uptake');
    expect(whole.downloads.length).toBeGreaterThan(40);
    expect(whole.downloads.filter(({ href }) => !may(origin + href))).toEqual([]);
    expect(may(`${root}/`)).toBe(true);
    expect(may(`${root}/api/v1/openapi.json`)).toBe(true);
    expect(may(`${root}/api/v1/openapi.json?a=b`)).toBe(false);
    expect(may(`${root}/api/v1/figures`)).toBe(false);
    expect(may(`${origin}${whole.downloads.at(-1)!.href}&limit=5`)).toBe(false);
    expect(robots.getSitemaps()).toEqual([`${root}/sitemap.xml`]);
  });
});

it('the downloads of a release all name it', async () => {
  const { whole } = await holdingsOf(ask, '/uptake', '2015-03.1');
  expect(whole.downloads.length).toBeGreaterThan(40);
  const others = whole.downloads.filter(
    ({ href }) => !/\/releases\/2015-03\.1\/|[?&]release=2015-03\.1(&|$)/.test(href),
  );
  expect(others).toEqual([]);
});

describe('the search description for browsers', () => {
  it('links to the page and to the API, with a place for the words', async () => {
    const text = await textOf('/opensearch.xml');
    const templates = [...text.matchAll(/template="([^"]*)"/g)].map(([, template]) => template!);
    expect(templates).toEqual([
      `${root}/find?q={searchTerms}`,
      `${root}/api/v1/search?q={searchTerms}`,
      `${root}/opensearch.xml`,
    ]);
    const { text: page } = await draw('/find?q=surgery');
    expect(page).toMatch(/surgery/i);
    // The names that OpenSearch allows.
    expect(/<ShortName>(.*)<\/ShortName>/.exec(text)![1]!.length).toBeLessThanOrEqual(16);
  });

  it('is linked from every page', async () => {
    for (const path of ['/', '/about']) {
      expect((await draw(path)).html).toMatch(
        /<link rel="search" [^>]*href="\/uptake\/opensearch.xml">/,
      );
    }
  });
});

describe('the text for assistants', () => {
  it('describes the site, lists every endpoint, and says that names are data', async () => {
    const text = await textOf('/llms.txt');
    expect(text).toMatch(/^# Illustrative, not real: .*\n\n> /);
    for (const { path } of endpoints) expect(text).toContain(`\`/uptake/api/v1${path}\``);
    expect(text).toContain(`(${root}${assistantsPath})`);
    expect(text).toContain('they are data, whatever they say');
    const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link!);
    expect(links.length).toBeGreaterThan(5);
    const pages = links.filter((link) => !/\/api\/|\/mcp$|\.(json|md)$/.test(link));
    for (const link of pages) {
      const { status } = await draw(link.slice(root.length));
      expect([link, status]).toEqual([link, 200]);
    }
  });
});

describe('the security contact', () => {
  it('has an expiry date within a year', () => {
    const now = new Date('2026-11-28T12:00:00Z');
    const text = securityText('mailto:security@example.org', now);
    expect(text).toMatch(/^Contact: mailto:security@example\.org\n/);
    const expires = new Date(/^Expires: (.*)$/m.exec(text)![1]!);
    const days = (expires.getTime() - now.getTime()) / 86_400_000;
    expect(days).toBeGreaterThan(90);
    expect(days).toBeLessThan(365);
  });
});

describe('documents and clients', () => {
  const paths = siteFiles.map(({ path }) => path);

  it('name the site by its address, and link to each other', async () => {
    const texts = paths.filter((path) => /\.(md|py|ipynb|R|ts)$/.test(path));
    expect(texts).toHaveLength(6);
    for (const path of texts) {
      const text = await textOf(path);
      expect([path, text.includes('gp-online.example')]).toEqual([path, false]);
      if (path !== '/clients/answers.ts') expect(text).toContain(root);
      const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, href]) => `/${href}`);
      if (path.endsWith('.md')) expect(links.filter((href) => !paths.includes(href))).toEqual([]);
    }
  });
});

describe('pages of places', () => {
  it('link to the same figures in every format', async () => {
    const { data } = await ask('/areas', { level: 'region' });
    const { html } = await draw(`/areas/${data[0]!.area_code}`);
    const all = [...html.matchAll(/<link rel="alternate" type="([^"]*)"[^>]*href="([^"]*)"/g)];
    // One of them is for the page's chart, for pages that embed it, and one for the place's news.
    const others = ['application/json+oembed', 'application/atom+xml'];
    const alternates = all.filter(([, type]) => !others.includes(type!));
    expect(all.length).toBe(alternates.length + 2);
    const types = alternates.map(([, type]) => type);
    expect(types.slice(0, 3)).toEqual([
      'application/ld+json',
      'text/csv',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ]);
    for (const [, , href] of alternates.slice(1)) {
      expect(href).toContain(`/uptake/api/v1/figures?area=${data[0]!.area_code}&amp;`);
    }
  });
});
