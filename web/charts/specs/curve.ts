import type { TopLevelSpec } from 'vega-lite';
import { type CrowdPoint, crowd, crowded, type Look } from './crowd.ts';
import { curveNames } from './curveNames.ts';
import {
  chartConfig,
  type Palette,
  type Room,
  reading,
  valueDomain,
  valueLabels,
} from './palette.ts';
import { colourIn, type RankedPlace, type Ranking, valuesOf } from './ranked.ts';
import { mostVaried } from './room.ts';

/** Places too many for a row each, from the highest to the lowest as one curve, with the ends and those looked at named. */
export function curveSpec({ places, benchmark, unit, many }: Ranking, room: Room): TopLevelSpec {
  const { width, height, palette } = room;
  const padding = { left: 50, right: 14, top: 24, bottom: 46 };
  const plotWidth = width - padding.left - padding.right;
  const domain = valueDomain(valuesOf(places, benchmark));
  const colour = colourIn(places, palette);
  const step = plotWidth / places.length;
  const size = Math.max(2.4, Math.min(7, step * 1.2));
  const x = {
    field: 'rank',
    type: 'quantitative',
    scale: { domain: [0.5, places.length + 0.5], nice: false, zero: false },
    axis: {
      title: `${many}, from the highest to the lowest`,
      titlePadding: 14,
      values: [],
      grid: false,
    },
  };
  const y = {
    field: 'value',
    type: 'quantitative',
    scale: { domain, nice: false, zero: false },
    axis: { title: null, tickCount: 5, grid: true, labelExpr: valueLabels(unit) },
  };
  const isMany = places.length > crowded;
  const ranked = places.map((place, i) => ({ place, rank: i + 1 }));
  const inOrder = [
    ...ranked.filter(({ place }) => !place.here),
    ...ranked.filter(({ place }) => place.here),
  ];
  const row = ({ place, rank }: { place: RankedPlace; rank: number }) => ({
    ...place,
    rank,
    colour: colour(place),
    reading: isMany ? undefined : place.reading(),
  });
  const named = ranked
    .filter(({ place, rank }) => place.here || rank === 1 || rank === places.length)
    .map(row);
  const lookOf = looks(size / 2);
  const plotHeight = height - padding.top - padding.bottom;
  const heightOf = (value: number) => ((value - domain[0]) / (domain[1] - domain[0])) * plotHeight;
  const together = (isMany ? inOrder : []).map(
    ({ place, rank }): CrowdPoint => ({
      x: ((rank - 0.5) / places.length) * plotWidth,
      y: plotHeight - heightOf(place.value),
      look: lookOf(colour(place)),
      reading: place.reading,
    }),
  );
  return {
    width: plotWidth,
    height: plotHeight,
    padding,
    autosize: 'none',
    config: chartConfig(palette),
    usermeta: { readings: together },
    data: { values: isMany ? [] : inOrder.map(row) },
    layer: [
      ...(places.length <= mostVaried
        ? [
            {
              mark: {
                type: 'rule',
                strokeWidth: Math.min(2, Math.max(0.6, step * 0.4)),
                opacity: 0.6,
              },
              encoding: {
                x,
                y: { ...y, field: 'lower' },
                y2: { field: 'upper' },
                color: { field: 'colour', type: 'nominal', scale: null },
              },
            },
          ]
        : []),
      ...(isMany
        ? crowd(together, { opacity: 1 })
        : [
            {
              mark: { type: 'circle', aria: true, size: size ** 2, opacity: 1 },
              encoding: {
                x,
                y,
                color: { field: 'colour', type: 'nominal', scale: null },
                ...reading,
              },
            },
          ]),
      ...curveBenchmark(benchmark, y, palette),
      {
        data: { values: named.filter(({ here }) => here) },
        mark: { type: 'point', size: 150, strokeWidth: 2.5, color: palette.place, opacity: 1 },
        encoding: { x, y },
      },
      ...curveNames(
        named.map(({ rank, text, name }) => ({ index: rank - 1, text: `${text} ${name}` })),
        { x, y },
        {
          heights: places.map(({ value }) => heightOf(value)),
          width: plotWidth,
          height: plotHeight,
          benchmark: benchmark && heightOf(benchmark.value),
          domain,
          palette,
        },
      ),
    ],
  } as unknown as TopLevelSpec;
}

/** The look of dots of a colour, the same object each time. */
function looks(radius: number): (colour: string) => Look {
  const made = new Map<string, Look>();
  return (fill) => {
    const look = made.get(fill) ?? { radius, shape: 'circle', fill, stroke: 'none' };
    made.set(fill, look);
    return look;
  };
}

function curveBenchmark(benchmark: Ranking['benchmark'], y: object, palette: Palette): object[] {
  if (!benchmark) return [];
  const at = { ...y, field: undefined, datum: benchmark.value };
  return [
    {
      data: { values: [{}] },
      mark: { type: 'rule', color: palette.quiet, strokeWidth: 1.5, strokeDash: [6, 3] },
      encoding: { y: at },
    },
    {
      data: { values: [{}] },
      mark: {
        type: 'text',
        align: 'right',
        baseline: 'bottom',
        dx: -6,
        dy: -4,
        fontSize: 13,
        color: palette.quiet,
      },
      encoding: {
        y: at,
        x: { value: 'width' },
        text: { value: `${benchmark.name} ${benchmark.text}` },
      },
    },
  ];
}
