import type { TopLevelSpec } from 'vega-lite';
import { inLines } from './lettering.ts';
import {
  chartConfig,
  type Palette,
  type Room,
  reading,
  valueDomain,
  valueLabels,
} from './palette.ts';
import { colourIn, type Ranking, valuesOf } from './ranked.ts';
import { wideFrom } from './room.ts';

/** Letters of 14 px take about so many pixels each. */
const letter = 7;

/** Height of each line of a name in two, in pixels. */
const nameLine = 12;

/** A row for each place, with its dot, its natural variation and its value, and a line for the benchmark. */
export function rankingSpec({ places, benchmark, unit }: Ranking, room: Room): TopLevelSpec {
  const { width, height, palette } = room;
  const longest = Math.max(0, ...places.map(({ name }) => name.length));
  const nameRoom = Math.min(longest * letter + 16, width * (width >= wideFrom ? 0.38 : 0.44));
  const valueRoom = 58;
  const padding = { left: nameRoom, right: valueRoom, top: 26, bottom: 34 };
  const plotWidth = Math.max(60, width - padding.left - padding.right);
  const domain = valueDomain(valuesOf(places, benchmark));
  const colour = colourIn(places, palette);
  const x = {
    field: 'value',
    type: 'quantitative',
    scale: { domain, nice: false },
    axis: {
      title: null,
      grid: false,
      tickCount: Math.max(2, Math.round(plotWidth / 110)),
      labelExpr: valueLabels(unit),
    },
  };
  const y = {
    field: 'row',
    type: 'quantitative',
    scale: { domain: [0, places.length], reverse: true, nice: false, zero: false },
    axis: null,
  };
  const limitRoom = nameRoom - 10;
  const rowHeight = (height - padding.top - padding.bottom) / places.length;
  return {
    width: plotWidth,
    height: height - padding.top - padding.bottom,
    padding,
    autosize: 'none',
    config: chartConfig(palette),
    data: {
      values: places.map((place, i) => ({
        ...place,
        ...lettered(place.name, limitRoom, i, rowHeight),
        row: i + 0.5,
        from: i,
        to: i + 1,
        colour: colour(place),
        weight: place.here ? 700 : 400,
        reading: place.reading(),
      })),
    },
    layer: [
      {
        mark: { type: 'rect', aria: true, opacity: 0 },
        encoding: {
          y: { ...y, field: 'from' },
          y2: { field: 'to' },
          ...reading,
        },
      },
      {
        mark: { type: 'rule', color: palette.rule, strokeWidth: 1 },
        encoding: { y, x: { value: 0 }, x2: { value: plotWidth } },
      },
      ...benchmarkLayers(benchmark, x, palette, domain, plotWidth),
      {
        mark: { type: 'rule', strokeWidth: 2 },
        encoding: {
          y,
          x: { ...x, field: 'lower' },
          x2: { field: 'upper' },
          color: { field: 'colour', type: 'nominal', scale: null },
        },
      },
      {
        mark: { type: 'circle', size: 95, opacity: 1 },
        encoding: { y, x, color: { field: 'colour', type: 'nominal', scale: null } },
      },
      {
        mark: {
          type: 'text',
          align: 'right',
          baseline: 'middle',
          lineHeight: nameLine,
          limit: limitRoom,
          clip: false,
        },
        encoding: {
          y: { ...y, field: 'nameRow' },
          x: { value: -10 },
          text: { field: 'lines' },
          size: { field: 'size', type: 'quantitative', scale: null },
        },
      },
      {
        mark: { type: 'text', align: 'left', fontSize: 14, clip: false, fontWeight: 600 },
        encoding: { y, x: { value: plotWidth + 10 }, text: { field: 'text' } },
      },
    ],
  } as unknown as TopLevelSpec;
}

/** A name in the room beside its row: in two lines of smaller type where one line has none. */
function lettered(name: string, width: number, i: number, rowHeight: number) {
  const lines = inLines(name, { width, letter });
  const more = lines.length - 1;
  const nameRow = i + 0.5 - (more * nameLine) / 2 / rowHeight;
  return { lines, size: more ? 12 : 14, nameRow };
}

function benchmarkLayers(
  benchmark: Ranking['benchmark'],
  x: object,
  palette: Palette,
  [low, high]: [number, number],
  width: number,
): object[] {
  if (!benchmark) return [];
  const at = { ...x, field: undefined, datum: benchmark.value };
  const share = (benchmark.value - low) / (high - low);
  const label = `${benchmark.name} ${benchmark.text}`;
  const half = (label.length * 7) / 2;
  return [
    {
      data: { values: [{}] },
      mark: { type: 'rule', color: palette.quiet, strokeWidth: 1.5 },
      encoding: { x: at },
    },
    {
      data: { values: [{}] },
      mark: {
        type: 'text',
        baseline: 'bottom',
        dy: -6,
        fontSize: 13,
        color: palette.quiet,
        clip: false,
        align: share * width > width - half ? 'right' : share * width < half ? 'left' : 'center',
      },
      encoding: { x: at, y: { value: 0 }, text: { value: label } },
    },
  ];
}
