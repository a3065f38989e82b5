/** Longitude and latitude in degrees, or horizontal and vertical in pixels. */
export type Position = readonly [x: number, y: number];

/** The outline of an area: polygons, each of an outer ring and rings of holes. */
export interface AreaShape {
  code: string;
  polygons: Position[][][];
}

/** The room for a map, in pixels. */
interface Frame {
  width: number;
  height: number;
  /** Distance from the top of the chart to that of the map, and from its left if the map does not begin there. */
  top: number;
  left?: number;
}

/** The greatest height of a map with room beside it and without, in pixels. */
const highest = { wide: 600, narrow: 460 } as const;
/** The width for which heights are computed, in pixels. */
const usualWidth = { wide: 720, narrow: 340 } as const;

/** The length of a degree of longitude in degrees of latitude, on the parallel through the middle of England. */
const degreesWide = Math.cos((53 * Math.PI) / 180);

/** Projects degrees to a flat map: true to scale on the parallel of 53°, with north at the top. */
const flat = ([longitude, latitude]: Position): Position => [longitude * degreesWide, -latitude];

function extentOf(positions: readonly Position[]) {
  const extent = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const [x, y] of positions) {
    extent.left = Math.min(extent.left, x);
    extent.right = Math.max(extent.right, x);
    extent.top = Math.min(extent.top, y);
    extent.bottom = Math.max(extent.bottom, y);
  }
  return { ...extent, width: extent.right - extent.left, height: extent.bottom - extent.top };
}

const positionsOf = (shapes: readonly AreaShape[]): Position[] =>
  shapes.flatMap(({ polygons }) => polygons.flatMap((rings) => rings.flat()));

/** The height of a map of these shapes, in pixels. */
export function mapHeight(shapes: readonly AreaShape[], room: 'wide' | 'narrow'): number {
  const { width, height } = extentOf(positionsOf(shapes).map(flat));
  return Math.round(Math.min(highest[room], usualWidth[room] * (height / width)));
}

/** Fits shapes in degrees into a frame, as large as possible and centred: shapes in pixels, rounded to a tenth. */
export function laidShapes(shapes: readonly AreaShape[], frame: Frame): AreaShape[] {
  const extent = extentOf(positionsOf(shapes).map(flat));
  const scale = Math.min(frame.width / extent.width, frame.height / extent.height);
  const left = (frame.left ?? 0) + (frame.width - extent.width * scale) / 2 - extent.left * scale;
  const top = frame.top + (frame.height - extent.height * scale) / 2 - extent.top * scale;
  const placed = (position: Position): Position => {
    const [x, y] = flat(position);
    return [tenths(x * scale + left), tenths(y * scale + top)];
  };
  return shapes.map(({ code, polygons }) => ({
    code,
    polygons: polygons.map((rings) => rings.map((ring) => distinct(ring.map(placed)))),
  }));
}

/** London, in degrees. */
const london = { west: -0.55, east: 0.36, south: 51.26, north: 51.72 };

/** The fewest areas in London for which it is repeated. */
const fewestOfLondon = 3;

/** The least enlargement for which London is repeated. */
const worthEnlarging = 1.4;

/** The areas in London, in degrees, if there are several and others besides them. */
export function ofLondon(shapes: readonly AreaShape[]): AreaShape[] {
  const found = shapes.filter(({ polygons }) => {
    const { left, right, top, bottom } = extentOf(polygons.flatMap((rings) => rings[0]!));
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    return (
      x > london.west && x < london.east && y > london.south && y < london.north && right - left < 1
    );
  });
  return found.length >= fewestOfLondon && found.length < shapes.length ? found : [];
}

/**
 * Where London is repeated at a larger scale: in the upper right corner, over no other shape; null if there is no room
 * or it is large enough already. `laid` is all shapes in pixels.
 */
export function londonFrame(
  shapes: readonly AreaShape[],
  laid: readonly AreaShape[],
  { width, top }: Pick<Frame, 'width' | 'top'>,
): { left: number; top: number; width: number; height: number } | null {
  const found = ofLondon(shapes);
  if (!found.length) return null;
  const codes = new Set(found.map(({ code }) => code));
  const now = extentOf(positionsOf(laid.filter(({ code }) => codes.has(code))));
  const own = extentOf(positionsOf(found).map(flat));
  const positions = positionsOf(laid);
  for (let wide = Math.min(260, width * 0.42); wide > now.width * worthEnlarging; wide -= 10) {
    const high = (wide - 12) * (own.height / own.width) + 30;
    const left = width - wide - 1;
    const covered = positions.some(([x, y]) => x > left - 6 && y < top + high + 6);
    if (!covered) return { left, top, width: wide, height: high };
  }
  return null;
}

const tenths = (pixels: number): number => Math.round(pixels * 10) / 10;

/** Positions without consecutive duplicates; a ring keeps its first and its last. */
const distinct = (ring: readonly Position[]): Position[] =>
  ring.filter(
    ([x, y], i) =>
      i === 0 || i === ring.length - 1 || x !== ring[i - 1]![0] || y !== ring[i - 1]![1],
  );

/** Half the height of a line of text, in pixels. */
const halfLine = 8;

/** The place with most room for a line of text in the largest polygon of a shape, and its width; all in pixels. */
export function roomWithin({ polygons }: AreaShape): { x: number; y: number; width: number } {
  const [rings] = [...polygons].sort((a, b) => extentOf(b[0]!).width - extentOf(a[0]!).width);
  const { top, height } = extentOf(rings![0]!);
  const middleFirst = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74].map((part) => top + height * part);
  let most = { x: 0, y: 0, width: 0 };
  for (const y of middleFirst) {
    const lines = [y - halfLine, y, y + halfLine].map((at) => insides(rings!, at));
    for (const [left, right] of shared(lines)) {
      if (right - left > most.width) most = { x: (left + right) / 2, y, width: right - left };
    }
  }
  return most;
}

type Span = readonly [from: number, to: number];

/** The parts of a horizontal line that are inside rings. */
function insides(rings: readonly Position[][], y: number): Span[] {
  const crossed = rings.flatMap((ring) => crossings(ring, y)).sort((a, b) => a - b);
  return crossed.flatMap((from, i) => (i % 2 ? [] : [[from, crossed[i + 1]!] as const]));
}

/** The parts that all lines have in common. */
const shared = (lines: readonly Span[][]): Span[] =>
  lines.reduce((some, others) =>
    some.flatMap(([from, to]) =>
      others
        .map(([a, b]) => [Math.max(from, a), Math.min(to, b)] as const)
        .filter(([a, b]) => a < b),
    ),
  );

/** Where the sides of a ring cross a height. */
const crossings = (ring: readonly Position[], y: number): number[] =>
  ring.flatMap(([x2, y2], i) => {
    const [x1, y1] = ring[i - 1] ?? ring.at(-1)!;
    return y1 > y === y2 > y ? [] : [x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)];
  });
