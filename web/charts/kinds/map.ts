import { measureOf } from '../../../data/definitions/measures.ts';
import { readableName } from '../../../data/definitions/names.ts';
import type { Ask } from '../../page.ts';
import type { ChartKind, ChartQuery } from '../kind.ts';
import { groupedHeight, type TileGroup } from '../tiles.ts';
import {
  loadPlaces,
  type PlacesData,
  placesCsv,
  placesFit,
  placesLack,
  placesSentence,
  placesSubtitle,
  placesTable,
} from './places.ts';

export interface MapData extends PlacesData {
  /** The places by the region they lie in, by code; one group without a name where they are regions. */
  groups: TileGroup[];
}

async function load(ask: Ask, query: ChartQuery): Promise<MapData> {
  const data = await loadPlaces(ask, query);
  const { release, group } = query;
  const asked = { level: data.level, parent: query.parent, release };
  const [areas, regions] = await Promise.all([
    group ? null : ask('/areas', asked),
    data.level === 'region' ? null : ask('/areas', { level: 'region', release }),
  ]);
  const regionOf = new Map(areas?.data.map((row) => [row.area_code, row.region_code]));
  const names = new Map(regions?.data.map((row) => [row.area_code, readableName(row.area_name)]));
  const groups = new Map<string, string[]>();
  for (const { code } of [...data.rows].sort((a, b) => a.name.localeCompare(b.name, 'en'))) {
    const name = names.get(regionOf.get(code) ?? '') ?? '';
    groups.set(name, [...(groups.get(name) ?? []), code]);
  }
  return { ...data, groups: [...groups].map(([name, codes]) => ({ name, codes })) };
}

const title = ({ measure }: MapData): string => measureOf(measure).title;

/** Places as tiles of one size, darker where the figure is higher. */
export const mapKind: ChartKind<MapData> = {
  id: 'map',
  name: 'Map',
  parameters: ['measure', 'level', 'area', 'parent', 'period', 'group', 'release'],
  load,
  title,
  subtitle: placesSubtitle,
  sentence: placesSentence,
  notes: () => ['Every tile is one place, whatever its size.'],
  table: (data) => placesTable(data, title(data)),
  lacks: placesLack,
  height: ({ groups }) => ({
    wide: groupedHeight(groups, 'wide'),
    narrow: groupedHeight(groups, 'narrow'),
  }),
  csv: placesCsv,
  fits: (measure, level) =>
    level === 'practice' ? 'practices have no tiles: choose areas' : placesFit(measure, level),
};
