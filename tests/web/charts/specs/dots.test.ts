import { describe, expect, it } from 'vitest';
import { dotsSpec, type Panel } from '../../../../web/charts/specs/dots.ts';
import { dotsHeight, stripHeight } from '../../../../web/charts/specs/room.ts';
import { packed, stripSpec } from '../../../../web/charts/specs/strip.ts';
import { drawn, itemsOf, palette } from './drawn.ts';

const panel = (title: string, values: (number | null)[], top?: number): Panel => ({
  title,
  role: 'place',
  top,
  unit: '%',
  values: values.map((value, i) => ({
    name: `A place with quite a long name ${i}`,
    value,
    text: value === null ? '[x]' : `${value}%`,
  })),
  benchmark: { name: 'England', value: 4.5, text: '4.5%' },
});
const panels = (count: number) => [
  panel('Could', Array(count).fill(97), 100),
  panel('Set up', [null, ...Array.from({ length: count - 1 }, (_, i) => i / 2)]),
  panel('Did', Array(count).fill(0.3)),
];

describe.each([
  ['wide', 1120],
  ['narrow', 288],
] as const)('places on rows, %s', (arrangement, width) => {
  it('fill the room kept for them', async () => {
    const chart = await drawn(dotsSpec(panels(9), { width, height: 0, palette }));
    const height = dotsHeight(9, 3)[arrangement];
    expect(chart.width).toBeLessThanOrEqual(width + 4);
    expect(chart.height).toBeLessThanOrEqual(height);
    expect(chart.height).toBeGreaterThan(height * 0.9);
    expect(chart.warnings).toEqual([]);
  });

  it('show each place with a value, and the value of each place', async () => {
    const chart = await drawn(dotsSpec(panels(9), { width, height: 0, palette }));
    expect(itemsOf(chart, 'symbol')).toHaveLength(26);
    expect(chart.texts.filter((text) => text === '97%')).toHaveLength(9);
    expect(chart.texts).toContain('[x]');
    expect(chart.texts.filter((text) => text === 'England 4.5%')).toHaveLength(3);
  });
});

describe('many places along a line', () => {
  it('fill the room kept for them', async () => {
    const chart = await drawn(stripSpec(panels(211), { width: 800, height: 0, palette }));
    expect(chart.width).toBeLessThanOrEqual(804);
    expect(chart.height).toBeLessThanOrEqual(stripHeight(3));
    expect(chart.height).toBeGreaterThan(stripHeight(3) * 0.9);
    expect(chart.warnings).toEqual([]);
    expect(itemsOf(chart, 'symbol')).toHaveLength(211 * 3 - 1);
  });

  it('never cover one another while there is room, nor leave the height', () => {
    const xs = Array.from({ length: 120 }, (_, i) => ((i * 97) % 113) * 4);
    const ys = packed(xs, 6, 84);
    xs.forEach((x, i) => {
      expect(Math.abs(ys[i]!)).toBeLessThanOrEqual(39);
      xs.slice(0, i).forEach((other, j) => {
        const gap = Math.hypot(x - other, ys[i]! - ys[j]!);
        expect(gap).toBeGreaterThan(5.999);
      });
    });
  });

  it('are spread over the height where it is too crowded', () => {
    const ys = packed(Array(600).fill(5), 6, 84);
    expect(ys.every((y) => Math.abs(y) <= 39)).toBe(true);
    for (let low = -39; low < 39; low += 13) {
      const within = ys.filter((y) => y >= low && y < low + 13).length;
      expect(within).toBeGreaterThan(80);
      expect(within).toBeLessThan(120);
    }
  });
});
