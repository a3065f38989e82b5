import { inLines } from '../lettering.ts';
import { wideFrom } from '../room.ts';
import { labelLine, labelWidth } from './labels.ts';
import { type DrawnLines, type Line, lastOf } from './line.ts';

/** Usual widths of bold letters of 14 px beside lines, and of letters in the key, in pixels. */
const boldLetter = 6.9;
const letter = 6.8;
const lineHeight = 17;
const gap = 5;
/** Between the months and the key. */
const above = 12;
/** The piece of line to the left of a name. */
const sample = { from: 2, to: 32 } as const;
const textAt = 40;

/** The usual width of the value before a name. */
const value = '0.0%';

/** Names stay beside their lines as long as together they are no higher than this, in pixels. */
const highest = 240;

/**
 * Whether names go into a key below a narrow chart, because they have no room beside their lines even in three lines
 * each.
 */
export function keyed(names: readonly string[], width: number): boolean {
  if (width >= wideFrom) return false;
  const beside = labelWidth(width);
  const labels = names.flatMap((name) =>
    inLines(`${value} ${name}`, { width: beside, letter: boldLetter, most: 3 }),
  );
  const longest = Math.max(0, ...labels.map(({ length }) => length));
  return longest * boldLetter > beside || labels.length * labelLine + names.length * 3 > highest;
}

const linesIn = (text: string, width: number): string[] =>
  inLines(text, { width: width - textAt, letter, most: 3 });

const heightOf = (rows: readonly string[][]): number =>
  rows.reduce((sum, lines) => sum + lines.length * lineHeight + gap, above);

/** The names of lines with their last values, highest first, each beside a piece of its line. */
export function keyOf(lines: readonly Line[], width: number) {
  const rows = [...lines]
    .sort((a, b) => lastOf(b).value! - lastOf(a).value!)
    .map((line) => {
      const { name, last = lastOf(line).text, role, dash = [1, 0] } = line;
      return { role, dash, lines: linesIn(`${last} ${name}`, width) };
    });
  return { rows, height: heightOf(rows.map(({ lines }) => lines)) };
}

/** The key below the months. `foot` is the height of the months and `left` the room left of the plot, in pixels. */
export function keyLayers(
  { rows }: ReturnType<typeof keyOf>,
  { height, top, colour, palette }: DrawnLines,
  { left, foot }: { left: number; foot: number },
): object[] {
  let down = height + foot + above;
  const values = rows.map((row) => {
    const at = top * (1 - (down + lineHeight / 2) / height);
    down += row.lines.length * lineHeight + gap;
    return { ...row, at };
  });
  const y = { field: 'at', type: 'quantitative' };
  const text = (main: boolean) => ({
    data: { values: values.filter(({ role }) => (role === 'place') === main) },
    mark: {
      type: 'text',
      align: 'left',
      baseline: 'middle',
      lineHeight,
      fontWeight: main ? 600 : 400,
      color: main ? palette.place : palette.ink,
      clip: false,
    },
    encoding: { x: { value: textAt - left }, y, text: { field: 'lines' } },
  });
  return [
    {
      data: { values },
      mark: { type: 'rule', strokeWidth: 2.5, strokeCap: 'round', clip: false },
      encoding: {
        x: { value: sample.from - left },
        x2: { value: sample.to - left },
        y,
        color: colour,
        strokeDash: { field: 'dash', type: 'nominal', scale: null },
      },
    },
    text(true),
    text(false),
  ];
}
