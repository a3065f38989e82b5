import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const resolve = createRequire(import.meta.url).resolve;
const fontFile = (weight: string): string =>
  resolve(`@expo-google-fonts/source-sans-3/${weight}/SourceSans3_${weight}.ttf`);

/** The files of the typeface of images. */
export const fontFiles = ['400Regular', '600SemiBold', '700Bold'].map(fontFile);

/** The typeface for embedding in an SVG, so that it looks the same everywhere; made once. */
export function fontStyle(): string {
  style ??= `<style>@font-face{font-family:"Source Sans 3";font-weight:200 900;src:url(data:font/woff2;base64,${readFileSync(
    resolve('@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2'),
  ).toString('base64')}) format("woff2")}</style>`;
  return style;
}
let style: string | undefined;

/** Letter widths in a font file, as fractions of the font size. */
function advancesOf(file: string): (code: number) => number {
  const bytes = readFileSync(file);
  const tables = new Map<string, number>();
  for (let i = 0; i < bytes.readUInt16BE(4); i++) {
    const at = 12 + i * 16;
    tables.set(bytes.toString('latin1', at, at + 4), bytes.readUInt32BE(at + 8));
  }
  const unitsPerEm = bytes.readUInt16BE(tables.get('head')! + 18);
  const longMetrics = bytes.readUInt16BE(tables.get('hhea')! + 34);
  const glyphOf = glyphsOf(bytes, tables.get('cmap')!);
  const hmtx = tables.get('hmtx')!;
  return (code) => {
    const glyph = Math.min(glyphOf(code), longMetrics - 1);
    return bytes.readUInt16BE(hmtx + glyph * 4) / unitsPerEm;
  };
}

/** Glyphs by character code, from the format 4 table that every such font has for the Basic Multilingual Plane. */
function glyphsOf(bytes: Buffer, cmap: number): (code: number) => number {
  let table = 0;
  for (let i = 0; i < bytes.readUInt16BE(cmap + 2); i++) {
    const at = cmap + bytes.readUInt32BE(cmap + 4 + i * 8 + 4);
    if (bytes.readUInt16BE(at) === 4) table = at;
  }
  const segments = bytes.readUInt16BE(table + 6) / 2;
  const ends = table + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const offsets = deltas + segments * 2;
  return (code) => {
    for (let i = 0; i < segments; i++) {
      if (code > bytes.readUInt16BE(ends + i * 2)) continue;
      const start = bytes.readUInt16BE(starts + i * 2);
      if (code < start) return 0;
      const delta = bytes.readUInt16BE(deltas + i * 2);
      const offset = bytes.readUInt16BE(offsets + i * 2);
      if (offset === 0) return (code + delta) & 0xffff;
      const glyph = bytes.readUInt16BE(offsets + i * 2 + offset + (code - start) * 2);
      return glyph && (glyph + delta) & 0xffff;
    }
    return 0;
  };
}

const regular = advancesOf(fontFiles[0]!);
const bold = advancesOf(fontFiles[1]!);

/** Width of a text in pixels at a size in pixels; bold from weight 600. */
export function textWidth(text: string, size: number, weight: number | string = 400): number {
  const advance = Number(weight) >= 600 || weight === 'bold' ? bold : regular;
  let width = 0;
  for (const letter of text) width += advance(letter.codePointAt(0)!);
  return width * size;
}

/** Splits a text into lines that fit a width in pixels. A single word that is too long gets its own line. */
export function wrapped(text: string, width: number, size: number, weight = 400): string[] {
  const lines = filled(text, width, size, weight);
  if (lines.length < 2 || lines.at(-1)!.includes(' ')) return lines;
  // Gives a word alone on the last line company from the line before, if that needs no extra line.
  for (let narrower = width * 0.95; narrower > width * 0.6; narrower *= 0.95) {
    const other = filled(text, narrower, size, weight);
    if (other.length > lines.length) break;
    if (other.at(-1)!.includes(' ')) return other;
  }
  return lines;
}

/** Text in lines that each hold as many words as fit. */
function filled(text: string, width: number, size: number, weight: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && textWidth(longer, size, weight) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  if (line) lines.push(line);
  return lines;
}
