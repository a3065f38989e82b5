import { revisedNews } from '../../../data/words/news.ts';
import { allFigures } from '../../figures/figureRows.ts';
import { figureKey, revisedIn } from '../../figures/revisions.ts';
import type { AreaRow } from '../../store/queries/areas.ts';
import type { Release } from '../../store/releases.ts';
import { toldIn } from './areaNews.ts';
import type { NewsEntry } from './news.ts';

/**
 * What a release revised in the figures of places of one level, compared with the previous release: one entry per
 * place.
 */
export async function newsOfRevisions(
  release: Release,
  places: readonly AreaRow[],
): Promise<NewsEntry[]> {
  const [first] = places;
  if (!first) return [];
  const measures = toldIn(release.catalogue);
  const periods = release.catalogue.periods.map(({ period }) => period);
  const areas = places.map(({ area_code }) => area_code);
  const question = { level: first.level, measures, periods, areas };
  const revised = await revisedIn(release, question);
  if (!revised.size) return [];
  const rows = (await allFigures(release, question)).filter((row) => revised.has(figureKey(row)));
  return places.flatMap((place): NewsEntry[] => {
    const own = rows.filter(({ area_code }) => area_code === place.area_code);
    if (!own.length) return [];
    const values = own.map((row) => ({
      measure: measures.find(({ id }) => id === row.measure)!,
      period: row.period,
      before: revised.get(figureKey(row)) ?? null,
      after: row.value,
    }));
    const text = revisedNews({ level: place.level, name: place.area_name }, release.id, values);
    return [
      {
        id: `revised/${release.id}/${place.area_code}`,
        kind: 'revised',
        period: release.about.last_period,
        place,
        measures: measures
          .map(({ id }) => id)
          .filter((id) => own.some((row) => row.measure === id)),
        followOn: null,
        ...text,
      },
    ];
  });
}
