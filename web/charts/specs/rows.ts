import { namesAbove, rowMarks, rowName, rowsAround } from './heights.ts';
import { inLines } from './lettering.ts';
import { wideFrom } from './room.ts';

/** The position of a place's row, in pixels from the upper left corner of the plot. */
export interface Row {
  top: number;
  bottom: number;
  /** The middle of its marks. */
  middle: number;
  lettering: RowName;
}

/** The lettering of a row's name. */
interface RowName {
  lines: string[];
  size: number;
  lineHeight: number;
  align: 'left' | 'right';
  x: number;
  /** The middle of its first line. */
  y: number;
}

/** Rows, and the room left of the plot for their names. */
interface Rows {
  left: number;
  rows: Row[];
}

/** Font sizes of names in pixels: in one line beside a row or above it, and in two lines beside it. */
export const sizes = [14, 12] as const;

/** The usual width of letters of 14 px, in pixels. */
const letter = 6.8;
/** The usual maximum width of letters of names above rows, which have the whole width. */
const closeLetter = 6.6;
/** From the edge of the chart to names above rows, and to the middle of a mark at the end of the scale. */
const edge = 8;
const linesAbove = (name: string, width: number): string[] =>
  inLines(name, { width: width - edge, letter: closeLetter, most: 3 });

const heightAbove = (lines: readonly string[]): number => lines.length * rowName + rowMarks;

/** Lays out rows for names in a width in pixels: each name beside its row or, if it has no room there, above it. */
export function laidRows(
  names: readonly string[],
  { width, height }: { width: number; height: number },
): Rows {
  const free = height - rowsAround.top - rowsAround.bottom;
  return namesAbove(names, width) ? rowsAbove(names, width, free) : rowsBeside(names, width, free);
}

function rowsAbove(names: readonly string[], width: number, height: number): Rows {
  const lines = names.map((name) => linesAbove(name, width));
  const wanted = lines.reduce((sum, one) => sum + heightAbove(one), 0);
  const more = (height - wanted) / Math.max(1, names.length);
  let top = 0;
  const rows = lines.map((lines): Row => {
    const bottom = top + heightAbove(lines) + more;
    const lettering = {
      lines,
      size: sizes[0],
      lineHeight: rowName,
      align: 'left' as const,
      x: -edge,
    };
    const row = {
      top,
      bottom,
      middle: top + lines.length * rowName + 10,
      lettering: { ...lettering, y: top + rowName / 2 },
    };
    top = bottom;
    return row;
  });
  return { left: edge, rows };
}

function rowsBeside(names: readonly string[], width: number, height: number): Rows {
  const longest = Math.max(0, ...names.map(({ length }) => length));
  const left = Math.min(longest * letter + 16, width * (width >= wideFrom ? 0.45 : 0.44));
  const tall = height / names.length;
  return {
    left,
    rows: names.map((name, i): Row => {
      const lines = inLines(name, { width: left - 10, letter });
      const one = lines.length === 1;
      const lineHeight = one ? sizes[0] : sizes[1];
      const middle = (i + 0.5) * tall;
      const y = middle - ((lines.length - 1) * lineHeight) / 2;
      return {
        top: i * tall,
        bottom: (i + 1) * tall,
        middle,
        lettering: { lines, size: lineHeight, lineHeight, align: 'right', x: -10, y },
      };
    }),
  };
}
