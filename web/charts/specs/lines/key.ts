import { above, gap, keyHeight, lineHeight, linesIn, textAt } from './keyRoom.ts';
import { type DrawnLines, type Line, lastOf } from './line.ts';

/** What stands left of a name: a piece of its line. */
const sample = { from: 2, to: 32 } as const;

/** The names of lines with their last values, the highest first, each beside a piece of its line. */
export function keyOf(lines: readonly Line[], width: number) {
  const rows = [...lines]
    .sort((a, b) => lastOf(b).value! - lastOf(a).value!)
    .map((line) => {
      const { name, last = lastOf(line).text, role, dash = [1, 0] } = line;
      return { role, dash, lines: linesIn(`${last} ${name}`, width) };
    });
  return { rows, height: keyHeight(rows.map(({ lines }) => lines)) };
}

/** The key below the months; `foot` is what these take, and `left` what is left of the plot, in pixels. */
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
