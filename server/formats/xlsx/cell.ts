import { lineHeight, styles } from './styles.ts';

/** A cell's value. Text is always text, never a formula. */
export type Value = string | number | boolean;

export interface Cell {
  value: Value;
  style: keyof typeof styles;
}

/** The greatest row height that spreadsheets accept, in points. */
const highest = 409;

/** The longest text in a cell, in characters. Spreadsheets reject longer ones. */
const longestText = 32_000;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: any of these needs a closer look
const notPlain = /[&<>"\u0000-\u001f\ufffe\uffff]|_x[0-9A-Fa-f]{4}_/;

/** Text for XML: escapes what XML or spreadsheets would read differently. */
export function xmlText(text: string): string {
  const held = text.length > longestText ? text.slice(0, longestText) : text;
  if (!notPlain.test(held)) return held;
  return held
    .replace(/\r\n?/g, '\n')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(notXml, '\ufffd');
}

/** The letters of a column: A for 0, AA for 26. */
export const columnLetters = (index: number): string =>
  (index >= 26 ? columnLetters(Math.floor(index / 26) - 1) : '') +
  String.fromCharCode(65 + (index % 26));

/** The approximate width of a text, in digit widths: small letters are narrower, capitals wider. */
export const textWidth = (text: string): number =>
  text.length * 0.92 + (text.match(/[A-Z]/g)?.length ?? 0) * 0.4;

/** The opening tag of a row. `number` counts from 1; `height`, in points, is optional. */
export const rowStart = (number: number, height?: number): string =>
  `<row r="${number}"${height ? ` ht="${height}" customHeight="1"` : ''}>`;

/** A row of cells, starting in column A. */
export const rowXml = (number: number, cells: readonly Cell[], height?: number): string =>
  `${rowStart(number, height)}${cells.map(({ value, style }, i) => cellXml(columnLetters(i), number, value, style)).join('')}</row>`;

/** A row of cells whose texts wrap within these column widths, as high as the longest text needs. */
export function wrappedRowXml(
  number: number,
  cells: readonly Cell[],
  widths: readonly number[],
): string {
  const high = cells.map(({ value, style }, i) =>
    style === 'link'
      ? lineHeight(style)
      : wrappedHeight(String(value), widths[i]!, lineHeight(style)),
  );
  return rowXml(number, cells, Math.max(...high));
}

/** The height in points of a text that wraps within a width in characters; at most `highest`. */
export function wrappedHeight(text: string, width: number, line = lineHeight('wrapped')): number {
  const lines = Math.ceil((textWidth(text) * 1.05) / width);
  return Math.min(highest, line * Math.max(1, lines));
}

/** One cell, in the column with these letters. */
export function cellXml(letters: string, row: number, value: Value, style: Cell['style']): string {
  const start = `<c r="${letters}${row}" s="${styles[style]}"`;
  if (typeof value === 'number') return `${start}><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `${start} t="b"><v>${value ? 1 : 0}</v></c>`;
  const space = atEdge.test(value) ? ' xml:space="preserve"' : '';
  return `${start} t="inlineStr"><is><t${space}>${xmlText(value)}</t></is></c>`;
}

const atEdge = /^\s|\s$/;
