import type { Position } from './shapes.ts';

/** More points than these are drawn together instead of each by itself. */
export const crowded = 600;

/** So many points are one mark: few enough marks to be drawn at once, and enough to see where points lie dense. */
const perMark = 400;

/** A point of a crowd, in pixels from the upper left corner of the plot. */
export interface CrowdPoint {
  x: number;
  y: number;
  /** Half its width. */
  radius: number;
  shape: 'circle' | 'triangle-up' | 'triangle-down';
  fill: string;
  stroke: string;
  reading: string;
}

/** What a point of a drawing says that has no mark of its own, and the box around it. */
export interface GivenReading {
  text: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Half the height of a triangle to half its width. */
const slope = Math.sqrt(3) / 2;

const tenths = (pixels: number): number => Math.round(pixels * 10) / 10;

function triangle({ x, y, radius, shape }: CrowdPoint): Position[][] {
  const up = shape === 'triangle-up' ? slope * radius : -slope * radius;
  const corners: Position[] = [
    [x, y - up],
    [x - radius, y + up],
    [x + radius, y + up],
    [x, y - up],
  ];
  return [corners.map(([across, down]) => [tenths(across), tenths(down)])];
}

const geometryOf = (points: readonly CrowdPoint[]): object =>
  points[0]!.shape === 'circle'
    ? { type: 'MultiPoint', coordinates: points.map(({ x, y }) => [tenths(x), tenths(y)]) }
    : { type: 'MultiPolygon', coordinates: points.map(triangle) };

/**
 * Thousands of points as a few marks, so that they are drawn anew in a moment: layers of a specification, those of
 * the first points below, and what the points say.
 */
export function crowd(
  points: readonly CrowdPoint[],
  { opacity }: { opacity: number },
): { layers: object[]; readings: GivenReading[] } {
  const alike = new Map<string, CrowdPoint[]>();
  for (const point of points) {
    const look = `${point.shape} ${point.radius} ${point.fill} ${point.stroke}`;
    const some = alike.get(look);
    if (some) some.push(point);
    else alike.set(look, [point]);
  }
  const layers = [...alike.values()].map((some) => {
    const { fill, stroke, radius } = some[0]!;
    const marks = [];
    for (let i = 0; i < some.length; i += perMark) marks.push(some.slice(i, i + perMark));
    return {
      data: { values: marks.map((of) => ({ type: 'Feature', geometry: geometryOf(of) })) },
      projection: { type: 'identity', scale: 1, translate: [0, 0], pointRadius: radius },
      mark: { type: 'geoshape', fill, stroke, strokeWidth: 1.4, opacity },
    };
  });
  const readings = points.map(({ x, y, radius, reading }) => ({
    text: reading,
    left: x - radius,
    top: y - radius,
    right: x + radius,
    bottom: y + radius,
  }));
  return { layers, readings };
}
