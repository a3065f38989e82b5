import { parseArgs } from 'node:util';
import { londonTime } from '../data/definitions/londonTimes.ts';
import { type Service, services } from '../data/definitions/measures.ts';
import { readSetting } from '../data/definitions/settings.ts';
import { dataFolder } from '../server/store/dataFolder.ts';
import { whoDoes } from './ingest/folder/who.ts';
import { parseReason } from './ingest/gate/acceptance.ts';
import { ingest, type Outcome } from './ingest/ingest.ts';
import { type Limits, readLimits } from './ingest/limits.ts';
import { progressDisplay } from './ingest/report/progressBars.ts';
import { formatReport } from './ingest/report/report.ts';

const usage = `usage: npm run ingest -- [options] FILE...

Reads published extracts (.csv, .csv.gz, .zip) and makes a release of them. Reference files join it, with extracts
or alone: NHS Digital's practice lookup, the ODS list of practices (epraccur), deprivation scores by practice (OHID
Fingertips, indicator 93553 or 94240) and boundaries (GeoJSON); a release keeps them until others of their kind are
given.

  --fresh            start from nothing instead of the current release's other months
  --check            look for problems and report, but release nothing
  --accept REASON    release in spite of the gate's doubts; the release records the reason
  --service SERVICE  service of wide files whose names do not say it: ${services.join(', ')}
  --at WHEN          publish the release at a time in England, such as "2019-05-30 09:30"; until then it is a draft
  --as NAME          who makes the release, for the ledger; without it the name of your login
  --json             print the outcome as JSON, with every problem`;

interface Asked {
  files: string[];
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
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    process.exit(0);
  }
  if (positionals.length === 0) throw new Error('no file is given');
  const service = values.service ?? null;
  if (service !== null && !services.includes(service as Service)) {
    throw new Error(`unknown service: ${service} (known are ${services.join(', ')})`);
  }
  const { fresh, check, json, as } = values;
  const accept = values.accept === undefined ? null : parseReason(values.accept);
  const at = values.at === undefined ? null : londonTime(values.at).getTime();
  const asked = { files: positionals, fresh, check, json, as, at, accept };
  return { ...asked, service: service as Service | null };
}

function parseOrExit(args: string[]): Asked & { limits: Limits } {
  try {
    return { ...parseCommand(args), limits: readLimits(process.env) };
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    process.exit(2);
  }
}

/** Ctrl-C breaks off and cleans up; a second one ends the process at once. */
function stopOnSignals(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(name, () => controller.abort());
  }
  return controller.signal;
}

/** What went wrong in one line, without the SQL it went wrong in. */
function told({ message }: Error): string {
  const [line] = message.split('\n') as [string];
  const full = /no space left|ENOSPC|could not write|failed to write/i.test(message);
  return full ? `no room left on the disk of ${dataFolder()}: ${line}` : line;
}

const asked = parseOrExit(process.argv.slice(2));
const signal = stopOnSignals();
const display = progressDisplay(process.stderr);
try {
  const onProgress = display.show;
  const outcome: Outcome = await ingest({
    ...asked,
    dataFolder: dataFolder(),
    by: whoDoes(asked.as),
    only: readSetting(process.env, 'UPTAKE_KIND'),
    onProgress,
    signal,
  });
  display.end();
  if (asked.json) console.log(JSON.stringify(outcome, null, 2));
  else console.log(formatReport(outcome, asked.accept).join('\n'));
  const { problems, doubts, accepted } = outcome;
  process.exitCode = problems.length > 0 || (doubts.length > 0 && accepted === null) ? 1 : 0;
} catch (error) {
  display.end();
  console.error(told(error as Error));
  process.exitCode = signal.aborted ? 130 : 1;
}
