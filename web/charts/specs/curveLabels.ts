import { inLines } from './lettering.ts';

/** A point of a falling curve that is to be named, in pixels from the lower left corner of the plot. */
export interface NamedPoint {
  /** Its number in the curve, from 0. */
  index: number;
  text: string;
}

/** Where a label stands, in pixels from the lower left corner of the plot. */
export interface CurveLabel extends NamedPoint {
  lines: string[];
  align: 'left' | 'right';
  x: number;
  /** The foot of its last line. */
  foot: number;
  /** Whether a line leads down to its point. */
  led: boolean;
}

export const labelLine = 15;
const letter = 6.5;
const gap = 12;
/** What the line of the benchmark takes with its name, below and above it. */
const benchmarkRoom = { below: 3, above: 20 };

/**
 * Labels of points of a curve that falls from left to right, none over the curve, the benchmark or another: beside
 * its point where that is free, else above all of these with a line down.
 * `heights` are those of all points from the highest to the lowest, in pixels like `width` and `benchmark`.
 */
export function curveLabels(
  named: readonly NamedPoint[],
  {
    heights,
    width,
    benchmark,
  }: { heights: readonly number[]; width: number; benchmark: number | null },
): CurveLabel[] {
  const step = width / heights.length;
  const placed: (CurveLabel & { from: number; to: number })[] = [];
  for (const point of [...named].sort((a, b) => b.index - a.index)) {
    const { index, text } = point;
    const lines = inLines(text, { width: width * 0.6, letter });
    const long = Math.min(width * 0.6, Math.max(...lines.map(({ length }) => length)) * letter);
    const tall = lines.length * labelLine;
    const x = (index + 0.5) * step;
    const height = heights[index]!;
    const onLeft = index * 2 < heights.length;
    const over = (foot: number) =>
      benchmark !== null &&
      foot < benchmark + benchmarkRoom.above &&
      foot + tall > benchmark - benchmarkRoom.below;
    const before = heights[index - 1] ?? Number.POSITIVE_INFINITY;
    const beside = height - labelLine / 2;
    if (onLeft || (before > beside + tall + 4 && !over(beside))) {
      const align = onLeft ? 'left' : 'right';
      const at = onLeft ? x + gap : x - gap;
      const foot = onLeft ? height + 12 - tall : beside;
      const from = onLeft ? at : at - long;
      placed.push({ ...point, lines, align, x: at, foot, led: false, from, to: from + long });
      continue;
    }
    // To the right as far as there is room: the curve is lower there.
    const from = Math.min(x - 4, width - long);
    const to = from + long;
    let foot = (heights[Math.max(0, Math.floor(from / step))] ?? height) + 6;
    if (over(foot)) foot = benchmark! + benchmarkRoom.above;
    for (const other of placed) {
      if (other.led && other.from < to + gap && other.to > from - gap) {
        foot = Math.max(foot, other.foot + other.lines.length * labelLine + 3);
      }
    }
    const align = from < x - gap ? 'right' : 'left';
    placed.push({
      ...point,
      lines,
      align,
      x: align === 'left' ? from : to,
      foot,
      led: true,
      from,
      to,
    });
  }
  return placed.map(({ from: _, to: __, ...label }) => label);
}
