import { describe, expect, it } from 'vitest';
import type { CrowdPoint } from '../../../../web/charts/specs/crowd.ts';
import { curveSpec } from '../../../../web/charts/specs/curve.ts';
import type { FunnelDot } from '../../../../web/charts/specs/funnel/dots.ts';
import { funnelSpec } from '../../../../web/charts/specs/funnel.ts';
import { drawn, palette } from './drawn.ts';

const room = { width: 900, height: 440, palette };
const positions = ['above_998', 'above_95', 'inside', 'below_95', 'below_998', null] as const;

const dots = Array.from(
  { length: 600 },
  (_, i): FunnelDot => ({
    name: `Practice ${i}`,
    value: (i * 37) % 60,
    denominator: 500 + ((i * 131) % 20_000),
    position: positions[i % positions.length]!,
    here: i === 7,
    reading: () => `reading ${i}`,
  }),
);
const funnelOf = (some: readonly FunnelDot[]) =>
  funnelSpec(
    {
      dots: some,
      model: { adjusted: true, target: 0.1, phi: 20, tau2: 0.01, units: 600 },
      mean: '10%',
      counted: 'Patients',
    },
    room,
  );
const curveOf = (count: number) =>
  curveSpec(
    {
      places: Array.from({ length: count }, (_, i) => ({
        name: `Practice ${i}`,
        value: 60 - (i / count) * 59,
        text: '',
        lower: null,
        upper: null,
        here: i === 3,
        reading: () => `reading ${i}`,
      })),
      benchmark: { name: 'England', value: 5, text: '5%' },
      unit: '%',
      many: 'practices',
    },
    room,
  );
const readingsOf = (spec: { usermeta?: object }) =>
  (spec.usermeta as { readings: CrowdPoint[] }).readings;

/** The centres of the points that are separate marks, by their names. */
async function marked(spec: Parameters<typeof drawn>[0]) {
  const { marks } = await drawn(spec);
  const items = marks.flatMap((mark) => mark.items) as unknown as Marked[];
  return new Map(
    items.flatMap((one) => (one.tooltip ? [[one.tooltip, [one.x, one.y]]] : [])) as [
      string,
      [number, number],
    ][],
  );
}

interface Marked {
  tooltip?: string;
  x: number;
  y: number;
}

describe('thousands of points', () => {
  it('of a funnel are where each would be if drawn singly', async () => {
    const alone = await marked(funnelOf(dots));
    expect(alone.size).toBe(600);
    const together = readingsOf(funnelOf([...dots, { ...dots[0]!, reading: () => 'again' }]));
    expect(together).toHaveLength(601);
    for (const point of together) {
      const [x, y] = alone.get(point.reading()) ?? alone.get('reading 0')!;
      expect(point.x).toBeCloseTo(x, 6);
      expect(point.y).toBeCloseTo(y, 6);
    }
  });

  it('of a curve are in order of rank, the first at the left', async () => {
    const alone = await marked(curveOf(600));
    const together = readingsOf(curveOf(601));
    expect(together).toHaveLength(601);
    const middles = together.map(({ x }) => x);
    expect(Math.min(...middles)).toBeCloseTo(Math.min(...[...alone.values()].map(([x]) => x)), 1);
    const byRank = [...together].sort((a, b) => a.x - b.x).map(({ reading }) => reading());
    expect(byRank).toEqual(together.map((_, i) => `reading ${i}`));
  });

  it('are drawn as a few marks, without warnings', async () => {
    const many = Array.from({ length: 7000 }, (_, i) => dots[i % dots.length]!);
    const { marks, warnings } = await drawn(funnelOf(many));
    const shapes = marks.filter(({ kind }) => kind === 'shape').flatMap(({ items }) => items);
    expect(shapes.length).toBeGreaterThan(5);
    expect(shapes.length).toBeLessThan(40);
    expect(warnings).toEqual([]);
  });
});
