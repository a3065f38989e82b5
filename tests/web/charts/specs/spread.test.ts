import { describe, expect, it } from 'vitest';
import { histogramSpec, swarmSpec } from '../../../../web/charts/specs/spread.ts';
import { drawn, palette } from './drawn.ts';

const long = 'Constable Country Rural Medical Practice 1.3%';
const spread = {
  unit: '%' as const,
  benchmark: null,
  median: { value: 2, label: 'median 2%' },
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

it('the bar of the practice looked at is marked, the upper of two that meet at it', () => {
  for (const [value, from] of [
    [1.3, 1],
    [2, 2],
    [0, 0],
  ]) {
    const here = { value: value!, label: long };
    const spec = histogramSpec(bars, { ...spread, here }, { width: 600, height: 300, palette });
    const { values } = spec.data as unknown as { values: { from: number; colour: string }[] };
    const marked = values.filter(({ colour }) => colour === palette.place);
    expect(marked.map((bar) => bar.from)).toEqual([from]);
  }
});

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

  it('stands below the median, and that below the benchmark', async () => {
    const benchmark = { value: 1.9, label: 'NHS Elm CCG 1.9%' };
    const room = { width: 600, height: 300, palette };
    const compared = { ...spread, benchmark };
    for (const spec of [histogramSpec(bars, compared, room), swarmSpec(points, compared, room)]) {
      const { layer } = spec as unknown as {
        layer: { data?: { values: { lines?: string[] }[] }; mark: { dy: number } }[];
      };
      const tops = [benchmark.label, spread.median.label, long].map(
        (words) => layer.find(({ data }) => data?.values[0]?.lines?.join(' ') === words)!.mark.dy,
      );
      expect(tops.map((top, i) => top - (tops[i - 1] ?? top))).toEqual([0, 19, 19]);
      const chart = await drawn(spec);
      expect(chart.height).toBe(300);
      expect(chart.warnings).toEqual([]);
    }
  });
});
