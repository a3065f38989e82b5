import { describe, expect, it } from 'vitest';
import { type CrowdPoint, crowd, type Look } from '../../../../web/charts/specs/crowd.ts';
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

describe('a mark of a crowd', () => {
  const markOf = (shape: Look['shape'], stroke: string, count = 1) => {
    const look = { radius: 4, shape, fill: 'blue', stroke };
    const points = Array.from({ length: count }, (_, i) => ({
      ...{ x: 10 + i, y: 20, look, reading: () => '' },
    }));
    const layers = crowd(points, { opacity: 0.6 }) as {
      data: { values: { geometry: { type: string; coordinates: unknown[] } }[] };
      mark: object;
    }[];
    expect(layers).toHaveLength(1);
    return { ...layers[0]!, geometry: layers[0]!.data.values[0]!.geometry };
  };

  it('is a line without length and with round ends for circles, as wide as they are', () => {
    const { geometry, mark } = markOf('circle', 'none');
    expect(geometry).toEqual({
      type: 'MultiLineString',
      coordinates: [
        [
          [10, 20],
          [10, 20],
        ],
      ],
    });
    expect(mark).toEqual({
      ...{ type: 'geoshape', filled: false, stroke: 'blue', strokeCap: 'round' },
      ...{ strokeWidth: 8, opacity: 0.6 },
    });
    expect(markOf('circle', 'white').mark).toMatchObject({ strokeWidth: 9.4 });
  });

  it.each([
    ['triangle-up', [10, 16.5], [6, 23.5], [14, 23.5], [10, 16.5]],
    ['triangle-down', [10, 23.5], [6, 16.5], [14, 16.5], [10, 23.5]],
    ['diamond', [10, 16], [14, 20], [10, 24], [6, 20], [10, 16]],
  ] as const)('is an outline around the point for a %s', (shape, ...corners) => {
    const { geometry, mark } = markOf(shape, 'white');
    expect(geometry).toEqual({ type: 'MultiPolygon', coordinates: [[corners]] });
    expect(mark).toEqual({
      ...{ type: 'geoshape', fill: 'blue', stroke: 'white', strokeWidth: 1.4, opacity: 0.6 },
    });
  });

  it('has at most 400 points, and its neighbours are in others', () => {
    const { data } = markOf('circle', 'none', 401);
    const ofMarks = data.values.map(({ geometry }) => geometry.coordinates as [[number]][]);
    expect(ofMarks.map(({ length }) => length)).toEqual([201, 200]);
    expect(ofMarks[1]!.slice(0, 2).map(([[x]]) => x)).toEqual([11, 13]);
  });
});
