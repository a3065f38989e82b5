import type { Position } from './shapes.ts';

/** Width and height, in pixels. */
export interface Size {
  width: number;
  height: number;
}

/** A rectangle in pixels from the upper left corner of the ground. */
export interface Box extends Size {
  left: number;
  top: number;
}

/** Points are counted in squares of this many pixels. */
const cell = 2;

/** A value limited to a range. */
export const clamped = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), most);

/** Makes a function that counts the points in a box and a margin around it, from a table of cumulative sums. */
export function counting({ width, height }: Size, points: readonly Position[]) {
  const columns = Math.ceil(width / cell) + 1;
  const rows = Math.ceil(height / cell) + 1;
  const sums = new Float64Array(columns * rows);
  const column = (x: number) => clamped(Math.round(x / cell), 0, columns - 1);
  const row = (y: number) => clamped(Math.round(y / cell), 0, rows - 1);
  for (const [x, y] of points) sums[row(y) * columns + column(x)]! += 1;
  const sumAt = (i: number, j: number) => (i < 0 || j < 0 ? 0 : sums[j * columns + i]!);
  for (let j = 0, at = 0; j < rows; j++) {
    for (let i = 0, inRow = 0; i < columns; i++, at++) {
      inRow += sums[at]!;
      sums[at] = inRow + (j ? sums[at - columns]! : 0);
    }
  }
  return ({ left, top, width, height }: Box, around: number): number => {
    const [i1, i2] = [column(left - around) - 1, column(left + width + around)];
    const [j1, j2] = [row(top - around) - 1, row(top + height + around)];
    return sumAt(i2, j2) - sumAt(i1, j2) - sumAt(i2, j1) + sumAt(i1, j1);
  };
}
