/** Longitude and latitude in degrees. */
export type Position = [longitude: number, latitude: number];
type Ring = Position[];

/** The outline of an area: rings of positions, the first of each polygon outside, others holes. */
export type Shape =
  | { type: 'Polygon'; coordinates: Ring[] }
  | { type: 'MultiPolygon'; coordinates: Ring[][] };

/** Parts of a degree to which positions are rounded: about 70 by 110 metres in England. */
const parts = 1000;

/**
 * A shape with positions on a grid of thousandths of a degree. Neighbours' common borders stay common, for
 * each position is rounded by itself; what shrinks to nothing is left out, save where it is all there is.
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

/** A closed ring has at least three corners and its first again. */
const isArea = (ring: Ring): boolean => ring.length >= 4;
