import type { TopLevelSpec } from 'vega-lite';
import { type CrowdPoint, crowd, crowded, type Look } from './crowd.ts';
import { benchmarkBox, benchmarkLine, benchmarkName, levelLine } from './curve/benchmark.ts';
import { freeNames } from './freeNames.ts';
import { type Laid, nameLayers } from './nameLayers.ts';
import { chartConfig, type Room, reading, specOf, valueDomain, valueLabels } from './palette.ts';
import { colourIn, type RankedPlace, type Ranking, valuesOf } from './ranked.ts';
import { mostVaried } from './room.ts';
import type { Position } from './shapes.ts';

/** Half the ring around a place looked at, in pixels. */
const ring = 8;

/** Too many places for a row each, as a curve from highest to lowest, naming the ends and the places looked at. */
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
      title: `${many}, from highest to lowest`,
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
  const named = ranked.filter(({ place, rank }) => place.here || isEnd(places, rank - 1)).map(row);
  const lookOf = looks(size / 2);
  const plotHeight = height - padding.top - padding.bottom;
  const plot = { width: plotWidth, height: plotHeight };
  const fromTop = (value: number) =>
    plotHeight * (1 - (value - domain[0]) / (domain[1] - domain[0]));
  const positionOf = ({ rank, value }: { rank: number; value: number }) => ({
    x: ((rank - 0.5) / places.length) * plotWidth,
    y: fromTop(value),
  });
  const together = (isMany ? inOrder : []).map(({ place, rank }): CrowdPoint => {
    const { x, y } = positionOf({ rank, value: place.value });
    return { x, y, look: lookOf(colour(place)), reading: place.reading, code: place.code };
  });
  const points = ranked.map(({ place: { value }, rank }): Position => {
    const { x, y } = positionOf({ rank, value });
    return [x, y];
  });
  const level = benchmark ? fromTop(benchmark.value) : 0;
  const box = benchmark && benchmarkBox(benchmark, { ...plot, points, level });
  const names = freeNames(
    named.map((one) => ({
      ...positionOf(one),
      radius: one.here ? ring : size / 2,
      name: `${one.text} ${one.name}`,
      sought: true,
    })),
    {
      ...plot,
      points,
      lines: benchmark ? levelLine(level, plotWidth) : [],
      taken: box ? [box] : [],
    },
  );
  const laid: Laid = {
    x,
    y,
    of: ([across, down]) => [
      (across / plotWidth) * places.length + 0.5,
      domain[0] + (1 - down / plotHeight) * (domain[1] - domain[0]),
    ],
  };
  return specOf({
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
      ...benchmarkLine(benchmark, y, palette),
      ...(named.some(({ here }) => here)
        ? [
            {
              data: { values: named.filter(({ here }) => here) },
              mark: {
                type: 'point',
                size: 150,
                strokeWidth: 2.5,
                color: palette.place,
                opacity: 1,
              },
              encoding: { x, y },
            },
          ]
        : []),
      ...nameLayers(names, laid, palette),
      ...(benchmark && box ? benchmarkName(benchmark, box, laid, palette) : []),
    ],
  });
}

/** Whether the place at an index is the only first or the only last: among equals none is named. */
const isEnd = (places: readonly RankedPlace[], i: number): boolean =>
  (i === 0 && places[1]?.value !== places[0]!.value) ||
  (i === places.length - 1 && places[i - 1]?.value !== places[i]!.value);

/** Dot looks by colour, with the same object for the same colour. */
function looks(radius: number): (colour: string) => Look {
  const made = new Map<string, Look>();
  return (fill) => {
    const look = made.get(fill) ?? { radius, shape: 'circle', fill, stroke: 'none' };
    made.set(fill, look);
    return look;
  };
}
