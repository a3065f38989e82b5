import type { TopLevelSpec } from 'vega-lite';
import { formatMonth, formatShortMonth, monthsBetween } from '../../../data/definitions/months.ts';
import { chartConfig, type Palette, type Role, type Room, roles } from './palette.ts';

/** One line: a stage or a place through the months, with how it is named at its end. */
export interface Line {
  name: string;
  role: Role;
  months: { period: string; value: number | null; text: string }[];
}

/** Height in pixels of a chart of lines, all included. */
export const linesHeight = 250;
const padding = { left: 46, top: 14, bottom: 32 };
const plotHeight = linesHeight - padding.top - padding.bottom;
const labelGap = 18;

/** Places labels so that none covers another: pushed apart, in the order of their values, within the height. */
export function apart(wanted: readonly number[], gap: number, height: number): number[] {
  const order = wanted.map((at, i) => ({ at, i })).sort((a, b) => a.at - b.at);
  order.forEach((one, k) => {
    if (k) one.at = Math.max(one.at, order[k - 1]!.at + gap);
  });
  for (let k = order.length - 1; k >= 0; k--) {
    const ceiling = k === order.length - 1 ? height : order[k + 1]!.at - gap;
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
  x: object;
  colour: object;
  palette: Palette;
}

/**
 * Lines by month from zero, each named at its end, with gaps where a month is missing. `top` fixes the top of
 * the scale; without it the scale ends above the largest value. Hovering a month shows every line's value.
 */
export function linesSpec(
  all: readonly Line[],
  { width, palette }: Room,
  { top, unit }: { top?: number; unit: string },
): TopLevelSpec {
  const lines = all.filter(({ months }) => months.some(({ value }) => value !== null));
  const periods = lines.flatMap(({ months }) => months.map(({ period }) => period)).sort();
  const months = periods.length ? monthsBetween(periods[0]!, periods.at(-1)!) : [];
  const highest = Math.max(...lines.flatMap((line) => line.months.map((m) => m.value ?? 0)), 0);
  const plotWidth = Math.max(80, width - padding.left - labelRoom(lines));
  const drawn: Drawn = {
    lines,
    months,
    top: Math.max(top ?? 0, top && highest <= top ? 0 : highest * 1.1) || 1,
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
    height: plotHeight,
    padding: { ...padding, right: labelRoom(lines) },
    autosize: 'none',
    config: chartConfig(palette),
    // The first line is drawn last, over the others.
    data: { values: rowsOf([...lines].reverse(), months) },
    layer: [
      readings(drawn, plotWidth),
      {
        mark: { type: 'line', strokeWidth: 2.5, strokeCap: 'round', strokeJoin: 'round' },
        encoding: { ...axes(drawn, unit), color: drawn.colour, detail: { field: 'name' } },
      },
      ...lonePoints(drawn, unit),
      endLabels(drawn),
    ],
  } as unknown as TopLevelSpec;
}

function rowsOf(lines: readonly Line[], months: readonly string[]) {
  return lines.flatMap((line) => {
    const byPeriod = new Map(line.months.map((month) => [month.period, month.value]));
    const at = (i: number) => byPeriod.get(months[i] ?? '') ?? null;
    return months.map((period, i) => ({
      month: formatShortMonth(period),
      name: line.name,
      role: line.role,
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
    axis: { title: null, tickCount: 4, labelExpr: `(datum.value ? datum.label : '0') + '${unit}'` },
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

/** Bold letters of 14 px take about 7.4 px each. */
const labelRoom = (lines: readonly Line[]): number =>
  Math.max(...lines.map((line) => labelOf(line).length * 7.4), 20) + 14;

const lastOf = ({ months }: Line) => months.filter(({ value }) => value !== null).at(-1)!;
const labelOf = (line: Line): string => `${lastOf(line).text} ${line.name}`.trim();

function endLabels({ lines, months, top, x, colour }: Drawn) {
  const wanted = lines.map((line) => (lastOf(line).value! / top) * plotHeight);
  const placed = apart(wanted, labelGap, plotHeight);
  return {
    data: {
      values: lines.map((line, i) => ({
        month: formatShortMonth(months.at(-1)!),
        role: line.role,
        label: labelOf(line),
        at: (placed[i]! / plotHeight) * top,
      })),
    },
    mark: { type: 'text', align: 'left', baseline: 'middle', dx: 9, fontWeight: 600 },
    encoding: {
      x,
      y: { field: 'at', type: 'quantitative' },
      text: { field: 'label' },
      color: colour,
    },
  };
}

/** A band over each month, unseen until it is read, that carries every line's value. */
function readings({ lines, months, x, palette }: Drawn, plotWidth: number) {
  return {
    data: {
      values: months.map((period) => ({
        month: formatShortMonth(period),
        reading: [formatMonth(period), ...lines.map((line) => readingOf(line, period))].join('\n'),
      })),
    },
    params: [{ name: 'read', select: { type: 'point', on: 'pointerover', clear: 'pointerout' } }],
    mark: {
      type: 'rule',
      color: palette.rule,
      strokeWidth: Math.max(2, plotWidth / Math.max(1, months.length - 1)),
    },
    encoding: {
      x,
      opacity: { condition: { param: 'read', empty: false, value: 0.5 }, value: 0.001 },
      tooltip: { field: 'reading' },
    },
  };
}

function readingOf({ name, months }: Line, period: string): string {
  const text = months.find((one) => one.period === period)?.text ?? 'no figure';
  return name ? `${name}: ${text}` : text;
}
