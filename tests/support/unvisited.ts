import { matchPage, pages } from '../../web/route.ts';

/** The pages that none of these addresses leads to, by their patterns. */
export function unvisited(paths: readonly string[]): string[] {
  const visited = new Set(
    paths.map((path) => matchPage(new URL(path, 'http://localhost'), '')?.page.pattern),
  );
  return pages.map(({ pattern }) => pattern).filter((pattern) => !visited.has(pattern));
}
