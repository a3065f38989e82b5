import { accessSync, constants, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { londonTime } from '../../data/definitions/londonTimes.ts';
import { type Service, services } from '../../data/definitions/measures.ts';
import { readSetting } from '../../data/definitions/settings.ts';
import { dataFolder } from '../../server/store/dataFolder.ts';
import type { TextCounter } from './files/textCounter.ts';
import { whoDoes } from './folder/who.ts';
import { parseReason } from './gate/acceptance.ts';
import { type IngestOptions, ingest, type Outcome } from './ingest.ts';
import { type Limits, readLimits } from './limits.ts';
import { progressDisplay } from './report/progressBars.ts';
import { formatReport } from './report/report.ts';
import { watchFolder } from './watch/watchFolder.ts';

const usage = `usage: npm run ingest -- [options] FILE...
       npm run ingest -- --watch FOLDER [--service SERVICE] [--as NAME]

Reads published extracts (.csv, .csv.gz, .zip) and makes a release of them. A FILE may be an address, such as
https://example.org/POMI_APR2018_to_SEP2018.zip. Reference files join it, with extracts
or alone: NHS Digital's practice lookup, the ODS list of practices (epraccur), deprivation scores by practice (OHID
Fingertips, indicator 93553 or 94240) and boundaries (GeoJSON); a release keeps them until others of their kind are
given.

  --fresh            start from nothing instead of the current release's other months
  --check            look for problems and report, but release nothing
  --accept REASON    release in spite of the gate's doubts; the release records the reason
  --service SERVICE  service of wide files whose names do not say it: ${services.join(', ')}
  --at WHEN          publish the release at a time in England, such as "2019-05-30 09:30"; until then it is a draft
  --as NAME          who makes the release, for the ledger; without it the name of your login
  --json             print the outcome as JSON, with every problem
  --watch FOLDER     read what arrives in a folder, until Ctrl-C; the report of each file is put beside it`;

interface Asked {
  files: string[];
  /** The folder to watch; null to read the files given. */
  watch: string | null;
  fresh: boolean;
  check: boolean;
  json: boolean;
  accept: string | null;
  service: Service | null;
  as: string | undefined;
  at: number | null;
}

function parseCommand(args: string[]): Asked {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      fresh: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      accept: { type: 'string' },
      service: { type: 'string' },
      as: { type: 'string' },
      at: { type: 'string' },
      watch: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    process.exit(0);
  }
  const watch = values.watch ?? null;
  if (watch !== null) checkWatched(watch, positionals, values);
  else if (positionals.length === 0) throw new Error('no file is given');
  const service = values.service ?? null;
  if (service !== null && !services.includes(service as Service)) {
    throw new Error(`unknown service: ${service} (known are ${services.join(', ')})`);
  }
  const { fresh, check, json, as } = values;
  const accept = values.accept === undefined ? null : parseReason(values.accept);
  const at = values.at === undefined ? null : londonTime(values.at).getTime();
  const asked = { files: positionals, watch, fresh, check, json, as, at, accept };
  return { ...asked, service: service as Service | null };
}

/** Options for a single release are not allowed for all that may arrive. */
function checkWatched(folder: string, files: readonly string[], values: object): void {
  const ofOne = ['fresh', 'check', 'json', 'accept', 'at'].find((name) =>
    Boolean((values as Record<string, unknown>)[name]),
  );
  if (ofOne) throw new Error(`--watch takes no --${ofOne}`);
  if (files.length > 0) throw new Error(`--watch takes no file: ${files[0]}`);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`not a folder: ${folder}`);
  }
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    throw new Error(`nothing can be written to the folder, where reports are put: ${folder}`);
  }
}

function parseOrExit(args: string[]): Asked & { limits: Limits; patience: number } {
  try {
    const patience = readSetting(process.env, 'UPTAKE_PATIENCE') * 1000;
    return { ...parseCommand(args), limits: readLimits(process.env), patience };
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    process.exit(2);
  }
}

/** Ctrl-C cancels and cleans up; a second one ends the process at once. */
function stopOnSignals(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(name, () => controller.abort());
  }
  return controller.signal;
}

/** An error in one line, without its SQL. */
function told({ message }: Error): string {
  const [line] = message.split('\n') as [string];
  const full = /no space left|ENOSPC|could not write|failed to write/i.test(message);
  return full ? `no room left on the disk of ${dataFolder()}: ${line}` : line;
}

/** Runs `npm run ingest`. `counter` may have begun to count the files given. */
export async function runCommand(counter: TextCounter): Promise<void> {
  const asked = parseOrExit(process.argv.slice(2));
  const signal = stopOnSignals();
  const read = (files: readonly string[], own: Partial<IngestOptions> = {}) =>
    ingest({
      ...asked,
      files,
      dataFolder: dataFolder(),
      by: whoDoes(asked.as),
      only: readSetting(process.env, 'UPTAKE_KIND'),
      signal,
      ...own,
    });
  try {
    if (asked.watch === null) {
      const display = await progressDisplay(process.stderr);
      const reading = read(asked.files, { onProgress: display.show, counter });
      report(asked, await reading.finally(display.end));
    } else {
      console.log(`Watching ${asked.watch}: Ctrl-C ends it.`);
      await watchFolder(asked.watch, { read, tell: console.log, told, signal });
    }
  } catch (error) {
    console.error(told(error as Error));
    process.exitCode = signal.aborted ? 130 : 1;
  }
}

function report({ json, accept }: Asked, outcome: Outcome): void {
  if (json) console.log(JSON.stringify(outcome, null, 2));
  else console.log(formatReport(outcome, accept).join('\n'));
  const { problems, doubts, accepted } = outcome;
  process.exitCode = problems.length > 0 || (doubts.length > 0 && accepted === null) ? 1 : 0;
}
