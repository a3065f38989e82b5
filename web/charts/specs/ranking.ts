import type { TopLevelSpec } from 'vega-lite';
import { rowsAround } from './heights.ts';
import {
  chartConfig,
  haloed,
  type Palette,
  type Room,
  reading,
  valueDomain,
  valueLabels,
} from './palette.ts';
import { colourIn, type RankedPlace, type Ranking, valuesOf } from './ranked.ts';
import { laidRows, type Row, sizes } from './rows.ts';

/**
 * A row for each place, with its dot, its natural variation and its value, and a line for the benchmark. Names stand
 * beside their rows, or above them where there is no room for one.
 */
export function rankingSpec({ places, benchmark, unit }: Ranking, room: Room): TopLevelSpec {
  const { palette } = room;
  const { left, rows } = laidRows(
    places.map(({ name }) => name),
    room,
  );
  const padding = { ...rowsAround, left };
  const width = Math.max(60, room.width - padding.left - padding.right);
  const height = room.height - padding.top - padding.bottom;
  const domain = valueDomain(valuesOf(places, benchmark));
  const colour = colourIn(places, palette);
  const x = {
    field: 'value',
    type: 'quantitative',
    scale: { domain, nice: false },
    axis: {
      title: null,
      grid: false,
      tickCount: Math.max(2, Math.round(width / 110)),
      labelExpr: valueLabels(unit),
    },
  };
  const y = {
    field: 'middle',
    type: 'quantitative',
    scale: { domain: [0, height], reverse: true, nice: false, zero: false },
    axis: null,
  };
  const values = places.map((place, i) => ({
    ...place,
    ...rows[i]!,
    ...rows[i]!.lettering,
    colour: colour(place),
    reading: place.reading(),
  }));
  return {
    width,
    height,
    padding,
    autosize: 'none',
    config: chartConfig(palette),
    data: { values },
    layer: [
      {
        mark: { type: 'rect', aria: true, opacity: 0 },
        encoding: {
          y: { ...y, field: 'top' },
          y2: { field: 'bottom' },
          ...reading,
        },
      },
      {
        mark: { type: 'rule', color: palette.rule, strokeWidth: 1 },
        encoding: { y, x: { value: 0 }, x2: { value: width } },
      },
      ...benchmarkLayers(benchmark, x, palette, domain, width),
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
      ...nameLayers(values, y, palette),
      {
        mark: { type: 'text', align: 'left', fontSize: 14, clip: false, fontWeight: 600 },
        encoding: { y, x: { value: width + 10 }, text: { field: 'text' } },
      },
    ],
  } as unknown as TopLevelSpec;
}

/** Names of rows, those of places looked at bold; over the line of the benchmark where they stand above their rows. */
function nameLayers(
  values: readonly (Pick<RankedPlace, 'here'> & Row['lettering'])[],
  y: object,
  palette: Palette,
): object[] {
  const kinds = [true, false].flatMap((here) => sizes.map((size) => ({ here, size })));
  return kinds.flatMap((kind) => {
    const alike = values.filter(({ here, size }) => here === kind.here && size === kind.size);
    if (!alike.length) return [];
    const { here, size, lineHeight, align, x } = alike[0]!;
    return haloed(
      {
        data: { values: alike },
        mark: {
          type: 'text',
          align,
          baseline: 'middle',
          lineHeight,
          fontSize: size,
          fontWeight: here ? 700 : 400,
          clip: false,
        },
        encoding: { y: { ...y, field: 'y' }, x: { value: x }, text: { field: 'lines' } },
      },
      palette,
    );
  });
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
