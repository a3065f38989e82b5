import { readableName } from '../../data/definitions/names.ts';
import type { Ask } from '../../web/ask.ts';
import { placeDetail } from '../../web/foundPlace.ts';
import type { Way } from '../../web/pages/problem.ts';
import { placeLink } from '../../web/placeLink.ts';
import { addressOf, matchPage, pages } from '../../web/route.ts';
import { nearest } from '../errors.ts';
import { writtenWords } from '../figures/search/readings.ts';

/** Names of pages, as used when they are offered. */
export const pageNames: Readonly<Record<string, string>> = {
  '/': 'All of England',
  '/find': 'Find a practice or place',
  '/data': 'Data',
  '/data/api': 'The API',
  '/explore': 'Explore the figures',
  '/compare': 'Compare practices and places',
  '/news': 'What is new',
  '/releases': 'Release calendar',
  '/corrections': 'Corrections and policies',
  '/changes-log': 'What changed, by version',
  '/methods': 'Methods',
  '/quality': 'Quality',
  '/about': 'About these figures',
};

/**
 * Suggestions for an address that leads nowhere: the page without its query, a page with a similar name, places by a
 * code in it or, if the problem names a nearer code, by that one.
 */
export async function nearby(
  url: URL,
  { prefix, detail = '' }: { prefix: string; detail?: string },
  ask: Ask,
): Promise<Way[]> {
  const match = matchPage(url, prefix);
  const address = addressOf(new URL(url.origin + url.pathname), prefix);
  const ways: Way[] = [];
  const isPlain = match && !match.page.pattern.includes(':');
  if (isPlain && url.search)
    ways.push({ text: pageNames[address.path]!, href: address.href({}), detail: 'as it opens' });
  if (isPlain) return ways;
  const page = nearest(
    address.path,
    pages.map(({ pattern }) => pattern).filter((path) => path.length > 1 && !path.includes(':')),
  );
  if (page && !match) ways.push({ text: pageNames[page]!, href: address.link(page), detail: '' });
  const meant = /did you mean (\w+)\?/.exec(detail)?.[1];
  const word = meant ?? decoded(address.path.split('/').at(-1)!).slice(0, 100).trim();
  if (!word) return ways;
  const { data } = await ask('/search', { q: word, limit: '4' });
  const named = match || meant ? data : data.filter((row) => names(row, word));
  return [
    ...ways,
    ...named.map((row) => ({
      text: readableName(row.area_name),
      href: placeLink(address, row.level, row.area_code),
      detail: placeDetail(row),
    })),
  ];
}

/** Whether a word of the address means a place: it is its code, or words exactly as in its name. */
function names(row: { area_code: string; area_name: string }, word: string): boolean {
  const inName = new Set(writtenWords(row.area_name));
  return row.area_code === word.toUpperCase() || writtenWords(word).every((one) => inName.has(one));
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
