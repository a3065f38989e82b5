import { inLines } from '../lettering.ts';
import { wideFrom } from '../room.ts';

/** What labels take beside the plot at most, in pixels: two fifths of the chart without the gap between. */
export const labelWidth = (width: number): number => width * 0.42 - besideGap;
export const besideGap = 9;
/** The height of each line of a label, in pixels. */
export const labelLine = 15;

/** The narrowest usual chart, in pixels. */
const narrowest = 288;

/** Bold letters of 14 px beside lines, and others in the key, take about so many pixels each. */
const boldLetter = 6.9;
const letter = 6.8;
export const lineHeight = 17;
export const gap = 5;
/** Between the months and the key. */
export const above = 12;
export const textAt = 40;

/** What stands before a name is a value of about so many letters. */
const value = '0.0%';

/** Names beside lines are read one by one where all together are not higher than so many pixels. */
const highest = 240;

/** Whether names stand in a key below a narrow chart, as they have no room beside their lines in up to three lines each. */
export function keyed(names: readonly string[], width: number): boolean {
  if (width >= wideFrom) return false;
  const beside = labelWidth(width);
  const labels = names.flatMap((name) =>
    inLines(`${value} ${name}`, { width: beside, letter: boldLetter, most: 3 }),
  );
  const longest = Math.max(0, ...labels.map(({ length }) => length));
  return longest * boldLetter > beside || labels.length * labelLine + names.length * 3 > highest;
}

/** A name with its value in the lines of the key. */
export const linesIn = (text: string, width: number): string[] =>
  inLines(text, { width: width - textAt, letter, most: 3 });

/** The height of a key in pixels. */
export const keyHeight = (rows: readonly string[][]): number =>
  rows.reduce((sum, lines) => sum + lines.length * lineHeight + gap, above);

/** What a narrow chart is high in pixels, with the key of its lines where it has one. */
export function narrowHeight(names: readonly string[]): number {
  if (!keyed(names, narrowest)) return names.length > 4 ? 400 : 300;
  return 300 + keyHeight(names.map((name) => linesIn(`${value} ${name}`, narrowest)));
}
