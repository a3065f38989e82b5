/** What is wrong in a file given, where it stands, and what to do; one problem stops the release. */
export interface Problem {
  /** Base name of the file; for a member of a zip `zipname/member`. */
  file: string;
  /** Data row, 1 being the first row under the header; null where the whole file is meant. */
  row: number | null;
  /** The published name of the column; null where the whole row or file is meant. */
  column: string | null;
  /** The cell as it stands in the file, at most 200 characters of it. */
  value: string | null;
  message: string;
}

/** A problem with a whole file. */
export const fileProblem = (file: string, message: string): Problem => ({
  file,
  row: null,
  column: null,
  value: null,
  message,
});

/** A problem as one line: `file, row 12, column value: not a whole number: 12.5`. */
export function formatProblem({ file, row, column, message }: Problem): string {
  const where = [file, row === null ? null : `row ${row}`, column && `column ${column}`];
  return `${where.filter(Boolean).join(', ')}: ${message}`;
}

/** What a check found in one file. */
export type Found = Omit<Problem, 'file'>;

/** Adds what a check found in a file, long values cut. */
export function addFound(problems: Problem[], file: string, found: readonly Found[]): void {
  for (const { row, column, value, message } of found) {
    problems.push({
      file,
      row,
      column,
      value: value && cut(value, 200),
      message: cut(message, 600),
    });
  }
}

/** At most so many characters of a text. */
export const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most)}…` : text;
