import { afterAll, describe, expect, inject, it } from 'vitest';
import { pathsOf, robots, sitemap } from '../../../server/pages/sitemap.ts';
import { Releases } from '../../../server/store/releases.ts';
import { matchPage } from '../../../web/route.ts';

const releases = new Releases(inject('illustrative'));
afterAll(() => releases.close());

describe('the sitemap', () => {
  it('holds every place and practice of the release once, each at a page', async () => {
    const { catalogue } = await releases.get();
    const paths = pathsOf(catalogue);
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

  it('names whole addresses behind the prefix, as XML can hold them', () => {
    const root = 'https://uptake.example/uptake';
    const text = sitemap(['/', '/areas/A&B'], root, '2015-05-28');
    expect(text).toContain(
      '<loc>https://uptake.example/uptake/</loc><lastmod>2015-05-28</lastmod>',
    );
    expect(text).toContain('<loc>https://uptake.example/uptake/areas/A&amp;B</loc>');
    expect(text).toMatch(/^<\?xml .*<\/urlset>\n$/s);
  });

  it('is named to crawlers, who are kept off the API', () => {
    const text = robots('https://uptake.example/uptake', '/uptake');
    expect(text).toContain('Sitemap: https://uptake.example/uptake/sitemap.xml');
    expect(text).toContain('Disallow: /uptake/api/');
  });
});
