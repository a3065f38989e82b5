import { describe, expect, it } from 'vitest';
import { multiplesSpec } from '../../../../web/charts/specs/multiples.ts';
import { drawn, marksOf, palette } from './drawn.ts';

const panel = (name: string, values: (number | null)[]) => ({
  ...{ name, values, last: `${values.at(-1)}%`, readings: values.map(String) },
});

describe('small panels', () => {
  it('have one scale, from none to a little above the highest value', async () => {
    const spec = multiplesSpec(
      {
        panels: [panel('North', [10, 20, 50]), panel('South', [10, null, 25])],
        behind: [10, 15, 40],
        ends: ['April 2018', 'June 2018'],
        unit: '%',
      },
      { width: 600, height: 300, palette },
    );
    const chart = await drawn(spec);
    expect(chart.warnings).toEqual([]);
    const ticks = marksOf(chart, 'rule').map(({ datum }) => datum.value);
    expect(new Set(ticks.filter((value) => value !== undefined))).toEqual(new Set([0, 20, 40]));
    const points = marksOf(chart, 'line').filter(({ defined }) => defined !== false);
    const heights = points.map(({ y }) => y).sort((a, b) => a - b);
    const levels = [...new Set(heights.map((y) => Math.round(y * 10) / 10))];
    // 50, 40, 25, 20, 15 and 10, as far from each other as they are.
    expect(levels).toHaveLength(6);
    const perUnit = (levels[5]! - levels[0]!) / 40;
    [50, 40, 25, 20, 15, 10].forEach((value, i) => {
      expect(levels[i]! - levels[0]!).toBeCloseTo((50 - value) * perUnit, 0);
    });
    const ground = levels[5]! + 10 * perUnit;
    expect(levels[0]! - 0.08 * 50 * perUnit).toBeGreaterThan(0);
    expect(ground).toBeLessThan(300);
    expect(perUnit * 50).toBeGreaterThan(150);
  });
});
