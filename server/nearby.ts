import { readableName } from '../data/definitions/names.ts';
import { placeDetail } from '../web/foundPlace.ts';
import type { Ask } from '../web/page.ts';
import type { Way } from '../web/pages/problem.ts';
import { placeLink } from '../web/placeLink.ts';
import { addressOf, matchPage, pages } from '../web/route.ts';
import { nearest } from './errors.ts';

/** Ways on from an address where nothing is: the page without its choices, a page of a like name, places by the code. */
export async function nearby(url: URL, prefix: string, ask: Ask): Promise<Way[]> {
  const match = matchPage(url, prefix);
  const address = addressOf(new URL(url.pathname, url), prefix);
  const ways: Way[] = [];
  const isPlain = match && !match.page.pattern.includes(':');
  if (isPlain && url.search)
    ways.push({ text: address.path, href: address.href({}), detail: 'as it opens' });
  if (isPlain) return ways;
  const page = nearest(
    address.path,
    pages.map(({ pattern }) => pattern).filter((path) => path.length > 1 && !path.includes(':')),
  );
  if (page && !match) ways.push({ text: page, href: address.link(page), detail: '' });
  const word = decoded(address.path.split('/').at(-1)!).slice(0, 100).trim();
  if (!word) return ways;
  const { data } = await ask('/search', { q: word, limit: '4' });
  return [
    ...ways,
    ...data.map((row) => ({
      text: readableName(row.area_name),
      href: placeLink(address, row.level, row.area_code),
      detail: placeDetail(row),
    })),
  ];
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
