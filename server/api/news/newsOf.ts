import { levelBelow } from '../../../data/definitions/levels.ts';
import { newsKindIds } from '../../../data/definitions/news.ts';
import { unknownTime } from '../../../data/life/life.ts';
import type { Listed } from '../../../data/life/listing.ts';
import { noticeNews, releaseNews, withdrawnNews } from '../../../data/words/news.ts';
import type { Catalogue } from '../../store/catalogue.ts';
import type { AreaRow } from '../../store/queries/areas.ts';
import type { Release } from '../../store/releases.ts';
import { england } from '../places.ts';
import { newsOfFigures } from './areaNews.ts';
import type { NewsEntry } from './news.ts';
import { newsOfPractices } from './practiceNews.ts';
import { newsOfRevisions } from './revisedNews.ts';

/** The news of one place, latest first: its own, and that of the places one level below. */
export async function newsOf(
  release: Release,
  listing: readonly Listed[],
  place: AreaRow,
): Promise<NewsEntry[]> {
  const { catalogue } = release;
  const below = placesBelow(place, catalogue);
  const practices = [place, ...below].filter(({ level }) => level === 'practice');
  const areas = [place, ...below].filter(({ level }) => level !== 'practice' && level !== 'group');
  const own = place.level === 'practice' || place.level === 'group' ? practices : [];
  const [revised, figures, happened] = await Promise.all([
    newsOfRevisions(release, place.level === 'group' ? practices : [place]),
    newsOfFigures(release, [...areas, ...own]),
    practices.length ? newsOfPractices(release) : null,
  ]);
  const found = [
    ...newsOfReleases(england(release), listing, place),
    ...revised,
    ...figures,
    ...practices.flatMap(({ area_code }) => happened!.get(area_code) ?? []),
  ];
  return found.sort(
    (a, b) =>
      compare(b.period, a.period) ||
      newsKindIds.indexOf(a.kind) - newsKindIds.indexOf(b.kind) ||
      compare(a.place.area_code, b.place.area_code) ||
      compare(b.id, a.id),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The places one level below, or at the next level that the release has; for a group, its practices. */
function placesBelow({ level, area_code, members }: AreaRow, catalogue: Catalogue): AreaRow[] {
  if (level === 'group') return members!.map((code) => catalogue.areas.get(code)!);
  const within = catalogue.placesWithin(area_code);
  let below = levelBelow[catalogue.boundaries][level];
  while (below) {
    const some = within.filter((one) => one.level === below);
    if (some.length) return some;
    below = levelBelow[catalogue.boundaries][below];
  }
  return [];
}

/** News about releases. England gets all of it; every place gets what corrects published figures and concerns it. */
export function newsOfReleases(
  all: AreaRow,
  listing: readonly Listed[],
  place: AreaRow,
): NewsEntry[] {
  const isEngland = place.level === 'england';
  return listing.flatMap(({ release: id, month, notices, withdrawn }): NewsEntry[] => {
    if (!id) return [];
    const common = { period: month, place: all, measures: [], followOn: null };
    const noticed = notices.flatMap((notice, i): NewsEntry[] => {
      if (notice.area && !isEngland && notice.area !== place.area_code) return [];
      return [
        {
          ...common,
          id: `notice/${id}/${i + 1}`,
          kind: 'notice',
          measures: notice.measure ? [notice.measure] : [],
          ...noticeNews(id, notice),
        },
      ];
    });
    return [
      ...(isEngland
        ? [{ ...common, id: `release/${id}`, kind: 'release' as const, ...releaseNews(id) }]
        : []),
      ...noticed,
      ...(withdrawn
        ? [
            {
              ...common,
              id: `withdrawn/${id}`,
              kind: 'withdrawn' as const,
              ...withdrawnNews(id, withdrawn),
            },
          ]
        : []),
    ];
  });
}

/**
 * When news was first public, in ms since 1970: the time of the notice or withdrawal, or of the release that revised
 * figures, or else of the first release with its month. Null if no known release has it.
 */
export function toldAt({ id, kind, period }: NewsEntry, listing: readonly Listed[]): number | null {
  const [, release, number] = id.split('/');
  const own = listing.find((one) => one.release === release);
  if (kind === 'notice') return own?.notices[Number(number) - 1]?.at ?? null;
  if (kind === 'withdrawn') return own?.withdrawn?.at ?? null;
  const times = (
    kind === 'release' || kind === 'revised'
      ? [own]
      : listing.filter(({ month }) => month >= period)
  )
    .map((one) => one?.publishedAt)
    .filter((at): at is number => at != null && at !== unknownTime);
  return times.length ? Math.min(...times) : null;
}
