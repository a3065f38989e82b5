import { type ChartHeight, wideFrom } from './room.ts';

/** The narrowest usual chart, in pixels. */
export const narrowest = 272;

/**
 * The approximate number of lines for this many letters. Pages reserve height by it before a chart is drawn, which then
 * fits into it.
 */
export const linesOf = (letters: number, width: number): number =>
  Math.ceil((letters * 7.5) / width);

export const sum = (numbers: readonly number[]): number =>
  numbers.reduce((all, one) => all + one, 0);

/** Room above and below all rows of a ranking, and right of them for values. */
export const rowsAround = { top: 26, bottom: 34, right: 58 } as const;

/** The height of each line of a name above its row, and that of the marks below it with the gap to the next name. */
export const rowName = 17;
export const rowMarks = 26;

/** Whether names are above their rows: in a narrow chart, if one of them has no room beside its row. */
export const namesAbove = (names: readonly string[], width: number): boolean =>
  width < wideFrom && names.some(({ length }) => length > 16);

/** The height of a ranking with rows for these names. */
export function rowsHeight(names: readonly string[]): ChartHeight {
  const around = rowsAround.top + rowsAround.bottom;
  const wide = Math.max(3, names.length) * rowMarks + around + 2;
  if (!namesAbove(names, narrowest)) return { wide, narrow: wide };
  const rows = names.map(({ length }) => linesOf(length, narrowest) * rowName + rowMarks);
  return { wide, narrow: around + sum(rows) };
}

/** The height of lines by month with these names; on phones with a key if they have no room beside their lines. */
export function linesHeight(names: readonly string[]): ChartHeight {
  const letters = names.map(({ length }) => length + 5);
  const beside = letters.map((one) => linesOf(one, narrowest * 0.38));
  const keyed = Math.max(0, ...beside) > 3 || sum(beside) > 14;
  const key = letters.map((one) => linesOf(one, narrowest - 40) * 17 + 5);
  const narrow = keyed ? 312 + sum(key) : names.length > 4 ? 400 : 300;
  return { wide: 340, narrow };
}
