import type { Position } from './shapes.ts';

/** More points than these are drawn together instead of each by itself. */
export const crowded = 600;

/** So many points are one mark: few enough marks to be drawn at once, and enough to see where points lie dense. */
const perMark = 400;

/** What a point says, put into words only when it is read: of thousands few are. */
export type Reading = () => string;

/** What a point looks like: one object for all that look alike. */
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

/** Half the height of a triangle to half its width. */
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

/** A line without length: its round ends make a circle, in far fewer letters than its outline. */
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

/** How a look is drawn; a circle's outline has its colour, or it has none. */
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
 * Thousands of points as a few marks, so that they are drawn anew in a moment: layers of a specification, those of
 * the first points below.
 */
export function crowd(points: readonly CrowdPoint[], { opacity }: { opacity: number }): object[] {
  const alike = new Map<Look, CrowdPoint[]>();
  for (const point of points) {
    const some = alike.get(point.look);
    if (some) some.push(point);
    else alike.set(point.look, [point]);
  }
  return [...alike].map(([look, some]) => {
    // Neighbours in different marks, so that it is darker where points lie dense and not where a mark ends.
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
