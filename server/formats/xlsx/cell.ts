import { styles } from './styles.ts';

/** A cell's value; a text is always a text, never a formula. */
export type Value = string | number | boolean;

export interface Cell {
  value: Value;
  style: keyof typeof styles;
}

/** Text as XML holds it: what XML or spreadsheets would read otherwise is escaped. */
export function xmlText(text: string): string {
  return text
    .slice(0, longestText)
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(notXml, '�');
}

/** The longest text of a cell, in characters; spreadsheets refuse longer ones. */
const longestText = 32_000;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** The letters of a column: A for 0, AA for 26. */
export const columnLetters = (index: number): string =>
  (index >= 26 ? columnLetters(Math.floor(index / 26) - 1) : '') +
  String.fromCharCode(65 + (index % 26));

/** A row of cells from column A on; `number` counts from 1. */
export function rowXml(number: number, cells: readonly Cell[]): string {
  let xml = `<row r="${number}">`;
  for (let i = 0; i < cells.length; i++) {
    const { value, style } = cells[i]!;
    const start = `<c r="${columnLetters(i)}${number}" s="${styles[style]}"`;
    if (typeof value === 'number') xml += `${start}><v>${value}</v></c>`;
    else if (typeof value === 'boolean') xml += `${start} t="b"><v>${value ? 1 : 0}</v></c>`;
    else xml += `${start} t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`;
  }
  return `${xml}</row>`;
}
