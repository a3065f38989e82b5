import { formatCount } from '../../data/definitions/numbers.ts';
import { seen } from './rows/hidden.ts';

/** A row with a fault, and the value found there. */
export interface Case {
  /** Data row, 1 being the first row under the header; null for the whole file. */
  row: number | null;
  /** The cell as written in the file, at most 200 characters, with hidden characters as code points. */
  value: string | null;
}

/**
 * What is wrong in a given file, where, and what to do. A single problem stops the release. All rows of a file with the
 * same fault in the same column are one problem, which shows the first of them.
 */
export interface Problem extends Case {
  /** Base name of the file; for a member of a zip `zipname/member`. */
  file: string;
  /** The published name of the column; null for the whole row or file. */
  column: string | null;
  /** The fault, a colon, and its details in this row. */
  message: string;
  /** The other rows with this fault, if any. */
  more?: More;
}

interface More {
  rows: number;
  /** The first of them, at most four. */
  first: Case[];
}

/** How many rows with the same fault are shown, each with its value. */
export const mostTold = 5;

/** A problem with a whole file. */
export const fileProblem = (file: string, message: string): Problem => ({
  file: seen(file),
  row: null,
  column: null,
  value: null,
  message: seen(message),
});

/** A problem as one line: `file, row 12, column value: not a whole number: 12.5`. */
export function formatProblem({ file, row, column, value, message, more }: Problem): string {
  // A column without a name is called by its place, such as "column 13".
  const where = [
    file,
    row === null ? null : formatRows(row, more),
    column && (/^column \d+$/.test(column) ? column : `column ${column}`),
  ];
  const values = new Set(more?.first.map((one) => one.value).filter((one) => one !== value));
  const others = column && values.size > 0 ? ` (then ${[...values].join(', ')})` : '';
  return `${where.filter(Boolean).join(', ')}: ${message}${others}`;
}

/** "row 12", "rows 12 and 15", "rows 12, 15, 18, 20, 22 and 42 more" */
function formatRows(row: number, more: More | undefined): string {
  if (!more) return `row ${row}`;
  const told = [row, ...more.first.map((one) => one.row)];
  const untold = more.rows - more.first.length;
  const last = untold > 0 ? `${formatCount(untold)} more` : told.pop();
  return `rows ${told.join(', ')} and ${last}`;
}

/** What a check found in one file, and how many rows it stands for, if more than one. */
export type Found = Omit<Problem, 'file' | 'more'> & { rows?: number };

/**
 * Adds what a check found in a file to the problems with the same fault, cutting long values and showing hidden
 * characters.
 */
export function addFound(problems: Problem[], file: string, found: readonly Found[]): void {
  for (const { row, column, value, message, rows = 1 } of found) {
    const one = { row, value: value && cut(seen(value), 200) };
    const fault = faultOf(message);
    const same = problems.findLast(
      (problem) =>
        problem.file === file && problem.column === column && faultOf(problem.message) === fault,
    );
    if (same) same.more = joined(same.more, one, rows);
    else {
      const more = rows > 1 ? { more: { rows: rows - 1, first: [] } } : {};
      problems.push({ file, ...one, column, message: cut(seen(message), 600), ...more });
    }
  }
}

function joined(more: More | undefined, one: Case, rows: number): More {
  const { rows: before, first } = more ?? { rows: 0, first: [] };
  return { rows: before + rows, first: first.length < mostTold - 1 ? [...first, one] : first };
}

/** The part that messages of the same fault have in common. */
const faultOf = (message: string): string => message.split(': ', 1)[0]!;

/** A text cut to at most this many characters. */
const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most)}…` : text;
