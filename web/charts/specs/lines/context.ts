import { formatShortMonth, stretchesOf } from '../../../../data/definitions/months.ts';
import { axes, type DrawnLines } from './line.ts';

/** How practices are spread in a month: the ends of three bands, from the outermost to the middle. */
export interface Band {
  period: string;
  ends: readonly [low: number, high: number][];
}

/** A point or line in a month that is not part of the lines. */
export interface Mark {
  period: string;
  text: string;
}

/** A target value, with the first and last month in which it applies. */
export interface Aim {
  value: number;
  from: string;
  to: string;
  text: string;
}

/** The width in pixels of a band of a single month, which would be invisible as an area. */
const loneWidth = 8;

/**
 * Areas between the deciles of practices, the outermost first. They have gaps for missing months; a month between two
 * missing ones has bars.
 */
export function bandLayers(drawn: DrawnLines, bands: readonly Band[], unit: string): object[] {
  const { y, ...rest } = axes(drawn, unit);
  const stretches = stretchesOf(bands.map(({ period }) => period));
  return (bands[0]?.ends ?? []).flatMap((_, i) => {
    const rows = bands.map(({ period, ends }) => ({
      month: formatShortMonth(period),
      stretch: stretches.findIndex((months) => months.includes(period)),
      low: ends[i]![0],
      high: ends[i]![1],
    }));
    const isLone = ({ stretch }: { stretch: number }) => stretches[stretch]!.length === 1;
    const lone = rows.filter(isLone);
    const layer = (values: typeof rows, mark: object) => ({
      data: { values },
      mark: { color: drawn.palette.bands[i], opacity: 1, ...mark },
      encoding: {
        ...rest,
        y: { ...y, field: 'low' },
        y2: { field: 'high' },
        detail: { field: 'stretch' },
      },
    });
    return [
      layer(
        rows.filter((row) => !isLone(row)),
        { type: 'area' },
      ),
      ...(lone.length ? [layer(lone, { type: 'rule', strokeWidth: loneWidth })] : []),
    ];
  });
}

/** A vertical line in each month with events, below their numbers. */
export function eventLayers({ x, palette }: DrawnLines, events: readonly Mark[]): object[] {
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

/** A dashed line at each target over the months in which it applies, named where it begins. */
export function aimLayers(drawn: DrawnLines, aims: readonly Aim[], unit: string): object[] {
  if (!aims.length) return [];
  const { x, y } = axes(drawn, unit);
  const color = drawn.palette.used;
  const data = {
    values: aims.map(({ value, from, to, text }) => ({
      month: formatShortMonth(from),
      end: formatShortMonth(to),
      value,
      text,
    })),
  };
  return [
    {
      data,
      mark: { type: 'rule', color, strokeWidth: 2, strokeDash: [6, 4] },
      encoding: { x, y, x2: { field: 'end' } },
    },
    {
      data,
      mark: {
        type: 'text',
        align: 'left',
        baseline: 'bottom',
        dx: 4,
        dy: -4,
        color,
        fontWeight: 600,
      },
      encoding: { x, y, text: { field: 'text' } },
    },
  ];
}

/** A diamond at each value stated about a month at the time. */
export function saidLayers(
  drawn: DrawnLines,
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
