import type { TopLevelSpec } from 'vega-lite';
import { formatMonth, formatShortMonth, monthsBetween } from '../../../data/definitions/months.ts';
import { inLines } from './lettering.ts';
import {
  chartConfig,
  type Palette,
  type Role,
  type Room,
  reading,
  roles,
  valueLabels,
} from './palette.ts';

/** One line: a stage or a place through the months, with how it is named at its end. */
export interface Line {
  name: string;
  role: Role;
  months: { period: string; value: number | null; text: string }[];
  /** What stands before its name at its end; the text of its last month without it. */
  last?: string;
  /** Lengths of strokes and gaps, to tell lines of one colour apart; a whole line without it. */
  dash?: readonly number[];
}

/** How practices spread in a month: the ends of three bands, from the outermost to the middle. */
export interface Band {
  period: string;
  ends: readonly [low: number, high: number][];
}

/** A point or a line in a month that stands for something other than the lines. */
export interface Mark {
  period: string;
  text: string;
}

export interface LinesOptions {
  /** The top of the scale; without it the scale ends above the largest value. */
  top?: number;
  unit: string;
  bands?: readonly Band[];
  /** What happened in a month, by its number. */
  events?: readonly Mark[];
  /** What was said of a month at the time. */
  said?: readonly (Mark & { value: number })[];
}

const padding = { left: 46, top: 14, bottom: 32 };
/** What the numbers of events take above the plot. */
const eventRoom = 18;
const labelGap = 18;
const labelLine = 15;

/**
 * Places labels so that none covers another: pushed apart, in the order of their values, within the height. `sizes`
 * are the heights of the labels with the gap that belongs to them; those of one line may reach over both ends.
 */
export function apart(
  wanted: readonly number[],
  sizes: readonly number[],
  height: number,
): number[] {
  const order = wanted.map((at, i) => ({ at, i })).sort((a, b) => a.at - b.at);
  const gap = (k: number) => (sizes[order[k - 1]!.i]! + sizes[order[k]!.i]!) / 2;
  const over = ({ i }: { i: number }) => (sizes[i]! - labelGap) / 2;
  order.forEach((one, k) => {
    one.at = Math.max(one.at, k ? order[k - 1]!.at + gap(k) : over(one));
  });
  for (let k = order.length - 1; k >= 0; k--) {
    const ceiling =
      k === order.length - 1 ? height - over(order[k]!) : order[k + 1]!.at - gap(k + 1);
    order[k]!.at = Math.min(order[k]!.at, ceiling);
  }
  const placed: number[] = [];
  for (const { at, i } of order) placed[i] = at;
  return placed;
}

/** Months to name on an axis of so many pixels: the last, and back from it at even steps. */
export function namedMonths(months: readonly string[], width: number): string[] {
  const room = Math.max(2, Math.floor(width / 84));
  const step = [1, 2, 3, 6, 12, 24, 36, 60].find((by) => months.length / by <= room) ?? 120;
  return months.filter((_, i) => (months.length - 1 - i) % step === 0);
}

interface Drawn {
  lines: readonly Line[];
  months: readonly string[];
  top: number;
  width: number;
  height: number;
  x: object;
  colour: object;
  palette: Palette;
}

/**
 * Lines by month from zero, each named at its end, with gaps where a month is missing, over the bands of how
 * practices spread. Reading a month gives every line's value.
 */
export function linesSpec(all: readonly Line[], room: Room, options: LinesOptions): TopLevelSpec {
  const { width, height, palette } = room;
  const { top, unit, bands = [], events = [], said = [] } = options;
  const lines = all.filter(({ months }) => months.some(({ value }) => value !== null));
  const periods = lines.flatMap(({ months }) => months.map(({ period }) => period)).sort();
  const months = periods.length ? monthsBetween(periods[0]!, periods.at(-1)!) : [];
  const highest = Math.max(
    ...lines.flatMap((line) => line.months.map((m) => m.value ?? 0)),
    ...bands.flatMap(({ ends }) => ends.map(([, high]) => high)),
    ...said.map(({ value }) => value),
    0,
  );
  const right = labelRoom(lines, width);
  const above = padding.top + (events.length ? eventRoom : 0);
  const plotWidth = Math.max(80, width - padding.left - right);
  const drawn: Drawn = {
    lines,
    months,
    top: Math.max(top ?? 0, top && highest <= top ? 0 : highest * 1.1) || 1,
    width: plotWidth,
    height: height - above - padding.bottom,
    x: xOf(months, plotWidth, palette),
    colour: {
      field: 'role',
      type: 'nominal',
      scale: { domain: roles, range: roles.map((role) => palette[role]) },
      legend: null,
    },
    palette,
  };
  return {
    width: plotWidth,
    height: drawn.height,
    padding: { ...padding, top: above, right },
    autosize: 'none',
    config: chartConfig(palette),
    // The first line is drawn last, over the others.
    data: { values: rowsOf([...lines].reverse(), months) },
    layer: [
      readings(drawn, said),
      ...bandLayers(drawn, bands, unit),
      ...eventLayers(drawn, events),
      {
        mark: { type: 'line', strokeWidth: 2.5, strokeCap: 'round', strokeJoin: 'round' },
        encoding: {
          ...axes(drawn, unit),
          color: drawn.colour,
          detail: { field: 'name' },
          strokeDash: { field: 'dash', type: 'nominal', scale: null },
        },
      },
      ...lonePoints(drawn, unit),
      ...saidLayers(drawn, said, unit),
      endLabels(drawn, right),
    ],
  } as unknown as TopLevelSpec;
}

/** Areas between the deciles of practices, the outermost first. */
function bandLayers(drawn: Drawn, bands: readonly Band[], unit: string): object[] {
  const { y, ...rest } = axes(drawn, unit);
  return (bands[0]?.ends ?? []).map((_, i) => ({
    data: {
      values: bands.map(({ period, ends }) => ({
        month: formatShortMonth(period),
        low: ends[i]![0],
        high: ends[i]![1],
      })),
    },
    mark: { type: 'area', color: drawn.palette.bands[i], opacity: 1 },
    encoding: { ...rest, y: { ...y, field: 'low' }, y2: { field: 'high' } },
  }));
}

function eventLayers({ x, palette }: Drawn, events: readonly Mark[]): object[] {
  if (!events.length) return [];
  const numbers = new Map<string, string>();
  for (const { period, text } of events) {
    const before = numbers.get(period);
    numbers.set(period, before ? `${before}, ${text}` : text);
  }
  const data = {
    values: [...numbers].map(([period, text]) => ({ month: formatShortMonth(period), text })),
  };
  return [
    {
      data,
      mark: { type: 'rule', color: palette.quiet, strokeWidth: 1, strokeDash: [2, 3] },
      encoding: { x },
    },
    {
      data,
      mark: {
        type: 'text',
        baseline: 'bottom',
        dy: -4,
        fontSize: 13,
        fontWeight: 600,
        clip: false,
      },
      encoding: { x, y: { value: 0 }, text: { field: 'text' } },
    },
  ];
}

function saidLayers(
  drawn: Drawn,
  said: readonly (Mark & { value: number })[],
  unit: string,
): object[] {
  if (!said.length) return [];
  const { palette } = drawn;
  return [
    {
      data: {
        values: said.map(({ period, value }) => ({ month: formatShortMonth(period), value })),
      },
      mark: {
        type: 'point',
        shape: 'diamond',
        size: 110,
        filled: true,
        fill: palette.page,
        stroke: palette.ink,
        strokeWidth: 1.5,
        opacity: 1,
      },
      encoding: axes(drawn, unit),
    },
  ];
}

function rowsOf(lines: readonly Line[], months: readonly string[]) {
  return lines.flatMap((line) => {
    const byPeriod = new Map(line.months.map((month) => [month.period, month.value]));
    const at = (i: number) => byPeriod.get(months[i] ?? '') ?? null;
    return months.map((period, i) => ({
      month: formatShortMonth(period),
      name: line.name,
      role: line.role,
      dash: line.dash ?? [1, 0],
      value: at(i),
      alone: at(i) !== null && at(i - 1) === null && at(i + 1) === null,
    }));
  });
}

const xOf = (months: readonly string[], plotWidth: number, palette: Palette) => ({
  field: 'month',
  type: 'ordinal',
  scale: { type: 'point', padding: 0, domain: months.map(formatShortMonth) },
  axis: {
    title: null,
    values: namedMonths(months, plotWidth).map(formatShortMonth),
    labelAngle: 0,
    labelOverlap: false,
    domain: true,
    domainColor: palette.quiet,
    ticks: true,
  },
});

const axes = ({ x, top }: Drawn, unit: string) => ({
  x,
  y: {
    field: 'value',
    type: 'quantitative',
    scale: { domain: [0, top], nice: false },
    axis: { title: null, tickCount: 4, labelExpr: valueLabels(unit) },
  },
});

/** A month between two missing ones has no line to be seen by. */
function lonePoints(drawn: Drawn, unit: string): object[] {
  const rows = rowsOf(drawn.lines, drawn.months).filter(({ alone }) => alone);
  if (!rows.length) return [];
  return [
    {
      data: { values: rows },
      mark: { type: 'circle', size: 60, opacity: 1 },
      encoding: { ...axes(drawn, unit), color: drawn.colour },
    },
  ];
}

/** Bold letters of 14 px take about so many pixels each. */
const letter = 7.4;

/** Names take at most two fifths of the chart. */
const labelRoom = (lines: readonly Line[], width: number): number =>
  Math.min(Math.max(...lines.map((line) => labelOf(line).length * letter), 20) + 14, width * 0.42);

const lastOf = ({ months }: Line) => months.filter(({ value }) => value !== null).at(-1)!;
const labelOf = (line: Line): string => `${line.last ?? lastOf(line).text} ${line.name}`.trim();

/** Labels in up to three lines each, or in fewer where all together would be higher than the plot. */
function labelsWithin(lines: readonly Line[], width: number, height: number): string[][] {
  const tries = [3, 2, 1].map((most) =>
    lines.map((line) => inLines(labelOf(line), { width, letter, most })),
  );
  const heightOf = (labels: string[][]) =>
    labels.reduce((sum, one) => sum + labelGap + below(one) * 2, 0);
  return tries.find((labels) => heightOf(labels) <= height) ?? tries.at(-1)!;
}

/** From the middle of the first of lines to the middle of them all, in pixels. */
const below = (lines: readonly string[]): number => ((lines.length - 1) * labelLine) / 2;

function endLabels({ lines, months, top, x, colour, height }: Drawn, room: number) {
  const wanted = lines.map((line) => (lastOf(line).value! / top) * height);
  const labels = labelsWithin(lines, room - 9, height);
  const placed = apart(
    wanted,
    labels.map((lines) => labelGap + below(lines) * 2),
    height,
  );
  return {
    data: {
      values: lines.map((line, i) => ({
        month: formatShortMonth(months.at(-1)!),
        role: line.role,
        label: labels[i],
        at: ((placed[i]! + below(labels[i]!)) / height) * top,
      })),
    },
    mark: {
      type: 'text',
      align: 'left',
      baseline: 'middle',
      dx: 9,
      lineHeight: labelLine,
      fontWeight: 600,
      limit: room - 9,
    },
    encoding: {
      x,
      y: { field: 'at', type: 'quantitative' },
      text: { field: 'label' },
      color: colour,
    },
  };
}

/** A band over each month, unseen, that carries every line's value. */
function readings({ lines, months, x, width }: Drawn, said: readonly (Mark & { value: number })[]) {
  return {
    data: {
      values: months.map((period) => ({
        month: formatShortMonth(period),
        reading: [
          formatMonth(period),
          ...lines.map((line) => readingOf(line, period)),
          ...said
            .filter((one) => one.period === period)
            .map(({ text }) => `said at the time: ${text}`),
        ].join('\n'),
      })),
    },
    mark: {
      type: 'rule',
      aria: true,
      opacity: 0,
      strokeWidth: Math.max(2, width / Math.max(1, months.length - 1)),
    },
    encoding: { x, ...reading },
  };
}

function readingOf({ name, months }: Line, period: string): string {
  const text = months.find((one) => one.period === period)?.text ?? 'no figure';
  return name ? `${name}: ${text}` : text;
}
