import { setTimeout as wait } from 'node:timers/promises';
import type { Outcome } from '../ingest.ts';
import { formatReport } from '../report/report.ts';
import { Arrivals } from './arrivals.ts';

interface Watching {
  /** Reads files, and makes a release or a draft of them where it can. */
  read(paths: readonly string[]): Promise<Outcome>;
  /** Tells whoever looks on. */
  tell(line: string): void;
  /** What to say of a failure that is no fault of the files. */
  told(error: Error): string;
  signal: AbortSignal;
  /** How long a file must have stayed as it is to have arrived, in ms. */
  every?: number;
}

/**
 * Until the signal, reads the files that arrive in a folder: those that arrive together make one release, as one month
 * of three services does. The report of each stays beside it. What fails for another reason is told, and tried again.
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
        const lines = formatReport(await read(files.map(({ path }) => path)));
        arrivals.report(files, lines);
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
