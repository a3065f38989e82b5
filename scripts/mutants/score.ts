/** A change that no test noticed: its place, and what the code became. */
export interface Survivor {
  file: string;
  line: number;
  change: string;
}

/** The changes to a file that tests noticed. */
export interface Score {
  file: string;
  /** The day it was measured, as YYYY-MM-DD. */
  measured: string;
  killed: number;
  survived: Survivor[];
}

/** The changes that tests noticed, of those drawn at random from all files of a folder. */
export interface Sample {
  folder: string;
  measured: string;
  /** The number that decided which changes were drawn. */
  seed: number;
  /** Whether the same changes were measured before, so that tests may have been written for them since. */
  again?: boolean;
  /** How many changes the folder has. */
  all: number;
  killed: number;
  survived: Survivor[];
}

/** What has been measured: samples of folders, and files in whole. */
export interface Kept {
  samples: Sample[];
  files: Score[];
}

interface Mutant {
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
    measured: dayOf(at),
    killed: mutants.filter(({ status }) => noticed.has(status)).length,
    survived: mutants
      .filter(({ status }) => unnoticed.has(status))
      .map((mutant) => ({
        file,
        line: mutant.location.start.line,
        change: `${inOneLine(codeOf(mutant, source))} → ${inOneLine(mutant.replacement)}`,
      }))
      .sort((a, b) => a.line - b.line),
  }));

/** The score of a sample. Changes that were not drawn stand in the report as ignored. */
export function sampleOf(report: Report, of: { folder: string; seed: number }, at: Date): Sample {
  const scores = scoreOf(report, at);
  return {
    ...of,
    measured: dayOf(at),
    all: Object.values(report.files).reduce((sum, { mutants }) => sum + mutants.length, 0),
    killed: scores.reduce((sum, { killed }) => sum + killed, 0),
    survived: scores.flatMap(({ survived }) => survived),
  };
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

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
