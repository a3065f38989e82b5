import type { TopLevelSpec } from 'vega-lite';
import { formatMonth, monthsBetween } from '../../../data/definitions/months.ts';
import { chartConfig, type Palette, type Room } from './palette.ts';

/** One line: a stage or a place through the months, with how it is named at its end. */
export interface Line {
  name: string;
  role: 'place' | 'rest' | 'used';
  months: { period: string; value: number | null; text: string }[];
}

export const linesHeight = 250;
const plotHeight = 196;
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

/**
 * Lines by month from zero, each named at its end, with gaps where a month is missing. `top` fixes the top of
 * the scale; without it the scale ends above the largest value. Hovering a month shows every line's value.
 */
export function linesSpec(
  lines: readonly Line[],
  { width, palette }: Room,
  { top, unit }: { top?: number; unit: string },
): TopLevelSpec {
  const drawn = lines.filter(({ months }) => months.some(({ value }) => value !== null));
  const periods = drawn.flatMap(({ months }) => months.map(({ period }) => period)).sort();
  const months = periods.length ? monthsBetween(periods[0]!, periods.at(-1)!) : [];
  const highest =
    top ?? Math.max(...drawn.flatMap((l) => l.months.map((m) => m.value ?? 0)), 0) * 1.1;
  const scale = highest > 0 ? highest : 1;
  const rows = drawn.flatMap((line) => {
    const byPeriod = new Map(line.months.map((month) => [month.period, month.value]));
    return months.map((period, i) => {
      const value = byPeriod.get(period) ?? null;
      const alone =
        value !== null &&
        (byPeriod.get(months[i - 1] ?? '') ?? null) === null &&
        (byPeriod.get(months[i + 1] ?? '') ?? null) === null;
      return { period, name: line.name, role: line.role, value, alone };
    });
  });
  const colours = roleColours(palette);
  const colour = {
    field: 'role',
    type: 'nominal',
    scale: { domain: Object.keys(colours), range: Object.values(colours) },
    legend: null,
  } as const;
  const x = {
    field: 'period',
    type: 'temporal',
    timeUnit: 'utcyearmonth',
    scale: { type: 'utc' },
    axis: {
      title: null,
      format: '%b %Y',
      grid: false,
      tickCount: Math.max(2, Math.min(Math.floor(width / 130), months.length)),
      labelFlush: true,
      domain: true,
      domainColor: palette.quiet,
    },
  } as const;
  const y = {
    field: 'value',
    type: 'quantitative',
    scale: { domain: [0, scale], nice: false },
    axis: { title: null, tickCount: 4, labelExpr: `datum.label + '${unit}'` },
  } as const;
  return {
    width,
    height: plotHeight,
    padding: { left: 2, right: labelRoom(drawn), top: 12, bottom: 4 },
    autosize: { type: 'fit', contains: 'padding' },
    config: chartConfig(palette),
    data: { values: rows },
    layer: [
      readRule(drawn, months, x, palette),
      {
        mark: { type: 'line', strokeWidth: 2.5, strokeCap: 'round', clip: false },
        encoding: { x, y, color: colour, detail: { field: 'name' } },
      },
      {
        transform: [{ filter: 'datum.alone' }],
        mark: { type: 'point', filled: true, size: 50, opacity: 1 },
        encoding: { x, y, color: colour },
      },
      endLabels(drawn, months, scale, x, colour),
    ],
  } as TopLevelSpec;
}

const roleColours = ({ place, rest, used }: Palette) => ({ place, rest, used });

/** Letters of 14 px take about 7.4 px each. */
const labelRoom = (lines: readonly Line[]): number =>
  Math.max(...lines.map((line) => labelOf(line).length * 7.4), 20) + 8;

const lastOf = ({ months }: Line) => months.filter(({ value }) => value !== null).at(-1)!;
const labelOf = (line: Line): string => `${lastOf(line).text} ${line.name}`.trim();

function endLabels(
  lines: readonly Line[],
  months: readonly string[],
  top: number,
  x: object,
  colour: object,
) {
  const wanted = lines.map((line) => (lastOf(line).value! / top) * plotHeight);
  const placed = apart(wanted, labelGap, plotHeight);
  return {
    data: {
      values: lines.map((line, i) => ({
        period: months.at(-1),
        role: line.role,
        label: labelOf(line),
        at: (placed[i]! / plotHeight) * top,
      })),
    },
    mark: { type: 'text', align: 'left', baseline: 'middle', dx: 8, clip: false, fontWeight: 600 },
    encoding: {
      x,
      y: { field: 'at', type: 'quantitative' },
      text: { field: 'label' },
      color: colour,
    },
  };
}

/** A bar over each month, unseen until it is read, that carries every line's value. */
function readRule(lines: readonly Line[], months: readonly string[], x: object, palette: Palette) {
  return {
    data: {
      values: months.map((period) => ({
        period,
        reading: [
          formatMonth(period),
          ...lines.map((line) => {
            const month = line.months.find((one) => one.period === period);
            return `${line.name && `${line.name}: `}${month?.text ?? 'no figure'}`;
          }),
        ].join('\n'),
      })),
    },
    params: [{ name: 'read', select: { type: 'point', on: 'pointerover', clear: 'pointerout' } }],
    mark: { type: 'bar', width: { band: 1 }, color: palette.rule },
    encoding: {
      x,
      y: { datum: 0 },
      y2: { value: 0 },
      opacity: { condition: { param: 'read', empty: false, value: 0.6 }, value: 0.001 },
      tooltip: { field: 'reading' },
    },
  };
}
