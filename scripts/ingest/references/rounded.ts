/** Longitude and latitude in degrees. */
export type Position = [longitude: number, latitude: number];
type Ring = Position[];

/** The outline of an area: rings of positions, the first ring of each polygon outside, the others holes. */
export type Shape =
  | { type: 'Polygon'; coordinates: Ring[] }
  | { type: 'MultiPolygon'; coordinates: Ring[][] };

/** Positions are rounded to this fraction of a degree: about 70 by 110 metres in England. */
const parts = 1000;

/**
 * A shape rounded to a grid of thousandths of a degree. Borders that neighbours share stay shared, because each
 * position is rounded independently. Rings that shrink to nothing are dropped, unless nothing else is left.
 */
export function rounded(shape: Shape): Shape {
  const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
  const kept = polygons
    .map((rings) => rings.map(roundedRing).filter(isArea))
    .filter((rings) => rings.length > 0);
  if (kept.length === 0) return shape;
  return kept.length === 1
    ? { type: 'Polygon', coordinates: kept[0]! }
    : { type: 'MultiPolygon', coordinates: kept };
}

const roundedRing = (ring: Ring): Ring => {
  const positions = ring.map(
    ([x, y]): Position => [Math.round(x * parts) / parts, Math.round(y * parts) / parts],
  );
  return positions.filter(
    ([x, y], i) => i === 0 || x !== positions[i - 1]![0] || y !== positions[i - 1]![1],
  );
};

/** A closed ring has at least three corners and repeats the first. */
const isArea = (ring: Ring): boolean => ring.length >= 4;
