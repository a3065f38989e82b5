import Papa from 'papaparse';
import { type Layout, layouts, type Role } from '../../../data/definitions/extracts.ts';
import { fileProblem, type Problem } from '../problem.ts';

export type Newline = '\n' | '\r\n' | '\r';

/** How a file is written and what its columns hold, in the order of the file. */
export interface Header {
  layout: Layout;
  columns: { name: string; role: Role }[];
  delimiter: string;
  newline: Newline;
  /** Whether lines before the header are blank, which only the careful reader skips. */
  blankLinesBefore: boolean;
}

const delimiters = [',', ';', '\t', '|'];
const knownNames = new Set(layouts.flatMap(({ columns }) => Object.keys(columns)));

/** The layout and dialect of a file from its first 64 KB, or the problem that it has none known. */
export function readHeader(file: string, head: Buffer): Header | Problem {
  if (head.length === 0) return fileProblem(file, 'the file is empty');
  if (isWide(head)) {
    return fileProblem(file, 'the file is written in UTF-16: save it as CSV in UTF-8');
  }
  const text = head.toString('utf8').replace(/^\ufeff/, '');
  if (firstLine(text).includes('\0'))
    return fileProblem(file, 'this is not a text file: it holds NUL bytes');
  const blank = /^(?:[ \t]*(?:\r\n|\n|\r))*/.exec(text)![0];
  const parsed = delimiters.map((delimiter) => firstRecord(text.slice(blank.length), delimiter));
  const { names, delimiter } = parsed.reduce((best, next) =>
    knownCount(next.names) > knownCount(best.names) ? next : best,
  );
  const layout = layoutOf(names);
  if (!layout) return fileProblem(file, unknownLayout(names));
  return {
    layout,
    columns: names.map((name) => ({ name, role: layout.columns[name]! })),
    delimiter,
    newline: newlineOf(text),
    blankLinesBefore: blank !== '',
  };
}

const isWide = (head: Buffer) =>
  (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);

const firstLine = (text: string) => text.split(/[\r\n]+/, 2).join('');

function firstRecord(text: string, delimiter: string): { names: string[]; delimiter: string } {
  const { data } = Papa.parse<string[]>(text, { delimiter, preview: 1 });
  return { names: (data[0] ?? []).map((name) => name.trim()), delimiter };
}

const knownCount = (names: string[]) => names.filter((name) => knownNames.has(name)).length;

/** What ends the first line of a text, and so is taken to end all. */
export function newlineOf(text: string): Newline {
  const first = /\r\n|\n|\r/.exec(text)?.[0];
  return (first as Newline | undefined) ?? '\n';
}

const layoutOf = (names: string[]): Layout | undefined =>
  layouts.find(
    ({ columns }) =>
      names.length === Object.keys(columns).length &&
      new Set(names).size === names.length &&
      names.every((name) => Object.hasOwn(columns, name)),
  );

/** "unknown layout: the nearest is long-2018 (...); missing: ccg_code; not known in it: CCG" */
function unknownLayout(names: string[]): string {
  const differences = layouts.map((layout) => ({ layout, ...difference(layout, names) }));
  const size = ({ missing, surplus }: Difference) => missing.length + surplus.length;
  const nearest = differences.reduce((best, next) => (size(next) < size(best) ? next : best));
  const { layout, missing, surplus } = nearest;
  if (missing.length === Object.keys(layout.columns).length) {
    return `unknown layout: none of its columns is known: ${shown(names)}`;
  }
  const parts = [`unknown layout: the nearest is ${layout.id} (${layout.description})`];
  const inOtherCase = missing.flatMap((name) => {
    const written = surplus.find((other) => other.toLowerCase() === name.toLowerCase());
    return written ? [`${written} should be ${name}`] : [];
  });
  const sameName = (name: string, others: string[]) =>
    others.some((other) => other.toLowerCase() === name.toLowerCase());
  const gone = missing.filter((name) => !sameName(name, surplus));
  const strange = surplus.filter((name) => !sameName(name, missing));
  const twice = [...new Set(names.filter((name, i) => names.indexOf(name) !== i))];
  if (inOtherCase.length) parts.push(`written otherwise: ${inOtherCase.join(', ')}`);
  if (gone.length) parts.push(`missing: ${gone.join(', ')}`);
  if (strange.length) parts.push(`not in that layout: ${shown(strange)}`);
  if (twice.length) parts.push(`given twice: ${shown(twice)}`);
  return parts.join('; ');
}

interface Difference {
  missing: string[];
  surplus: string[];
}

function difference({ columns }: Layout, names: string[]): Difference {
  return {
    missing: Object.keys(columns).filter((name) => !names.includes(name)),
    surplus: names.filter((name) => !Object.hasOwn(columns, name)),
  };
}

const shown = (names: string[]): string => {
  const text = names.map((name) => name || '(a column without a name)').join(', ');
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
};
