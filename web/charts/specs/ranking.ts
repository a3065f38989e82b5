import type { TopLevelSpec } from 'vega-lite';
import { type CrowdPoint, crowd, crowded, type Look, type Reading } from './crowd.ts';
import { curveLabels, labelLine } from './curveLabels.ts';
import { inLines } from './lettering.ts';
import {
  chartConfig,
  haloed,
  type Palette,
  type Room,
  reading,
  valueDomain,
  valueLabels,
} from './palette.ts';
import { mostVaried, wideFrom } from './room.ts';

/** A place in a ranking, with its natural variation where it has one. */
export interface RankedPlace {
  name: string;
  value: number;
  text: string;
  lower: number | null;
  upper: number | null;
  /** Whether it is the one looked at. */
  here: boolean;
  /** Everything that reading it gives. */
  reading: Reading;
}

interface Ranking {
  /** The highest first. */
  places: readonly RankedPlace[];
  benchmark: { name: string; value: number; text: string } | null;
  unit: '%' | '';
  /** What the places are, for their axis. */
  many: string;
}

const ends = (places: readonly RankedPlace[], benchmark: Ranking['benchmark']): number[] => [
  ...places.flatMap(({ value, lower, upper }) => [value, lower ?? value, upper ?? value]),
  ...(benchmark ? [benchmark.value] : []),
];

/** Letters of 14 px take about so many pixels each. */
const letter = 7;

/** Height of each line of a name in two, in pixels. */
const nameLine = 12;

const roleOf = (places: readonly RankedPlace[], palette: Palette) => {
  const chosen = places.some(({ here }) => here);
  return ({ here }: RankedPlace) => (here || !chosen ? palette.place : palette.rest);
};

/** A row for each place, with its dot, its natural variation and its value, and a line for the benchmark. */
export function rankingSpec({ places, benchmark, unit }: Ranking, room: Room): TopLevelSpec {
  const { width, height, palette } = room;
  const longest = Math.max(0, ...places.map(({ name }) => name.length));
  const nameRoom = Math.min(longest * letter + 16, width * (width >= wideFrom ? 0.38 : 0.44));
  const valueRoom = 58;
  const padding = { left: nameRoom, right: valueRoom, top: 26, bottom: 34 };
  const plotWidth = Math.max(60, width - padding.left - padding.right);
  const domain = valueDomain(ends(places, benchmark));
  const colour = roleOf(places, palette);
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

/** The plot of a curve in pixels, and where its points and its benchmark are above its foot. */
interface CurveRoom {
  heights: readonly number[];
  width: number;
  height: number;
  benchmark: number | null;
  domain: [number, number];
  palette: Palette;
}

/** Places too many for a row each, from the highest to the lowest as one curve, with the ends and those looked at named. */
export function curveSpec({ places, benchmark, unit, many }: Ranking, room: Room): TopLevelSpec {
  const { width, height, palette } = room;
  const padding = { left: 50, right: 14, top: 24, bottom: 46 };
  const plotWidth = width - padding.left - padding.right;
  const domain = valueDomain(ends(places, benchmark));
  const colour = roleOf(places, palette);
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
      ...namedLayers(
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

function namedLayers(
  named: readonly { index: number; text: string }[],
  position: { x: object; y: object },
  { heights, width, height, benchmark, domain, palette }: CurveRoom,
): object[] {
  const [low, high] = domain;
  const valueAt = (pixels: number) => low + (pixels / height) * (high - low);
  const rows = curveLabels(named, { heights, width, benchmark }).map((label) => ({
    ...label,
    rank: (label.x / width) * heights.length + 0.5,
    own: label.index + 1,
    // Where the foot of the first line is, and where a line down to the point begins and ends.
    at: valueAt(label.foot + (label.lines.length - 1) * labelLine),
    from: valueAt(label.foot - 1),
    to: valueAt(heights[label.index]! + 5),
  }));
  const { x, y } = position;
  return [
    {
      data: { values: rows.filter(({ led }) => led) },
      mark: { type: 'rule', color: palette.quiet, strokeWidth: 1 },
      encoding: { x: { ...x, field: 'own' }, y: { ...y, field: 'from' }, y2: { field: 'to' } },
    },
    ...(['left', 'right'] as const).flatMap((align) =>
      haloed(
        {
          data: { values: rows.filter((row) => row.align === align) },
          mark: {
            type: 'text',
            align,
            baseline: 'bottom',
            lineHeight: labelLine,
            fontSize: 13,
            limit: width * 0.6,
          },
          encoding: { x, y: { ...y, field: 'at' }, text: { field: 'lines' } },
        },
        palette,
      ),
    ),
  ];
}
