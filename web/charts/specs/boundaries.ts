import type { TopLevelSpec } from 'vega-lite';
import { chartConfig, type Palette, type Room, reading, specOf } from './palette.ts';
import type { Position } from './shapes.ts';
import { type KeyStep, literal, pixels, stepFill, stepInk, stepKey } from './stepKey.ts';

/** An area's shape, in pixels from the upper left corner of the chart. */
export interface DrawnShape {
  polygons: Position[][][];
  /** Position of its text. */
  x: number;
  y: number;
  text: string;
  /** A line from the shape to its text beside the map; null if the text is inside. */
  beside: { from: number; to: number } | null;
  /** Which of the five colour steps; null without a figure. */
  step: number | null;
  here: boolean;
  reading: string;
  code?: string;
}

interface Bounded {
  shapes: readonly DrawnShape[];
  /** The colour classes, lowest first. */
  key: readonly KeyStep[];
  /** A part of the map repeated at a larger scale, if there is room. */
  inset: DrawnInset | null;
}

/** A part of a map drawn at a larger scale. Its shapes have their readings there, and only there. */
export interface DrawnInset {
  name: string;
  shapes: readonly DrawnShape[];
  left: number;
  top: number;
  width: number;
  height: number;
}

/** From the end of a line to the middle of its text, in pixels. */
const besideText = 23;

/** Shapes are in pixels already, so nothing is projected or fitted. */
const projection = { type: 'identity', scale: 1, translate: [0, 0] };

/** Areas in their shapes, darker for higher figures, below the key of their colours. */
export function boundariesSpec(
  { shapes, key, inset }: Bounded,
  { width, height, palette }: Room,
): TopLevelSpec {
  const { x, y } = pixels(width, height);
  const featureOf = ({ polygons, step, here, reading, code }: DrawnShape) => ({
    type: 'Feature',
    geometry: { type: 'MultiPolygon', coordinates: polygons },
    fill: stepFill(step, palette),
    // Visible both between dark areas and between a light one and the page.
    line: (step ?? 0) >= 3 ? palette.page : palette.rest,
    here,
    reading,
    code,
  });
  const larger = (inset?.shapes ?? []).map(featureOf);
  const again = new Set(inset?.shapes.map(({ reading }) => reading));
  const smaller = shapes.filter(({ reading }) => again.has(reading)).map(featureOf);
  const features = [
    ...shapes.filter(({ reading }) => !again.has(reading)).map(featureOf),
    ...larger,
  ];
  const within = shapes.filter(({ text, beside }) => text && !beside);
  const beside = shapes.flatMap(({ y, text, beside }) => {
    if (!text || !beside) return [];
    const { from, to } = beside;
    return [{ y, text, from, to, middle: to + Math.sign(to - from) * besideText }];
  });
  return specOf({
    width,
    height,
    padding: 0,
    autosize: 'none',
    config: chartConfig(palette),
    layer: [
      ...stepKey(key, { x, y }, width, palette),
      ...(inset ? insetFrame(inset, { x, y }, palette) : []),
      {
        data: { values: smaller },
        projection,
        mark: { type: 'geoshape', aria: false, strokeWidth: 0.6 },
        encoding: { fill: literal('fill'), stroke: literal('line') },
      },
      {
        data: { values: features },
        projection,
        mark: { type: 'geoshape', aria: true, strokeWidth: 0.6 },
        encoding: { fill: literal('fill'), stroke: literal('line'), ...reading },
      },
      {
        data: { values: features.filter(({ here }) => here) },
        projection,
        mark: { type: 'geoshape', filled: false, stroke: palette.ink, strokeWidth: 3 },
      },
      {
        data: { values: within.map((one) => ({ ...one, ink: stepInk(one.step, palette) })) },
        mark: { type: 'text', fontSize: 14, fontWeight: 600 },
        encoding: {
          x: { ...x, field: 'x' },
          y: { ...y, field: 'y' },
          text: { field: 'text' },
          color: literal('ink'),
        },
      },
      {
        data: { values: beside },
        mark: { type: 'rule', stroke: palette.ink, strokeWidth: 1 },
        encoding: { x: { ...x, field: 'from' }, x2: { field: 'to' }, y: { ...y, field: 'y' } },
      },
      {
        data: { values: beside },
        mark: {
          type: 'text',
          fontSize: 14,
          fontWeight: 600,
          color: palette.ink,
        },
        encoding: {
          x: { ...x, field: 'middle' },
          y: { ...y, field: 'y' },
          text: { field: 'text' },
        },
      },
    ],
  });
}

/** The frame of an enlarged part, with its name. */
const insetFrame = (
  { name, left, top, width, height }: DrawnInset,
  { x, y }: { x: object; y: object },
  palette: Palette,
): object[] => [
  {
    data: { values: [{ left, right: left + width, top, bottom: top + height }] },
    mark: { type: 'rect', fill: palette.page, stroke: palette.rest, strokeWidth: 1 },
    encoding: {
      x: { ...x, field: 'left' },
      x2: { field: 'right' },
      y: { ...y, field: 'top' },
      y2: { field: 'bottom' },
    },
  },
  {
    data: { values: [{ name, left: left + 6, top: top + 12 }] },
    mark: { type: 'text', align: 'left', fontSize: 14, fontWeight: 600, color: palette.ink },
    encoding: { x: { ...x, field: 'left' }, y: { ...y, field: 'top' }, text: { field: 'name' } },
  },
];
