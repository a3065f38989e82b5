import { describe, expect, it } from 'vitest';
import {
  type AreaShape,
  laidShapes,
  mapHeight,
  type Position,
  roomWithin,
} from '../../../../web/charts/specs/shapes.ts';

const box = (west: number, south: number, east: number, north: number): Position[] => [
  [west, north],
  [east, north],
  [east, south],
  [west, south],
  [west, north],
];
const shape = (code: string, ...rings: Position[][]): AreaShape => ({ code, polygons: [rings] });
const frame = { width: 300, height: 400, top: 46 };

describe('shapes on a map', () => {
  it('have north at the top, and fill the frame in one direction', () => {
    const [north, south] = laidShapes(
      [shape('A', box(-2, 53, 0, 55)), shape('B', box(-2, 51, 0, 53))],
      frame,
    );
    const ys = (one: AreaShape) => one.polygons.flatMap((rings) => rings[0]!.map(([, y]) => y));
    expect(Math.min(...ys(north!))).toBe(46);
    expect(Math.max(...ys(north!))).toBe(Math.min(...ys(south!)));
    expect(Math.max(...ys(south!))).toBe(446);
  });

  it('are as wide as they are on the ground at the middle of England', () => {
    const degrees = Math.cos((53 * Math.PI) / 180);
    const [laid] = laidShapes([shape('A', box(-1, 52, 1, 54))], { ...frame, width: 1000 });
    const xs = laid!.polygons[0]![0]!.map(([x]) => x);
    expect(Math.max(...xs) - Math.min(...xs)).toBeCloseTo(400 * degrees, 0);
    expect((Math.max(...xs) + Math.min(...xs)) / 2).toBeCloseTo(500, 0);
  });

  it('keep their rings closed, without duplicate positions', () => {
    const fine = [...Array(100).keys()].map((i): Position => [-2 + i / 1e5, 54]);
    const ring = [...fine, [-1, 54], [-1, 52], [-2, 54]] as Position[];
    const [laid] = laidShapes([shape('A', ring)], frame);
    const drawn = laid!.polygons[0]![0]!;
    expect(drawn.length).toBeLessThan(20);
    expect(drawn.at(-1)).toEqual(drawn[0]);
  });

  it('are no higher than their width allows', () => {
    expect(mapHeight([shape('A', box(-5, 52, 1, 53))], 'wide')).toBeLessThan(250);
    expect(mapHeight([shape('A', box(-1, 50, 0, 55))], 'narrow')).toBe(460);
  });
});

describe('room for text within a shape', () => {
  it('is found in its largest part, clear of holes', () => {
    const small = [box(0, 0, 20, 20)];
    const large = [box(100, 0, 300, 100), box(140, 10, 280, 90)];
    const { x, y, width } = roomWithin({ code: 'A', polygons: [small, large] as Position[][][] });
    expect(width).toBe(40);
    expect(x).toBe(120);
    expect(y).toBeGreaterThan(8);
  });

  it('is in the middle if no other height has more', () => {
    const square = shape('A', box(0, 0, 100, 100));
    expect(roomWithin(square)).toEqual({ x: 50, y: 50, width: 100 });
  });

  it('is none if a shape is lower than a line', () => {
    expect(roomWithin(shape('A', box(0, 0, 200, 10))).width).toBe(0);
  });
});
