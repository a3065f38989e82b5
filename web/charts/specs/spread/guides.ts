import { clamped } from '../counting.ts';
import { inLines } from '../lettering.ts';
import { haloed, type Palette, valueLabels } from '../palette.ts';

/** A value marked by a line through the whole height. */
interface Guide {
  value: number;
  label: string;
}

/** What a spread shows besides its practices. */
export interface Spread {
  unit: '%' | '';
  /** The median practice. */
  median: Guide | null;
  /** The place chosen for comparison. */
  benchmark: Guide | null;
  /** The practice looked at. */
  here: Guide | null;
}

/** Around the plot, in pixels. */
export const padding = { left: 14, right: 18, top: 46, bottom: 34 };
/** The scale of values, from 0 to an end. */
export const xOf = (field: string, end: number, width: number, unit: string) => ({
  field,
  type: 'quantitative',
  scale: { domain: [0, end], nice: false },
  axis: {
    title: null,
    grid: false,
    domain: true,
    tickCount: Math.max(3, Math.round(width / 90)),
    labelExpr: valueLabels(unit),
  },
});

/** The usual width of bold letters of 13 px, in pixels. */
const letter = 6.9;
const lineHeight = 15;
/** The height of the words for the benchmark, above those for the median. */
const benchmarkRoom = 19;

/** The words for the practice looked at, in two lines if one does not fit a chart of this width in pixels. */
const hereLines = ({ here }: Spread, width: number): string[] =>
  here ? inLines(here.label, { width: width - 8, letter }) : [];

/** The extra height above the plot for the practice looked at in more than one line. */
const hereRoom = (spread: Spread, width: number): number =>
  Math.max(0, hereLines(spread, width).length - 1) * lineHeight;

/** The extra height above the plot for words of more than two lines. */
export const moreRoom = (spread: Spread, width: number): number =>
  hereRoom(spread, width) + (spread.benchmark ? benchmarkRoom : 0);

/**
 * Lines at values with their words above the plot: from the top the benchmark, the median and the practice looked at.
 */
export function guideLayers(
  spread: Spread,
  x: object,
  { end, width, left }: { end: number; width: number; left: number },
  palette: Palette,
): object[] {
  const { benchmark, median, here } = spread;
  const rest = -25 - hereRoom(spread, left + width + padding.right);
  const chart = left + width + padding.right;
  const lines = hereLines(spread, chart);
  const guides = [
    ...(benchmark
      ? [
          {
            value: benchmark.value,
            lines: [benchmark.label],
            color: palette.quiet,
            dy: rest - benchmarkRoom,
            dash: [2, 3],
            weight: 400,
          },
        ]
      : []),
    ...(median
      ? [
          {
            value: median.value,
            lines: [median.label],
            color: palette.ink,
            dy: rest,
            dash: [5, 3],
            weight: 400,
          },
        ]
      : []),
    ...(here
      ? [{ value: here.value, lines, color: palette.place, dy: -6, dash: [1, 0], weight: 700 }]
      : []),
  ];
  return guides.flatMap(({ value, lines, color, dy, dash, weight }) => {
    const at = { ...x, field: undefined, datum: Math.min(value, end) };
    const px = (Math.min(value, end) / end) * width;
    const half = (Math.max(...lines.map(({ length }) => length)) * letter) / 2;
    const middle = clamped(px, half - left, width + padding.right - half);
    return [
      {
        data: { values: [{}] },
        mark: {
          type: 'rule',
          color,
          strokeWidth: weight > 400 ? 2.5 : 1.5,
          strokeDash: dash,
          y: dy + 4,
          y2: 'height',
        },
        encoding: { x: at },
      },
      ...haloed(
        {
          data: { values: [{ lines }] },
          mark: {
            type: 'text',
            baseline: 'bottom',
            align: 'center',
            dx: middle - px,
            dy: dy - (lines.length - 1) * lineHeight,
            lineHeight,
            fontSize: 13,
            fontWeight: weight,
            color: weight > 400 ? palette.place : palette.ink,
            clip: false,
          },
          encoding: { x: at, y: { value: 0 }, text: { field: 'lines' } },
        },
        palette,
      ),
    ];
  });
}
