import { setTimeout as wait } from 'node:timers/promises';
import type { Outcome } from '../ingest.ts';
import { formatReport } from '../report/report.ts';
import { Arrivals, type Arrived } from './arrivals.ts';

interface Watching {
  /** Reads files, and makes a release or a draft from them if possible. */
  read(paths: readonly string[]): Promise<Outcome>;
  /** Prints a line for the operator. */
  tell(line: string): void;
  /** Describes a failure that is not the files' fault. */
  told(error: Error): string;
  signal: AbortSignal;
  /** How long a file must stay unchanged to count as arrived, in ms. */
  every?: number;
}

/**
 * Until the signal, reads the files that arrive in a folder. Files that arrive together make one release, like the
 * three services of a month. The report of each is put beside it. Those refused only because of others are read again
 * with what replaces those. Other failures are reported, and the files tried again.
 */
export async function watchFolder(
  folder: string,
  { read, tell, told, signal, every = 3000 }: Watching,
): Promise<void> {
  const arrivals = new Arrivals(folder);
  let failure = '';
  while (!signal.aborted) {
    try {
      const files = arrivals.look();
      if (files.length > 0) {
        const outcome = await read(files.map(({ path }) => path));
        const lines = formatReport(outcome);
        arrivals.report(files, lines, faultyOf(files, outcome));
        tell(`${files.map(({ name }) => name).join(', ')}: ${lines.at(-1)}`);
      }
      failure = '';
    } catch (error) {
      const said = told(error as Error);
      if (!signal.aborted && said !== failure) tell(said);
      failure = said;
    }
    await wait(every, null, { signal }).catch(() => {});
  }
}

/** The files that problems are in. Those of a member of a zip are the zip's. */
const faultyOf = (files: readonly Arrived[], { problems }: Outcome): Arrived[] =>
  files.filter(({ name }) =>
    problems.some(({ file }) => file === name || file.startsWith(`${name}/`)),
  );
