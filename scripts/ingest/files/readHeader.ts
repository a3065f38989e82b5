import Papa from 'papaparse';
import { type Layout, layouts, type Role } from '../../../data/definitions/extracts.ts';
import { fileProblem, type Problem } from '../problem.ts';
import { knownCount, unknownLayout } from './unknownLayout.ts';

export type Newline = '\n' | '\r\n' | '\r';

/** A file's dialect and the meaning of its columns, in the order of the file. */
export interface Header {
  layout: Layout;
  /** Null for columns without a name, as spreadsheets leave them, with nothing below. */
  roles: (Role | null)[];
  delimiter: string;
  newline: Newline;
  /** Whether blank lines precede the header, which only the careful reader skips. */
  blankLinesBefore: boolean;
}

const delimiters = [',', ';', '\t', '|'];

/** The layout and dialect of a file from its first 64 KB, or the problem that it has no known one. */
export function readHeader(file: string, head: Buffer): Header | Problem {
  const text = head.toString('utf8').replace(/^\ufeff/, '');
  const blank = /^(?:[ \t]*(?:\r\n|\n|\r))*/.exec(text)![0];
  const parsed = delimiters.map((delimiter) => firstRecord(text.slice(blank.length), delimiter));
  const { names, delimiter } = parsed.reduce((best, next) =>
    knownCount(next.names) > knownCount(best.names) ? next : best,
  );
  const layout = layoutOf(names.filter((name) => name !== ''));
  if (!layout) return fileProblem(file, headerBelow(text) ?? unknownLayout(names));
  return {
    layout,
    roles: names.map((name) => layout.columns[name] ?? null),
    delimiter,
    newline: newlineOf(text),
    blankLinesBefore: blank !== '',
  };
}

function firstRecord(text: string, delimiter: string): { names: string[]; delimiter: string } {
  const { data } = Papa.parse<string[]>(text, { delimiter, preview: 1 });
  return { names: (data[0] ?? []).map((name) => name.trim()), delimiter };
}

/** The line ending of a text's first line, which is assumed for all. */
export function newlineOf(text: string): Newline {
  const first = /\r\n|\n|\r/.exec(text)?.[0];
  return (first as Newline | undefined) ?? '\n';
}

/** How many lines to search for a header below others, and how many known names make a line a header. */
const furthest = 20;
const fewestNames = 5;

/** What to say if a known header is below other lines; null if there is none. */
function headerBelow(text: string): string | null {
  const lines = text.split(/\r\n|\n|\r/, furthest);
  const first = lines.findIndex((line) => line.trim() !== '');
  const header = lines.findIndex((line) =>
    delimiters.some((delimiter) => knownCount(firstRecord(line, delimiter).names) >= fewestNames),
  );
  return header > first
    ? `the header is in line ${header + 1}, under other lines: remove the lines above it`
    : null;
}

const layoutOf = (names: string[]): Layout | undefined =>
  layouts.find(
    ({ columns }) =>
      names.length === Object.keys(columns).length &&
      new Set(names).size === names.length &&
      names.every((name) => Object.hasOwn(columns, name)),
  );
