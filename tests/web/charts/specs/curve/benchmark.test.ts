import { describe, expect, it } from 'vitest';
import { benchmarkBox } from '../../../../../web/charts/specs/curve/benchmark.ts';
import type { Position } from '../../../../../web/charts/specs/shapes.ts';

const england = { name: 'England', value: 6, text: '6.4%' };
const plot = { width: 300, height: 200 };

describe('the name of a benchmark', () => {
  it('is above the right end of its line if that is free', () => {
    const box = benchmarkBox(england, { ...plot, points: [], level: 100 });
    expect(box.left + box.width).toBeGreaterThan(290);
    expect(box.top + box.height).toBeLessThan(100);
  });

  it('is below it, or further left, if points are there', () => {
    const along = (from: number, to: number, y: number) =>
      Array.from({ length: to - from }, (_, i): Position => [from + i, y]);
    const below = benchmarkBox(england, { ...plot, points: along(0, 300, 92), level: 100 });
    expect(below.top).toBeGreaterThan(100);
    const points = [...along(150, 300, 92), ...along(150, 300, 110)];
    const left = benchmarkBox(england, { ...plot, points, level: 100 });
    expect(left.left + left.width).toBeLessThan(150);
  });
});
