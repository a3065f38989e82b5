import { formatShortMonth } from '../../../../data/definitions/months.ts';
import { type Palette, type Role, valueLabels } from '../palette.ts';

/** One line: a stage or a place through the months, with how it is named at its end. */
export interface Line {
  name: string;
  role: Role;
  months: { period: string; value: number | null; text: string }[];
  /** What comes before its name at its end; the text of its last month without it. */
  last?: string;
  /** Lengths of strokes and gaps, to tell lines of one colour apart; a whole line without it. */
  dash?: readonly number[];
}

/** Lines with all that lays them out: the months across, the top of the scale, and the plot in pixels. */
export interface DrawnLines {
  lines: readonly Line[];
  months: readonly string[];
  top: number;
  width: number;
  height: number;
  x: object;
  colour: object;
  palette: Palette;
}

/** The last month of a line that has a value. */
export const lastOf = ({ months }: Line) => months.filter(({ value }) => value !== null).at(-1)!;

/** A line's name as written after its last value, with the month of that where it is not the last one shown. */
export function nameAtEnd(line: Line, lastMonth: string): string {
  const { period } = lastOf(line);
  return period < lastMonth ? `${line.name} in ${formatShortMonth(period)}`.trim() : line.name;
}

/** A row for each month of each line, with what a mark of it is drawn by. */
export function rowsOf(lines: readonly Line[], months: readonly string[]) {
  return lines.flatMap((line) => {
    const byPeriod = new Map(line.months.map((month) => [month.period, month.value]));
    const at = (i: number) => byPeriod.get(months[i] ?? '') ?? null;
    return months.map((period, i) => ({
      month: formatShortMonth(period),
      name: line.name,
      role: line.role,
      dash: line.dash ?? [1, 0],
      value: at(i),
      alone: at(i) !== null && at(i - 1) === null && at(i + 1) === null,
    }));
  });
}

/** The scales of months and of values from zero. */
export const axes = ({ x, top }: DrawnLines, unit: string) => ({
  x,
  y: {
    field: 'value',
    type: 'quantitative',
    scale: { domain: [0, top], nice: false },
    axis: { title: null, tickCount: 4, labelExpr: valueLabels(unit) },
  },
});
