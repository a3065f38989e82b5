import { formatShortMonth } from '../../../../data/definitions/months.ts';
import { type Palette, type Role, valueLabels } from '../palette.ts';

/** One line: a stage or a place through the months, with its name. */
export interface Line {
  name: string;
  role: Role;
  months: { period: string; value: number | null; text: string }[];
  /** The text before its name at its end; by default that of its last month. */
  last?: string;
  /** Lengths of dashes and gaps, to distinguish lines of the same colour; solid by default. */
  dash?: readonly number[];
}

/** Lines with their layout: the months, the top of the scale, and the plot in pixels. */
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

/** A line's name after its last value, with the month of that value if it is not the last one shown. */
export function nameAtEnd(line: Line, lastMonth: string): string {
  const { period } = lastOf(line);
  return period < lastMonth ? `${line.name} in ${formatShortMonth(period)}`.trim() : line.name;
}

/** A row for each month of each line, with what its mark is drawn from. */
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
