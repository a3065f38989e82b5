import { formatShortMonth } from '../../../../data/definitions/months.ts';
import { inLines } from '../lettering.ts';
import { apart, labelGap } from './apart.ts';
import { type DrawnLines, type Line, lastOf } from './line.ts';

/** The height of each line of a label, and the distance from the plot to the labels, in pixels. */
export const labelLine = 15;
const gap = 9;

/** The usual width of bold letters of 14 px, in pixels. */
const letter = 7.4;

/** The most room for labels beside the plot, in pixels: including the gap, two fifths of the chart. */
export const labelWidth = (width: number): number => width * 0.42 - gap;

/** The room for labels beside the plot including the gap, in pixels. */
export const labelRoom = (lines: readonly Line[], width: number): number =>
  Math.min(
    Math.max(...lines.map((line) => labelOf(line).length * letter), 20) + gap + 5,
    labelWidth(width) + gap,
  );

const labelOf = (line: Line): string => `${line.last ?? lastOf(line).text} ${line.name}`.trim();

/** Labels in up to three lines each, or in fewer if all of them would be higher than the plot. */
function labelsWithin(lines: readonly Line[], width: number, height: number): string[][] {
  const tries = [3, 2, 1].map((most) =>
    lines.map((line) => inLines(labelOf(line), { width, letter, most })),
  );
  const heightOf = (labels: string[][]) =>
    labels.reduce((sum, one) => sum + labelGap + below(one) * 2, 0);
  return tries.find((labels) => heightOf(labels) <= height) ?? tries.at(-1)!;
}

/** From the middle of the first line to the middle of all lines, in pixels. */
const below = (lines: readonly string[]): number => ((lines.length - 1) * labelLine) / 2;

/** Labels beside the last month, each as near the height of its line as the others allow. */
export function endLabels({ lines, months, top, x, colour, height }: DrawnLines, room: number) {
  const wanted = lines.map((line) => (lastOf(line).value! / top) * height);
  const labels = labelsWithin(lines, room - gap, height);
  const placed = apart(
    wanted,
    labels.map((lines) => labelGap + below(lines) * 2),
    height,
  );
  return {
    data: {
      values: lines.map((line, i) => ({
        month: formatShortMonth(months.at(-1)!),
        role: line.role,
        label: labels[i],
        at: ((placed[i]! + below(labels[i]!)) / height) * top,
      })),
    },
    mark: {
      type: 'text',
      align: 'left',
      baseline: 'middle',
      dx: gap,
      lineHeight: labelLine,
      fontWeight: 600,
      limit: room - gap,
    },
    encoding: {
      x,
      y: { field: 'at', type: 'quantitative' },
      text: { field: 'label' },
      color: colour,
    },
  };
}
