import type { TopLevelSpec } from 'vega-lite';
import { chartConfig, type Room, reading, specOf } from './palette.ts';
import { type KeyStep, literal, pixels, stepFill, stepInk, stepKey } from './stepKey.ts';

/** A tile, in pixels from the upper left corner of the chart. */
export interface DrawnTile {
  left: number;
  top: number;
  width: number;
  height: number;
  /** Its name in up to three lines if there is room; otherwise empty. */
  name: readonly string[];
  text: string;
  /** Which of the five colour steps; null without a figure. */
  step: number | null;
  here: boolean;
  reading: string;
  code?: string;
}

interface Tiled {
  tiles: readonly DrawnTile[];
  /** Names of groups of tiles, in pixels. */
  names: readonly { name: string; top: number }[];
  /** The colour classes, lowest first. */
  key: readonly KeyStep[];
}

/**
 * The distance of a name's first line above the middle of its tile, and of its figure below, by the number of lines.
 */
const linesAbove = [0, 10, 18, 19];
const textBelow = [0.5, 11, 18, 22];

/** The usual width of letters of 13 px, with a margin for the longest line, in pixels. */
const letter = 7.2;

/** The smallest text that is readable in a tile, and the usual width of its figures, in pixels. */
const smallest = 11;
const digit = 5.6;

/** Tiles of equal size, darker for higher figures, below the key of their colours. */
export function tilesSpec(
  { tiles, names, key }: Tiled,
  { width, height, palette }: Room,
): TopLevelSpec {
  const { x, y } = pixels(width, height);
  const named = tiles.some(({ name }) => name.length);
  const gap = named ? 3 : 1;
  const rows = tiles.map((tile) => ({
    ...tile,
    left: tile.left + gap,
    right: tile.left + tile.width - gap,
    upper: tile.top + gap,
    lower: tile.top + tile.height - gap,
    middle: tile.left + tile.width / 2,
    nameAt: tile.top + tile.height / 2 - (linesAbove[tile.name.length] ?? 0),
    textAt: tile.top + tile.height / 2 + (textBelow[tile.name.length] ?? 0.5),
    nameSize:
      tile.name.length > 2 ||
      Math.max(...tile.name.map((line) => line.length)) * letter > tile.width
        ? 12
        : 13,
    fill: stepFill(tile.step, palette),
    ink: stepInk(tile.step, palette),
    line: tile.here
      ? palette.ink
      : tile.step === null
        ? palette.rule
        : stepFill(tile.step, palette),
  }));
  const size = rows[0] ? rows[0].right - rows[0].left : 0;
  // Too small for readable figures, tiles have only their colours: pointing at one tells its figure, and so does the table.
  const longest = Math.max(0, ...rows.map(({ text }) => text.length));
  const written = named || longest * digit <= size ? rows : [];
  return specOf({
    width,
    height,
    padding: 0,
    autosize: 'none',
    config: chartConfig(palette),
    layer: [
      ...stepKey(key, { x, y }, width, palette),
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
        ? [15, 12].map((lineHeight) => ({
            data: { values: rows.filter(({ name }) => name.length > 2 === lineHeight < 15) },
            mark: { type: 'text', lineHeight, limit: size - 6 },
            encoding: {
              x: { ...x, field: 'middle' },
              y: { ...y, field: 'nameAt' },
              text: { field: 'name' },
              size: { ...literal('nameSize'), type: 'quantitative' },
              color: literal('ink'),
            },
          }))
        : []),
      {
        data: { values: written },
        mark: {
          type: 'text',
          fontSize: named ? 15 : size < 26 ? smallest : size < 44 ? 12 : 13,
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
  });
}
