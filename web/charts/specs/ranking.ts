import type { TopLevelSpec } from 'vega-lite';
import { rowsAround } from './heights.ts';
import {
  chartConfig,
  type Palette,
  type Room,
  reading,
  specOf,
  valueDomain,
  valueLabels,
} from './palette.ts';
import { colourIn, type Ranking, valuesOf } from './ranked.ts';
import { rowNames } from './rowNames.ts';
import { laidRows, type Row } from './rows.ts';

/**
 * A row per place, with its dot, interval and value, and a line for the benchmark. Names are beside their rows, or
 * above them if one has no room.
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
  return specOf({
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
      ...benchmarkLayers(benchmark, { rows, x, y, domain, width, palette }),
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
      ...rowNames(values, y),
      {
        mark: { type: 'text', align: 'left', fontSize: 14, clip: false, fontWeight: 600 },
        encoding: { y, x: { value: width + 10 }, text: { field: 'text' } },
      },
    ],
  });
}

/** The usual maximum width of letters of names above rows, in pixels. */
const letter = 7;

/** Where a vertical line starts in a row: below its name, if the name would be on the line. */
function startIn({ top, lettering }: Row, at: number): number {
  const { align, lines, lineHeight, x, y } = lettering;
  const end = x + Math.max(...lines.map(({ length }) => length)) * letter;
  return align === 'left' && end > at - 3 ? y + (lines.length - 0.5) * lineHeight : top;
}

interface Drawn {
  rows: readonly Row[];
  x: object;
  y: object;
  domain: [number, number];
  width: number;
  palette: Palette;
}

function benchmarkLayers(
  benchmark: Ranking['benchmark'],
  { rows, x, y, domain: [low, high], width, palette }: Drawn,
): object[] {
  if (!benchmark) return [];
  const at = { ...x, field: undefined, datum: benchmark.value };
  const share = (benchmark.value - low) / (high - low);
  const label = `${benchmark.name} ${benchmark.text}`;
  const half = (label.length * 7) / 2;
  return [
    {
      data: {
        values: rows.map((row) => ({ from: startIn(row, share * width), to: row.bottom })),
      },
      mark: { type: 'rule', color: palette.quiet, strokeWidth: 1.5 },
      encoding: { x: at, y: { ...y, field: 'from' }, y2: { field: 'to' } },
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
