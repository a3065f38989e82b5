import { placePath } from '../../web/placeLink.ts';
import { pages } from '../../web/route.ts';
import type { AreaRow } from '../store/queries/areas.ts';

/** Every path of a release that has a page; far fewer than the 50,000 that a sitemap may list. */
export const pathsOf = (places: Iterable<Pick<AreaRow, 'level' | 'area_code'>>): string[] => [
  ...pages.map(({ pattern }) => pattern).filter((pattern) => !pattern.includes(':')),
  ...[...places]
    .filter(({ level }) => level !== 'england')
    .map(({ level, area_code }) => placePath(level, area_code)),
];

/** Paths as a sitemap; `root` is origin and prefix, `changed` the day of the release. */
export function sitemap(paths: readonly string[], root: string, changed: string): string {
  const urls = paths.map((path) => {
    const location = `${root}${path}`.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return `<url><loc>${location}</loc><lastmod>${changed}</lastmod></url>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('')}</urlset>
`;
}
