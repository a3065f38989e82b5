import { describe, expect, it } from 'vitest';
import { histogramSpec, swarmSpec } from '../../../../web/charts/specs/spread.ts';
import { drawn, palette } from './drawn.ts';

const long = 'Constable Country Rural Medical Practice 1.3%';
const spread = {
  unit: '%' as const,
  median: { value: 2, label: 'middle practice 2%' },
  here: { value: 1.3, label: long },
};
const bars = [0, 1, 2, 3].map((from) => ({
  from,
  to: from + 1,
  practices: 9 - from,
  reading: `${from}`,
}));
const points = [0.5, 1.3, 2, 3.4].map((value) => ({
  value,
  here: value === 1.3,
  reading: `${value}`,
}));
const linesOf = (spec: object): string[][] =>
  [...JSON.stringify(spec).matchAll(/"lines":(\[[^\]]*\])/g)].map(([, lines]) =>
    JSON.parse(lines!),
  );

describe('the practice looked at among others', () => {
  it.each([288, 358, 1104])('is named in full within %i pixels', async (width) => {
    const room = { width, height: 300, palette };
    for (const spec of [histogramSpec(bars, spread, room), swarmSpec(points, spread, room)]) {
      const named = linesOf(spec).find((lines) => lines.join(' ') === long)!;
      for (const line of named) expect(line.length * 6.9).toBeLessThanOrEqual(width);
      const chart = await drawn(spec);
      expect(chart.width).toBeLessThanOrEqual(width);
      expect(chart.height).toBe(300);
      expect(chart.warnings).toEqual([]);
    }
  });
});
