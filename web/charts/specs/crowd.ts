import type { Position } from './shapes.ts';

/** More points than this are drawn together instead of one by one. */
export const crowded = 600;

/** Points per mark: few enough marks to draw quickly, and enough to show where points are dense. */
const perMark = 400;

/** A point's reading, made only when it is read, because of thousands few are. */
export type Reading = () => string;

/** The look of a point: one object for all that look the same. */
export interface Look {
  /** Half its width. */
  radius: number;
  shape: 'circle' | 'triangle-up' | 'triangle-down' | 'diamond';
  fill: string;
  stroke: string;
}

/** A point of a crowd, in pixels from the upper left corner of the plot. */
export interface CrowdPoint {
  x: number;
  y: number;
  look: Look;
  reading: Reading;
  /** Code of the place that it stands for. */
  code?: string;
}

/** The ratio of half a triangle's height to half its width. */
const slope = Math.sqrt(3) / 2;

const tenths = (pixels: number): number => Math.round(pixels * 10) / 10;

function triangle({ x, y, look: { radius, shape } }: CrowdPoint): Position[][] {
  const up = shape === 'triangle-up' ? slope * radius : -slope * radius;
  const foot = tenths(y + up);
  const tip: Position = [tenths(x), tenths(y - up)];
  return [[tip, [tenths(x - radius), foot], [tenths(x + radius), foot], tip]];
}

function diamond({ x, y, look: { radius } }: CrowdPoint): Position[][] {
  const [across, down] = [tenths(x), tenths(y)];
  const top: Position = [across, tenths(y - radius)];
  const [right, bottom, left] = [
    [tenths(x + radius), down],
    [across, tenths(y + radius)],
    [tenths(x - radius), down],
  ] as const;
  return [[top, right, bottom, left, top]];
}

/** A line of no length: its round ends make a circle, with a much shorter path than an outline. */
function circle({ x, y }: CrowdPoint): Position[] {
  const at: Position = [tenths(x), tenths(y)];
  return [at, at];
}

const geometryOf = (points: readonly CrowdPoint[]): object =>
  points[0]!.look.shape === 'circle'
    ? { type: 'MultiLineString', coordinates: points.map(circle) }
    : {
        type: 'MultiPolygon',
        coordinates: points.map(points[0]!.look.shape === 'diamond' ? diamond : triangle),
      };

const outline = 1.4;

/** The mark of a look. A circle's outline has the same colour as its fill, or there is none. */
const markOf = ({ shape, fill, stroke, radius }: Look): object =>
  shape === 'circle'
    ? {
        filled: false,
        stroke: fill,
        strokeCap: 'round',
        strokeWidth: radius * 2 + (stroke === 'none' ? 0 : outline),
      }
    : { fill, stroke, strokeWidth: outline };

/**
 * Thousands of points as a few marks, which are quick to redraw: layers of a specification, the first points at the
 * bottom.
 */
export function crowd(points: readonly CrowdPoint[], { opacity }: { opacity: number }): object[] {
  const alike = new Map<Look, CrowdPoint[]>();
  for (const point of points) {
    const some = alike.get(point.look);
    if (some) some.push(point);
    else alike.set(point.look, [point]);
  }
  return [...alike].map(([look, some]) => {
    // Neighbours go into different marks, so that the picture is darker where points are dense, not where a mark ends.
    const marks = Array.from({ length: Math.ceil(some.length / perMark) }, (): CrowdPoint[] => []);
    some.forEach((point, i) => {
      marks[i % marks.length]!.push(point);
    });
    return {
      data: { values: marks.map((of) => ({ type: 'Feature', geometry: geometryOf(of) })) },
      projection: { type: 'identity', scale: 1, translate: [0, 0] },
      mark: { type: 'geoshape', ...markOf(look), opacity },
    };
  });
}
