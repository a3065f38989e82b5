import type { TopLevelSpec } from 'vega-lite';
import { chartConfig, type Palette, type Room, reading } from './palette.ts';

/** A tile, in pixels from the upper left corner of the chart. */
export interface DrawnTile {
  left: number;
  top: number;
  width: number;
  height: number;
  /** Its name, where there is room for one; else a code or nothing. */
  name: string;
  text: string;
  /** Which of the five steps of colour; null where there is no figure. */
  step: number | null;
  here: boolean;
  reading: string;
}

interface Tiled {
  tiles: readonly DrawnTile[];
  /** Names of groups of tiles, in pixels. */
  names: readonly { name: string; top: number }[];
  /** The values at which one step of colour ends and the next begins, as text, from the lowest to the highest. */
  key: readonly string[];
}

const keyHeight = 12;

/** Marks that are placed by the pixel: what positions a field or a number on the whole chart. */
const pixels = (width: number, height: number) => ({
  x: { type: 'quantitative', scale: { domain: [0, width], nice: false, zero: false }, axis: null },
  y: {
    type: 'quantitative',
    scale: { domain: [0, height], reverse: true, nice: false, zero: false },
    axis: null,
  },
});

/** Tiles of one size, darker where the figure is higher, below the key of their colours. */
export function tilesSpec(
  { tiles, names, key }: Tiled,
  { width, height, palette }: Room,
): TopLevelSpec {
  const { x, y } = pixels(width, height);
  const named = tiles.some(({ name }) => name);
  const gap = named ? 3 : 1;
  const colourOf = (step: number | null) => (step === null ? palette.page : palette.steps[step]);
  const inkOf = (step: number | null) => (step === null ? palette.quiet : palette.stepInks[step]);
  const rows = tiles.map((tile) => ({
    ...tile,
    left: tile.left + gap,
    right: tile.left + tile.width - gap,
    upper: tile.top + gap,
    lower: tile.top + tile.height - gap,
    middle: tile.left + tile.width / 2,
    nameAt: tile.top + tile.height / 2 - 10,
    textAt: tile.top + tile.height / 2 + (named ? 11 : 0.5),
    fill: colourOf(tile.step),
    ink: inkOf(tile.step),
    line: tile.here ? palette.ink : tile.step === null ? palette.rule : colourOf(tile.step),
  }));
  const literal = (field: string) => ({ field, type: 'nominal', scale: null });
  const size = rows[0] ? rows[0].right - rows[0].left : 0;
  return {
    width,
    height,
    padding: 0,
    autosize: 'none',
    config: chartConfig(palette),
    layer: [
      ...keyLayers(key, { x, y }, width, palette),
      {
        data: { values: names.map((one) => ({ ...one, left: 2 })) },
        mark: { type: 'text', align: 'left', baseline: 'bottom', fontWeight: 600, fontSize: 14 },
        encoding: {
          x: { ...x, field: 'left' },
          y: { ...y, field: 'top' },
          text: { field: 'name' },
        },
      },
      {
        data: { values: rows },
        mark: { type: 'rect', aria: true, cornerRadius: 2, strokeWidth: 1 },
        encoding: {
          x: { ...x, field: 'left' },
          x2: { field: 'right' },
          y: { ...y, field: 'upper' },
          y2: { field: 'lower' },
          fill: literal('fill'),
          stroke: literal('line'),
          ...reading,
        },
      },
      {
        data: { values: rows.filter(({ here }) => here) },
        mark: { type: 'rect', fill: null, stroke: palette.ink, strokeWidth: 3 },
        encoding: {
          x: { ...x, field: 'left' },
          x2: { field: 'right' },
          y: { ...y, field: 'upper' },
          y2: { field: 'lower' },
        },
      },
      ...(named
        ? [
            {
              data: { values: rows },
              mark: { type: 'text', fontSize: 13, limit: size - 10 },
              encoding: {
                x: { ...x, field: 'middle' },
                y: { ...y, field: 'nameAt' },
                text: { field: 'name' },
                color: literal('ink'),
              },
            },
          ]
        : []),
      {
        data: { values: rows },
        mark: {
          type: 'text',
          fontSize: named ? 15 : size < 26 ? 10 : size < 44 ? 12 : 13,
          fontWeight: named ? 600 : 400,
        },
        encoding: {
          x: { ...x, field: 'middle' },
          y: { ...y, field: 'textAt' },
          text: { field: 'text' },
          color: literal('ink'),
        },
      },
    ],
  } as unknown as TopLevelSpec;
}

/** The five colours in a row, with the values where they meet. */
function keyLayers(
  key: readonly string[],
  { x, y }: { x: object; y: object },
  width: number,
  palette: Palette,
): object[] {
  if (!key.length) return [];
  const swatch = Math.min(64, (width - 40) / palette.steps.length);
  const left = 18;
  const swatches = palette.steps.map((fill, i) => ({
    fill,
    left: left + i * swatch,
    right: left + (i + 1) * swatch,
    upper: 2,
    lower: 2 + keyHeight,
  }));
  const texts = key.map((text, i) => ({ text, at: left + i * swatch, top: keyHeight + 13 }));
  return [
    {
      data: { values: swatches },
      mark: { type: 'rect', stroke: palette.page, strokeWidth: 1 },
      encoding: {
        x: { ...x, field: 'left' },
        x2: { field: 'right' },
        y: { ...y, field: 'upper' },
        y2: { field: 'lower' },
        fill: { field: 'fill', type: 'nominal', scale: null },
      },
    },
    {
      data: { values: texts },
      mark: { type: 'text', fontSize: 13, color: palette.quiet },
      encoding: { x: { ...x, field: 'at' }, y: { ...y, field: 'top' }, text: { field: 'text' } },
    },
  ];
}
