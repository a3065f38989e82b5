import { describe, expect, it } from 'vitest';
import { classesOf } from '../../../../web/charts/specs/classes.ts';
import {
  type AreaShape,
  laidShapes,
  londonFrame,
  ofLondon,
} from '../../../../web/charts/specs/shapes.ts';

const upTo = (count: number, value: (i: number) => number) =>
  Array.from({ length: count }, (_, i) => value(i));

describe('classes of colour', () => {
  it('have about equal numbers of places, and round limits', () => {
    const found = classesOf(upTo(100, (i) => i + 0.3))!;
    expect(found.ends).toEqual([0.3, 20, 40, 60, 80, 99.3]);
    expect(found.counts).toEqual([20, 20, 20, 20, 20]);
    expect([0.3, 19.9, 20, 99.3].map(found.classOf)).toEqual([0, 0, 1, 4]);
  });

  it.each([
    ['one far away', [...upTo(99, (i) => 2 + i / 50), 49]],
    ['most near none', upTo(195, (i) => (i / 195) ** 6 * 20)],
    ['seven', [5.9, 6.1, 6.8, 7.2, 8.8, 9.2, 9.6]],
    ['rates', upTo(106, (i) => 80 + ((i * 37) % 106) * 2.7)],
  ])('hold a tenth of the places at least: %s', (_, values) => {
    const { counts, ends, classOf } = classesOf(values)!;
    expect(Math.min(...counts) * 10).toBeGreaterThanOrEqual(values.length);
    expect(counts.reduce((sum, one) => sum + one)).toBe(values.length);
    expect([...ends].sort((a, b) => a - b)).toEqual(ends);
    counts.forEach((count, at) => {
      expect(values.filter((value) => classOf(value) === at)).toHaveLength(count);
    });
  });

  it('are fewer if many values are equal, and none if all are', () => {
    const found = classesOf([...upTo(80, () => 0), ...upTo(20, () => 5)])!;
    expect(found.counts).toEqual([80, 20]);
    expect(classesOf([3, 3, 3])).toBeNull();
    expect(classesOf([])).toBeNull();
  });
});

describe('London on a map', () => {
  const box = (code: string, west: number, south: number, size: number): AreaShape => ({
    code,
    polygons: [
      [
        [
          [west, south],
          [west + size, south],
          [west + size, south + size],
          [west, south + size],
          [west, south],
        ],
      ],
    ],
  });
  const england = [box('N', -3, 53, 2), box('S', -4, 50.2, 1), box('E', 0.5, 52, 1)];
  const london = [
    box('L1', -0.4, 51.4, 0.2),
    box('L2', -0.1, 51.4, 0.2),
    box('L3', -0.1, 51.5, 0.1),
  ];
  const frame = { width: 700, height: 500, top: 46 };

  it('is the areas within it, if there are several and others besides', () => {
    const codes = ofLondon([...england, ...london]).map(({ code }) => code);
    expect(codes).toEqual(['L1', 'L2', 'L3']);
    expect(ofLondon(london)).toEqual([]);
    expect(ofLondon([...england, london[0]!])).toEqual([]);
  });

  it('is repeated in a corner that no other shape covers', () => {
    const shapes = [...england, ...london];
    const laid = laidShapes(shapes, frame);
    const found = londonFrame(shapes, laid, frame)!;
    expect(found.left + found.width).toBeLessThanOrEqual(700);
    for (const [x, y] of laid.flatMap(({ polygons }) => polygons.flat()).flat())
      expect(x < found.left || y > found.top + found.height).toBe(true);
    const covering = [...shapes, box('C', 1, 54, 1)];
    expect(
      londonFrame(covering, laidShapes(covering, { ...frame, width: 300 }), {
        width: 300,
        top: 46,
      }),
    ).toBeNull();
    expect(londonFrame(england, laidShapes(england, frame), frame)).toBeNull();
  });
});
