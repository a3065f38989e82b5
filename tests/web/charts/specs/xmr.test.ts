import { describe, expect, it } from 'vitest';
import { xmrSpec } from '../../../../web/charts/specs/xmr.ts';
import { drawn, palette } from './drawn.ts';

const values = [1, 1.2, 1.4, 2, 3, 5, 8, 12];
const points = values.map((value, i) => ({
  period: `2014-0${i + 1}`,
  value,
  segment: 1,
  mean: 4,
  lower: 1.5,
  upper: 6.5,
  word: value > 6.5 ? 'above the upper limit' : value < 1.5 ? 'below the lower limit' : '',
  up: value > 4,
  reading: `${value}`,
}));
const ends = { mean: '4.0%', lower: '1.5%', upper: '6.5%' };
const linesOf = (spec: object): string[] =>
  [...JSON.stringify(spec).matchAll(/"lines":(\[[^\]]*\])/g)].map(([, lines]) =>
    (JSON.parse(lines!) as string[]).join(' '),
  );

describe('what is usual from month to month', () => {
  it.each([288, 358, 1104])('labels each run of signals in %i pixels', async (width) => {
    const spec = xmrSpec({ points, unit: '%', ends }, { width, height: 300, palette });
    const words = new Set(linesOf(spec));
    expect(words).toEqual(new Set(['below the lower limit', 'above the upper limit']));
    const chart = await drawn(spec);
    expect(chart.width).toBeLessThanOrEqual(width);
    expect(chart.warnings).toEqual([]);
  });

  it('names mean and limits in two lines if there is little room', () => {
    const textOf = (width: number) =>
      JSON.stringify(xmrSpec({ points, unit: '%', ends }, { width, height: 300, palette }));
    expect(textOf(288)).toContain('["usually","to 6.5%"]');
    expect(textOf(1104)).toContain('["usually to 6.5%"]');
  });
});
