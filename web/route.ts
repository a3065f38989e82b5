import { later } from './later.ts';
import type { Address, PlacedPage, Query } from './page.ts';

/** Every page of the site. */
export const pages: readonly PlacedPage[] = [
  later('/', async () => (await import('./pages/england.ts')).englandPage),
  later('/areas/:code', async () => (await import('./pages/area.ts')).areaPage),
  later('/practices/:code', async () => (await import('./pages/practice.ts')).practicePage),
  later('/practices/:code/report', async () => (await import('./pages/report.ts')).reportPage),
  later('/find', async () => (await import('./pages/find.ts')).findPage),
  later('/data', async () => (await import('./pages/data.ts')).dataPage),
  later('/data/api', async () => (await import('./pages/apiReference.ts')).apiReferencePage),
  later('/explore', async () => (await import('./pages/explore.ts')).explorePage),
  later('/compare', async () => (await import('./pages/compare.ts')).comparePage),
  later('/news', async () => (await import('./pages/news.ts')).newsPage),
  later('/releases', async () => (await import('./pages/releases.ts')).releasesPage),
  later('/corrections', async () => (await import('./pages/corrections.ts')).correctionsPage),
  later('/changes-log', async () => (await import('./pages/corrections.ts')).changesLogPage),
  later('/methods', async () => (await import('./pages/methods.ts')).methodsPage),
  later('/quality', async () => (await import('./pages/quality.ts')).qualityPage),
  later('/about', async () => (await import('./pages/about.ts')).aboutPage),
];

/**
 * Every query parameter of pages, and whether it takes several values, separated by commas or with the name repeated.
 */
const names: Record<keyof Query, 'one' | 'several'> = {
  service: 'one',
  period: 'one',
  within: 'one',
  sort: 'one',
  rows: 'one',
  filter: 'one',
  column: 'one',
  least: 'one',
  most: 'one',
  only: 'one',
  keep: 'one',
  q: 'one',
  chart: 'one',
  measure: 'one',
  level: 'one',
  parent: 'one',
  area: 'several',
  from: 'one',
  to: 'one',
  boundaries: 'one',
  limits: 'one',
  restarts: 'several',
  view: 'one',
  group: 'several',
  codes: 'several',
  held: 'one',
  title: 'one',
  note: 'one',
  across: 'one',
  against: 'one',
  columns: 'several',
  supplier: 'several',
  size: 'several',
  fifth: 'several',
  status: 'several',
  switched: 'one',
  reported: 'one',
  release: 'one',
};
const carried = ['service', 'period', 'release'] as const;

function queryString(params: Record<string, string | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) if (value) search.set(name, value);
  const text = search.toString().replaceAll('%2C', ',');
  return text ? `?${text}` : '';
}

/** The address of a URL under the site's prefix, with those query parameters that pages know. */
export function addressOf(url: URL, prefix: string, params: Record<string, string> = {}): Address {
  const path = pathOf(url, prefix) ?? url.pathname;
  const query: Query = {};
  for (const name of Object.keys(names) as (keyof Query)[]) {
    const values = url.searchParams.getAll(name);
    const value = (names[name] === 'several' ? values.join() : values[0])?.trim();
    if (value) query[name] = value;
  }
  const along: Query = {};
  for (const name of carried) if (query[name]) along[name] = query[name];
  return {
    path,
    params,
    query,
    prefix,
    origin: url.origin,
    along,
    href: (changes) => `${prefix}${path}${queryString({ ...query, ...changes })}`,
    link: (to, changes = {}) => `${prefix}${to}${queryString({ ...along, ...changes })}`,
    api: (to, asked) =>
      `${prefix}/api/v1${to}${queryString({ ...asked, release: asked.release ?? query.release })}`,
  };
}

function pathOf(url: URL, prefix: string): string | null {
  if (url.pathname === prefix) return '/';
  if (!url.pathname.startsWith(`${prefix}/`)) return null;
  const path = url.pathname.slice(prefix.length);
  return path.length > 1 ? path.replace(/\/$/, '') : path;
}

/** The page at a URL and its address; null if the site has none, or if the URL is outside its prefix. */
export function matchPage(url: URL, prefix: string): { page: PlacedPage; address: Address } | null {
  const path = pathOf(url, prefix);
  if (path === null) return null;
  const given = path.split('/');
  for (const page of pages) {
    const wanted = page.pattern.split('/');
    if (wanted.length !== given.length) continue;
    const params: Record<string, string> = {};
    const fits = wanted.every((part, i) => {
      if (!part.startsWith(':')) return part === given[i];
      const value = decoded(given[i]!);
      if (value) params[part.slice(1)] = value;
      return Boolean(value);
    });
    if (fits) return { page, address: addressOf(url, prefix, params) };
  }
  return null;
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

/** Parameters that change which rows of a table are shown and in which order, but no figures. */
export const arranging = {
  sort: undefined,
  rows: undefined,
  filter: undefined,
  column: undefined,
  least: undefined,
  most: undefined,
  only: undefined,
  keep: undefined,
} as const;

/** Whether two addresses of one page show the same figures, so that only the rows of a table differ. */
export function sameFigures(a: Address, b: Address): boolean {
  const without = ({ query }: Address) => JSON.stringify({ ...query, ...arranging });
  return a.path === b.path && without(a) === without(b);
}
