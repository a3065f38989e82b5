import type { TopLevelSpec } from 'vega-lite';
import { formatShortMonth } from '../../../data/definitions/months.ts';
import { alongLine, freeNames } from './freeNames.ts';
import { monthAxis } from './monthAxis.ts';
import { nameLayers } from './nameLayers.ts';
import { chartConfig, type Palette, type Room, reading, specOf, valueLabels } from './palette.ts';
import { wideFrom } from './room.ts';
import type { Position } from './shapes.ts';

export interface XmrPoint {
  period: string;
  value: number | null;
  /** Number of the stretch between restarts. */
  segment: number;
  mean: number | null;
  lower: number | null;
  upper: number | null;
  /** Why it stands out, briefly; empty if it does not. */
  word: string;
  up: boolean;
  reading: string;
}

interface Xmr {
  points: readonly XmrPoint[];
  unit: '%' | '';
  /** The mean and the limits of the last stretch as text. */
  ends: { mean: string; lower: string; upper: string } | null;
}

const around = { left: 50, top: 22, bottom: 32 };
/** The width of the names of mean and limits beside the plot: in one line each, and in two if there is little room. */
const nameRoom = { one: 118, two: 72 } as const;
const nameLine = 15;

/**
 * Values by month against mean and limits, one stretch after another; a value that stands out is a triangle with its
 * word.
 */
export function xmrSpec(
  { points, unit, ends }: Xmr,
  { width, height, palette }: Room,
): TopLevelSpec {
  const few = width < wideFrom;
  const padding = { ...around, right: few ? nameRoom.two : nameRoom.one };
  const plotWidth = Math.max(100, width - padding.left - padding.right);
  const months = points.map(({ period }) => period);
  const numbers = points.flatMap(({ value, lower, upper }) =>
    [value, lower, upper].filter((one): one is number => one !== null),
  );
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const room = (high - low || 1) * 0.12;
  const domain =
    low > high * 0.6 ? [low - room, high + room] : [low < 0 ? low - room : 0, high + room];
  const x = monthAxis(months, { width: plotWidth, palette, padding: 0.5 });
  const y = {
    field: 'value',
    type: 'quantitative',
    scale: { domain, nice: false, zero: false },
    axis: { title: null, tickCount: 4, labelExpr: valueLabels(unit) },
  };
  const step = plotWidth / points.length;
  const rows = points.map((point) => ({ ...point, month: formatShortMonth(point.period) }));
  const plotHeight = height - padding.top - padding.bottom;
  const [foot, top] = domain as [number, number];
  const ground: Ground = {
    width: plotWidth,
    height: plotHeight,
    at: (month, value) => [(month + 0.5) * step, plotHeight * (1 - (value - foot) / (top - foot))],
  };
  return specOf({
    width: plotWidth,
    height: plotHeight,
    padding,
    autosize: 'none',
    config: chartConfig(palette),
    data: { values: rows },
    layer: [
      {
        mark: { type: 'rule', aria: true, opacity: 0, strokeWidth: step },
        encoding: { x, ...reading },
      },
      ...levelLayers(rows, step, { x, y }, palette),
      {
        mark: { type: 'line', color: palette.rest, strokeWidth: 1.5 },
        encoding: { x, y },
      },
      ...pointLayers(rows, { x, y }, palette),
      ...wordLayers(rows, ground, palette),
      ...endLabels(rows, ends, domain as [number, number], { x, y }, palette, {
        height,
        step,
        few,
      }),
    ],
  });
}

/**
 * A short line over each month with a figure, for the mean and each limit, so that they step where limits start afresh
 * and have gaps for missing months.
 */
function levelLayers(
  rows: readonly XmrPoint[],
  step: number,
  { x, y }: { x: object; y: object },
  palette: Palette,
): object[] {
  const values = rows.filter(({ value }) => value !== null);
  return (['lower', 'mean', 'upper'] as const).map((level) => ({
    data: { values },
    mark: {
      type: 'tick',
      orient: 'horizontal',
      size: step + 1,
      thickness: level === 'mean' ? 1.8 : 1.4,
      color: level === 'mean' ? palette.ink : palette.quiet,
      opacity: 1,
    },
    encoding: { x, y: { ...y, field: level } },
  }));
}

function pointLayers(
  rows: readonly (XmrPoint & { month: string })[],
  position: object,
  palette: Palette,
) {
  const usual = rows.filter(({ value, word }) => value !== null && !word);
  const signals = rows.filter(({ value, word }) => value !== null && word);
  return [
    {
      data: { values: usual },
      mark: { type: 'circle', size: 45, color: palette.rest, opacity: 1 },
      encoding: position,
    },
    ...[true, false].map((up) => ({
      data: { values: signals.filter((row) => row.up === up) },
      mark: {
        type: 'point',
        filled: true,
        shape: up ? 'triangle-up' : 'triangle-down',
        size: 110,
        color: palette.place,
        opacity: 1,
      },
      encoding: position,
    })),
  ];
}

/** Values by month in pixels from the upper left corner of the plot. */
interface Ground {
  width: number;
  height: number;
  at: (month: number, value: number) => Position;
}

/** Half the width of a signal, in pixels. */
const signal = 6;

/** The word at the first month of each run of the same kind of signal, if there is room. */
function wordLayers(rows: readonly XmrPoint[], { width, height, at }: Ground, palette: Palette) {
  const known = rows.flatMap((row, i) =>
    row.value === null ? [] : [{ ...row, i, to: row.value }],
  );
  const levels = (['lower', 'mean', 'upper'] as const).map((level) =>
    rows.flatMap((row, i) => (row[level] === null ? [] : [at(i, row[level])])),
  );
  const names = freeNames(
    known
      .filter(({ word, i }) => word && word !== rows[i - 1]?.word)
      .map(({ i, to, word }) => {
        const [x, y] = at(i, to);
        return { x, y, radius: signal, name: word, sought: false };
      }),
    {
      width,
      height,
      points: [
        ...known.map(({ i, to }) => at(i, to)),
        ...alongLine(known.map(({ i, to }) => at(i, to))),
      ],
      lines: levels.flatMap(alongLine),
      taken: [],
    },
  );
  const pixel = { type: 'quantitative', scale: null, axis: null };
  return nameLayers(
    names,
    { x: pixel, y: pixel, of: (at) => at, weight: 600 },
    { ...palette, ink: palette.place },
  );
}

/** Mean and limits named beside their last month, clear of each other, each in a number of lines. */
function endLabels(
  rows: readonly (XmrPoint & { month: string })[],
  ends: Xmr['ends'],
  [low, high]: [number, number],
  { x, y }: { x: object; y: object },
  palette: Palette,
  { height, step, few }: { height: number; step: number; few: boolean },
) {
  const last = rows.at(-1);
  if (!ends || !last || last.mean === null) return [];
  const pixel = (high - low) / (height - around.top - around.bottom);
  const room = (few ? nameLine * 2 + 1 : nameLine + 1) * pixel;
  const labels = [
    { at: last.mean, text: few ? ['mean', ends.mean] : [`mean ${ends.mean}`] },
    {
      at: Math.max(last.upper!, last.mean + room),
      text: few ? ['usually', `to ${ends.upper}`] : [`usually to ${ends.upper}`],
    },
    {
      at: Math.min(last.lower!, last.mean - room),
      text: few ? ['usually', `from ${ends.lower}`] : [`usually from ${ends.lower}`],
    },
  ];
  return [
    {
      data: {
        values: labels.map(({ at, text }) => ({
          at: at + ((text.length - 1) / 2) * nameLine * pixel,
          text,
          month: last.month,
        })),
      },
      mark: {
        type: 'text',
        align: 'left',
        baseline: 'middle',
        dx: step / 2 + 6,
        fontSize: 13,
        lineHeight: nameLine,
        color: palette.quiet,
        clip: false,
      },
      encoding: { x, y: { ...y, field: 'at' }, text: { field: 'text' } },
    },
  ];
}
