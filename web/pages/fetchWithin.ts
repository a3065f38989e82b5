import type { LevelId } from '../../data/definitions/levels.ts';
import type { Ask } from '../ask.ts';
import { fetchPlaces, type Place } from '../figures.ts';
import type { Address } from '../page.ts';
import { PageProblem } from '../problem.ts';

/** The level of places that an address asks for within its own, or the first; throws a 404 for another. */
function withinLevel({ query }: Address, levels: readonly LevelId[]): LevelId {
  const level = query.within ?? levels[0]!;
  if (!levels.includes(level as LevelId)) {
    throw new PageProblem(404, `no such level of places here: ${level}`);
  }
  return level as LevelId;
}

/**
 * The places within an area, of the level that an address asks for or else of the first level with several. A single
 * place would be the area itself, like the subregion of London.
 */
export async function fetchWithin(
  ask: Ask,
  address: Address,
  levels: readonly LevelId[],
  asked: Omit<Parameters<typeof fetchPlaces>[1], 'level'>,
): Promise<{ level: LevelId; places: Place[] }> {
  const first = withinLevel(address, levels);
  const place = async (level: LevelId) => ({
    level,
    places: await fetchPlaces(ask, { level, ...asked }),
  });
  const found = await place(first);
  if (address.query.within || found.places.length > 1) return found;
  for (const level of levels.slice(levels.indexOf(first) + 1)) {
    const next = await place(level);
    if (next.places.length > 1) return next;
  }
  return found;
}
