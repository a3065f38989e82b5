import { describe, expect, it } from 'vitest';
import { funnelSpec } from '../../../../web/charts/specs/funnel.ts';
import { drawn, marksOf, palette } from './drawn.ts';

const dots = Array.from({ length: 40 }, (_, i) => ({
  ...{ name: `Place ${i}`, value: 4 + (i % 9), denominator: 1000 + 400 * i },
  ...{ position: 'inside' as const, here: i === 12, reading: () => `place ${i}` },
}));

describe('a funnel', () => {
  it('has the name of the place looked at beside its dot', async () => {
    const spec = funnelSpec(
      {
        ...{ dots, mean: '8%', counted: 'Patients' },
        model: { adjusted: true, target: 0.08, phi: 2, tau2: 0.001, units: 40 },
      },
      { width: 900, height: 440, palette },
    );
    const chart = await drawn(spec);
    expect(chart.warnings).toEqual([]);
    const name = marksOf(chart, 'text').find(({ datum }) =>
      JSON.stringify(datum.lines ?? datum.text ?? '').includes('Place 12'),
    )!;
    const dot = marksOf(chart, 'symbol').find(({ datum }) => datum.reading === 'place 12')!;
    expect(Math.abs(name.x - dot.x)).toBeLessThan(150);
    expect(Math.abs(name.y - dot.y)).toBeLessThan(40);
  });
});
