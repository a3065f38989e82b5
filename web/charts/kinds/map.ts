import type { LevelId } from '../../../data/definitions/levels.ts';
import { measureOf } from '../../../data/definitions/measures.ts';
import { readableName } from '../../../data/definitions/names.ts';
import { type Tile, tilesOf, tilesWithin } from '../../../data/definitions/tiles.ts';
import type { Ask } from '../../ask.ts';
import { choices } from '../choices.ts';
import type { ChartQuery, DrawnKind } from '../kind.ts';
import { type Layout, layTiles } from '../tiles.ts';
import {
  findPlaces,
  loadPlaces,
  type PlacesData,
  placesCsv,
  placesLack,
  placesNotes,
  placesSentence,
  placesSubtitle,
  placesTable,
} from './places.ts';
import { withinOf } from './within.ts';

export interface MapData extends PlacesData, Layout {}

async function load(ask: Ask, query: ChartQuery): Promise<MapData> {
  const data = await loadPlaces(ask, query);
  const { release, boundaries } = query;
  const asked = { level: data.level, parent: withinOf(query).parent, release, boundaries };
  // A group may be only what places are compared with.
  const ofGroup = data.parent.level === 'group';
  const [areas, regions] = await Promise.all([
    ofGroup ? null : ask('/areas', asked),
    data.level === 'region' ? null : ask('/areas', { level: 'region', release, boundaries }),
  ]);
  const regionOf = new Map(areas?.data.map((row) => [row.area_code, row.region_code]));
  const names = new Map(regions?.data.map((row) => [row.area_code, readableName(row.area_name)]));
  const groups = new Map<string, string[]>();
  for (const { code } of [...data.rows].sort((a, b) => a.name.localeCompare(b.name, 'en'))) {
    const name = names.get(regionOf.get(code) ?? '') ?? '';
    groups.set(name, [...(groups.get(name) ?? []), code]);
  }
  const subregionOf = new Map(areas?.data.map((row) => [row.area_code, row.subregion_code]));
  const codes = data.rows.map(({ code }) => code);
  const squares =
    data.parent.level === 'england' ? squaresOf(data.level, codes, subregionOf) : null;
  return {
    ...data,
    squares: squares && Object.fromEntries(squares),
    groups: [...groups].map(([name, codes]) => ({ name, codes })),
  };
}

/** The positions of England's areas: on the map of their level or, for CCGs, in blocks on that of the subregions. */
function squaresOf(
  level: LevelId,
  codes: readonly string[],
  subregionOf: ReadonlyMap<string, string | null>,
): Map<string, Tile> | null {
  if (level !== 'ccg') return tilesOf(level, codes);
  const places = codes.map((code) => ({ code, within: subregionOf.get(code) ?? null }));
  const subregions = [...new Set(places.flatMap(({ within }) => within ?? []))];
  const around = places.every(({ within }) => within) ? tilesOf('subregion', subregions) : null;
  return around && tilesWithin(places, around);
}

const title = ({ measure }: MapData): string => measureOf(measure).title;

function tilesNote({ squares, level }: MapData): string {
  if (!squares) return 'Every tile is one place, whatever its size.';
  return level === 'ccg'
    ? 'Every tile is one place, whatever its size. CCGs of one subregion are together, subregions roughly as in England.'
    : 'Every tile is one place, whatever its size, roughly where it is in England.';
}

/** Places as tiles of equal size, darker for higher figures. */
export const mapKind: DrawnKind<MapData> = {
  ...choices.map,
  load,
  title,
  subtitle: placesSubtitle,
  finding: findPlaces,
  sentence: placesSentence,
  key: () => ['Numbers in the key: how many places have each colour.'],
  notes: (data) => [tilesNote(data), ...placesNotes(data)],
  table: (data) => placesTable(data, title(data)),
  lacks: placesLack,
  height: (layout) => ({
    wide: layTiles(layout, 'wide').bottom,
    narrow: layTiles(layout, 'narrow').bottom,
  }),
  csv: placesCsv,
};
