import type { BoundaryLevel } from '../../../data/definitions/levels.ts';
import { listed } from '../../../data/words/english.ts';
import type { Ask } from '../../ask.ts';
import { PageProblem } from '../../problem.ts';
import { choices, isDrawn } from '../choices.ts';
import type { ChartQuery, DrawnKind } from '../kind.ts';
import { type AreaShape, mapHeight, type Position } from '../specs/shapes.ts';
import { keyHeight } from '../tiles.ts';
import { type MapData, mapKind } from './map.ts';
import { loadPlaces, placesCsv, placesLack, placesNotes } from './places.ts';
import { withinOf } from './within.ts';

export interface BoundariesData extends MapData {
  /** The shapes of the places, in degrees; empty if tiles are shown instead. */
  shapes: AreaShape[];
  /** Why there are no shapes. */
  missing: string | null;
  /** The names of places without a shape, if others have one. */
  undrawn: string[];
}

/** The API's answer: GeoJSON. */
interface Features {
  missing: string | null;
  features: {
    properties: { area_code: string | null };
    geometry:
      | { type: 'Polygon'; coordinates: Position[][] }
      | { type: 'MultiPolygon'; coordinates: Position[][][] };
  }[];
}

/** Shapes have the codes of the practice lookup, so the figures drawn on them must too. */
async function load(ask: Ask, query: ChartQuery): Promise<BoundariesData> {
  const level = query.level ?? (withinOf(query).parent ? 'ccg' : 'region');
  if (!isDrawn(level)) throw new PageProblem(400, `no boundaries for this level: ${level}`);
  const asTiles = async (missing: string) => {
    const data = await mapKind.load(ask, { ...query, level });
    return { ...data, shapes: [], missing, undrawn: [] };
  };
  const { missing, shapes } = await fetchShapes(ask, level, query.release);
  if (!shapes.length) return asTiles(missing ?? tooFew);
  const data = await loadPlaces(ask, { ...query, level, boundaries: 'lookup' });
  const codes = new Set(data.rows.map(({ code }) => code));
  const drawn = shapes.filter(({ code }) => codes.has(code));
  if (drawn.length < data.rows.length / 2) return asTiles(tooFew);
  const shaped = new Set(drawn.map(({ code }) => code));
  return {
    ...data,
    query: { ...data.query, boundaries: undefined },
    squares: null,
    groups: [],
    shapes: drawn,
    missing: null,
    undrawn: data.rows.flatMap(({ code, name }) => (shaped.has(code) ? [] : [name])),
  };
}

/** The shapes of a level that are linked to figures, or why there are none. */
async function fetchShapes(ask: Ask, level: BoundaryLevel, release: string | undefined) {
  const { missing, features } = (await ask('/boundaries', { level, release })) as Features;
  const shapes = features.flatMap(({ properties: { area_code: code }, geometry }): AreaShape[] => {
    const { type, coordinates } = geometry;
    return code ? [{ code, polygons: type === 'Polygon' ? [coordinates] : coordinates }] : [];
  });
  return { missing, shapes };
}

const tooFew = 'This release has shapes for fewer than half of these places.';

/** Up to this many places that are not drawn are named. */
const mostNamed = 5;

/** "Not drawn, for want of a shape: East of England and London." */
function undrawnText(names: readonly string[]): string {
  const named = names.slice(0, mostNamed);
  const more = names.length - named.length;
  return `Not drawn, because this release has no shape for them: ${listed(more ? [...named, `${more} more`] : named)}.`;
}

function lacks(data: BoundariesData) {
  const lacking = placesLack(data);
  if (lacking?.all) return lacking;
  const text = data.missing
    ? `${data.missing} Tiles of one size are shown instead.`
    : data.undrawn.length
      ? undrawnText(data.undrawn)
      : null;
  if (!text) return lacking;
  return { all: false, text: lacking ? `${text} ${lacking.text}` : text };
}

/** Places in their own shapes, darker for higher figures; as tiles if the release has no shapes. */
export const boundariesKind: DrawnKind<BoundariesData> = {
  ...mapKind,
  ...choices.boundaries,
  load,
  notes: (data) =>
    data.missing
      ? mapKind.notes!(data)
      : [
          'Large areas catch the eye, though fewer people may live there: in the tile map all places are of one size.',
          ...placesNotes(data),
        ],
  lacks,
  height(data) {
    if (data.missing) return mapKind.height(data);
    const height = (room: 'wide' | 'narrow') => keyHeight + mapHeight(data.shapes, room);
    return { wide: height('wide'), narrow: height('narrow') };
  },
  csv(data) {
    const { path, params } = placesCsv(data);
    return { path, params: { ...params, boundaries: data.missing ? undefined : 'lookup' } };
  },
};
