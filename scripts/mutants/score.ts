/** A change that no test noticed: its place, and what the code became. */
export interface Survivor {
  line: number;
  change: string;
  /** The kind of change, by Stryker's name. */
  kind: string;
}

/** The changes to a file that tests noticed. */
export interface Score {
  file: string;
  /** The day it was measured, as YYYY-MM-DD. */
  measured: string;
  killed: number;
  survived: Survivor[];
}

interface Mutant {
  mutatorName: string;
  replacement: string;
  status: string;
  location: Record<'start' | 'end', { line: number; column: number }>;
}

/** The parts of a Stryker report that are used. */
export interface Report {
  files: Record<string, { source: string; mutants: Mutant[] }>;
}

const noticed = new Set(['Killed', 'Timeout', 'RuntimeError']);
const unnoticed = new Set(['Survived', 'NoCoverage']);

/** The score of each file. Changes that do not compile are not counted. */
export const scoreOf = ({ files }: Report, at: Date): Score[] =>
  Object.entries(files).map(([file, { source, mutants }]) => ({
    file,
    measured: at.toISOString().slice(0, 10),
    killed: mutants.filter(({ status }) => noticed.has(status)).length,
    survived: mutants
      .filter(({ status }) => unnoticed.has(status))
      .map((mutant) => ({
        line: mutant.location.start.line,
        change: `${inOneLine(codeOf(mutant, source))} → ${inOneLine(mutant.replacement)}`,
        kind: mutant.mutatorName,
      }))
      .sort((a, b) => a.line - b.line),
  }));

function codeOf({ location: { start, end } }: Mutant, source: string): string {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines.at(-1)!.slice(0, end.column - 1);
  lines[0] = lines[0]!.slice(start.column - 1);
  return lines.join('\n');
}

const longest = 70;
const inOneLine = (code: string): string => {
  const line = code.replace(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
};
