import { Feed } from 'feed';
import { ENGLAND, GROUP } from '../../data/definitions/levels.ts';
import { escaped } from '../../data/definitions/markup.ts';
import { isOfReleases } from '../../data/definitions/news.ts';
import { atPlace, counted } from '../../data/words/english.ts';
import { attribution } from '../../data/words/source.ts';
import type { NewsRow } from '../../web/apiTypes.ts';
import type { Ask } from '../../web/ask.ts';
import { placePath } from '../../web/placeLink.ts';
import { siteName } from '../../web/site.ts';
import { badParameter, unknown } from '../errors.ts';
import type { PageSettings } from './shell.ts';
import { honestName } from './structuredData.ts';

/** The formats of a feed, by path below the prefix. */
export const feedTypes = {
  '/feed.atom': 'application/atom+xml; charset=utf-8',
  '/feed.json': 'application/feed+json; charset=utf-8',
} as const;
export type FeedPath = keyof typeof feedTypes;
export const feedPaths = Object.keys(feedTypes) as FeedPath[];

/** The most entries in a feed; the latest are kept. */
const mostEntries = 100;

const taken = ['area', 'group', 'measure', 'release'];

/**
 * The news of a place or of a group of practices as a feed: Atom (RFC 4287) or JSON Feed 1. Entry ids never change, so
 * that feed readers show each entry once. Throws a 400 that names an unusable parameter.
 */
export async function newsFeed(
  path: FeedPath,
  search: URLSearchParams,
  ask: Ask,
  { origin, prefix }: Pick<PageSettings, 'origin' | 'prefix'>,
): Promise<string> {
  for (const [name, value] of search) {
    if (!taken.includes(name)) throw badParameter(name, value, unknown('parameter', name, taken));
  }
  const asked = Object.fromEntries(
    [...new Set(search.keys())].map((name) => [name, search.getAll(name).join()]),
  );
  const [{ data, meta }, place] = await Promise.all([
    ask('/news', { ...asked, limit: String(mostEntries) }),
    placeOf(asked, ask),
  ]);
  const root = `${origin}${prefix}`;
  const query = search.size ? `?${search}` : '';
  const made = new Date(meta.made_at);
  const times = data.map(({ told_at }) => (told_at ? new Date(told_at) : made));
  const latest = Math.max(...times.map(Number));
  const feed = new Feed({
    title: honestName(`${siteName}: what is new ${place.where}`, meta),
    description: `What changed ${place.where} and is not usual, each told once.`,
    id: `${root}/feed.atom${query}`,
    link: root + place.path,
    language: 'en-GB',
    copyright: attribution(meta),
    updated: times.length ? new Date(latest) : made,
    feedLinks: { atom: `${root}/feed.atom${query}`, json: `${root}/feed.json${query}` },
    author: { name: siteName, link: `${root}/` },
    generator: siteName,
  });
  // In Atom the library marks texts as HTML; in JSON it leaves them as they are.
  const text = path === '/feed.atom' ? escaped : (plain: string) => plain;
  data.forEach((row, i) => {
    const told = honestName(row.title, meta);
    feed.addItem({
      id: `urn:gp-online-uptake:${row.id}`,
      title: text(told),
      link: root + pathOfRow(row),
      date: times[i]!,
      description: text(row.sentence),
      content: contentOf(row, root),
    });
  });
  return path === '/feed.atom' ? feed.atom1() : feed.json1();
}

/** A whole entry as HTML: its sentences and, if a practice is gone, a link to the one to follow from now on. */
const contentOf = ({ sentence, follow_on_code: code }: NewsRow, root: string): string => {
  const way = code
    ? `<p><a href="${escaped(`${root}/news?area=${code}`)}">Follow ${escaped(code)} from now on</a></p>`
    : '';
  return `<p>${escaped(sentence)}</p>${way}`;
};

/** Where an entry links to: the calendar of releases, or the page of its place. */
const pathOfRow = ({ kind, level, area_code }: NewsRow): string =>
  isOfReleases(kind) ? '/releases' : placePath(level, area_code);

/** The place of a feed's news as a phrase, and the path of the page it belongs to. */
async function placeOf(
  { area, group, release }: Record<string, string>,
  ask: Ask,
): Promise<{ where: string; path: string }> {
  if (group && (!area || area === GROUP)) {
    const practices = new Set(group.split(',')).size;
    return {
      where: `at your group of ${counted(practices, 'practice')}`,
      path: `/compare?group=${group}`,
    };
  }
  const { data } = await ask('/areas', { area: area ?? ENGLAND, release });
  const { level, area_code, area_name } = data[0]!;
  return { where: atPlace(level, area_name), path: placePath(level, area_code) };
}
