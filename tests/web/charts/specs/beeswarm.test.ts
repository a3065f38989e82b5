import { describe, expect, it } from 'vitest';
import { beeswarm } from '../../../../web/charts/specs/beeswarm.ts';

describe('points along a line', () => {
  it('never cover one another while there is room, nor leave the height', () => {
    const xs = Array.from({ length: 120 }, (_, i) => ((i * 97) % 113) * 4);
    const ys = beeswarm(xs, 6, 84);
    expect(Math.max(...ys.map(Math.abs))).toBeLessThanOrEqual(39);
    const gaps = xs.flatMap((x, i) =>
      xs.slice(0, i).map((other, j) => Math.hypot(x - other, ys[i]! - ys[j]!)),
    );
    expect(gaps).toHaveLength((120 * 119) / 2);
    expect(Math.min(...gaps)).toBeGreaterThan(5.999);
  });

  it('are spread over the height where it is too crowded', () => {
    const ys = beeswarm(Array(600).fill(5), 6, 84);
    expect(ys.every((y) => Math.abs(y) <= 39)).toBe(true);
    for (let low = -39; low < 39; low += 13) {
      const within = ys.filter((y) => y >= low && y < low + 13).length;
      expect(within).toBeGreaterThan(80);
      expect(within).toBeLessThan(120);
    }
  });
});
