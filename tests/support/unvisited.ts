import { matchPage, pages } from '../../web/route.ts';

/** The patterns of pages that none of these addresses matches. */
export function unvisited(paths: readonly string[]): string[] {
  const visited = new Set(
    paths.map((path) => matchPage(new URL(path, 'http://localhost'), '')?.page.pattern),
  );
  return pages.map(({ pattern }) => pattern).filter((pattern) => !visited.has(pattern));
}
