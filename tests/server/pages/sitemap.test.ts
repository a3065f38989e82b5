import { afterAll, describe, expect, inject, it } from 'vitest';
import { pathsOf, sitemap } from '../../../server/pages/sitemap.ts';
import { Releases } from '../../../server/store/releases.ts';
import { matchPage, pages } from '../../../web/route.ts';
import { drawing, origin } from '../../web/drawing.ts';

const releases = new Releases(inject('illustrative'));
afterAll(() => releases.close());
const { draw } = drawing(inject('illustrative'));

describe('the sitemap', () => {
  it('lists every place and practice of the release once, each with a page', async () => {
    const { catalogue } = await releases.get();
    const paths = pathsOf(catalogue.areas.values());
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths.length).toBeLessThan(50_000);
    expect(paths.filter((path) => path.startsWith('/practices/')).length).toBe(
      catalogue.codesByLevel.practice.length,
    );
    for (const path of ['/', '/data', '/data/api', '/methods', '/quality', '/about']) {
      expect(paths).toContain(path);
    }
    const lost = paths.filter((path) => !matchPage(new URL(path, 'http://localhost'), ''));
    expect(lost).toEqual([]);
  });

  it('lists only pages that others link to', async () => {
    const plain = pages.map(({ pattern }) => pattern).filter((path) => !path.includes(':'));
    const led = new Set<string>();
    // A long table links to all of its rows.
    for (const path of [...plain, '/areas/ZC001']) {
      const { status, links } = await draw(path);
      expect([path, status]).toEqual([path, 200]);
      for (const link of links) {
        const match = matchPage(new URL(link, origin), '/uptake');
        if (match && match.page.pattern !== path) led.add(match.page.pattern);
      }
    }
    expect(pages.map(({ pattern }) => pattern).filter((one) => !led.has(one))).toEqual([
      // The page of its practice links to it.
      '/practices/:code/report',
    ]);
  });

  it('has absolute addresses behind the prefix, escaped for XML', () => {
    const root = 'https://uptake.example/uptake';
    const text = sitemap(['/', '/areas/A&B'], root, '2015-05-28');
    expect(text).toContain(
      '<loc>https://uptake.example/uptake/</loc><lastmod>2015-05-28</lastmod>',
    );
    expect(text).toContain('<loc>https://uptake.example/uptake/areas/A&amp;B</loc>');
    expect(text).toMatch(/^<\?xml .*<\/urlset>\n$/s);
  });
});
