import { type Box, counting, type Size } from '../counting.ts';
import { alongLine } from '../freeNames.ts';
import { type Laid, nameLayers } from '../nameLayers.ts';
import type { Palette } from '../palette.ts';
import type { Ranking } from '../ranked.ts';
import type { Position } from '../shapes.ts';

/** The usual maximum width of letters of 13 px, in pixels. */
const letter = 6.6;
const lineHeight = 15;
/** Distances of the name from its line and from points, and between the positions tried, in pixels. */
const gap = 4;
const around = 6;
const step = 6;

/** A benchmark's line across the plot as points, in pixels. */
export const levelLine = (level: number, width: number): Position[] =>
  alongLine([
    [0, level],
    [width, level],
  ]);

/** A dashed line at the value of the benchmark. */
export const benchmarkLine = (
  benchmark: Ranking['benchmark'],
  y: object,
  { quiet }: Palette,
): object[] =>
  benchmark
    ? [
        {
          data: { values: [{}] },
          mark: { type: 'rule', color: quiet, strokeWidth: 1.5, strokeDash: [6, 3] },
          encoding: { y: { ...y, field: undefined, datum: benchmark.value } },
        },
      ]
    : [];

/** Where the name of the benchmark goes: at its line, as far to the right as is clear of points. */
export function benchmarkBox(
  { name, text }: NonNullable<Ranking['benchmark']>,
  { points, level, ...plot }: { points: readonly Position[]; level: number } & Size,
): Box {
  const width = `${name} ${text}`.length * letter;
  const pointsIn = counting(plot, points);
  const above = {
    left: plot.width - width - gap,
    top: level - gap - lineHeight,
    width,
    height: lineHeight,
  };
  for (let { left } = above; left >= 0; left -= step) {
    for (const top of [above.top, level + gap]) {
      const box = { ...above, left, top };
      if (top >= 0 && pointsIn(box, around) === 0) return box;
    }
  }
  return above;
}

/** The name of the benchmark in its position. */
export const benchmarkName = (
  { name, text }: NonNullable<Ranking['benchmark']>,
  box: Box,
  laid: Laid,
  palette: Palette,
): object[] =>
  nameLayers([{ ...box, lines: [`${name} ${text}`], align: 'right', led: null }], laid, {
    ...palette,
    ink: palette.quiet,
  });
