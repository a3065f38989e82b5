import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReleaseKind } from '../data/definitions/releaseFolder.ts';
import { readSetting } from '../data/definitions/settings.ts';
import { dataFolder } from '../server/store/dataFolder.ts';
import { ReleaseFolder } from '../server/store/releases/folder.ts';
import { makeIllustration } from './illustrate.ts';
import { progressDisplay } from './ingest/report/progressBars.ts';
import { formatReport } from './ingest/report/report.ts';

interface Start {
  folder: string;
  /** Whether a setting names the folder. */
  isNamed: boolean;
  /** The only kind of figures that may be made. */
  only: ReleaseKind | null;
}

/**
 * What to do when starting without a current release: make the illustrative England, continue, or stop; and the
 * message.
 */
export interface Step {
  do: 'illustrate' | 'go on' | 'stop';
  say: string;
}

/**
 * Decides what to do when starting without a current release. Invented figures are made only if they cannot hide lost
 * data: in the project's own folder, and only if that does not exist or contains what an earlier start left unfinished.
 * A folder that a setting names, or one that exists and is empty, may be a disk that is not mounted.
 */
export function firstStep({ folder, isNamed, only }: Start): Step {
  const { entries, removed } = new ReleaseFolder(folder).look();
  if (entries.size || removed.size) {
    const held = [...entries.keys()].join(', ') || 'only releases that were removed';
    return {
      do: 'go on',
      say: `There is no file \`current\` in ${folder}, which holds ${held}, so nothing was made. Choose the current release with \`npm run releases -- use ID\`.`,
    };
  }
  const byHand =
    only === 'published'
      ? 'Make one of published files with `npm run ingest -- FILE...`; UPTAKE_KIND forbids an illustrative one.'
      : 'Make one of published files with `npm run ingest -- FILE...`, or an illustrative one with `npm run illustrate`.';
  const names = existsSync(folder) ? readdirSync(folder) : null;
  const mayBeMounted = isNamed || names?.length === 0;
  if (mayBeMounted || only === 'published') {
    const where = isNamed ? `${folder}, which UPTAKE_DATA names` : folder;
    const mount = mayBeMounted ? 'If a disk belongs there, mount it. ' : '';
    return { do: 'stop', say: `There is no release in ${where}. ${mount}${byHand}` };
  }
  return { do: 'illustrate', say: 'There is no release yet: making the illustrative England…' };
}

/** Makes the illustrative England, with progress on a terminal. Of its report it shows only what went wrong. */
async function illustrate(): Promise<void> {
  const display = await progressDisplay(process.stderr);
  const outcome = await makeIllustration([], process.stderr.isTTY ? display.show : undefined);
  display.end();
  if (outcome.release) return;
  console.error(formatReport(outcome).join('\n'));
  process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const isNamed = Boolean(process.env.UPTAKE_DATA);
    const only = readSetting(process.env, 'UPTAKE_KIND');
    const step = firstStep({ folder: resolve(dataFolder()), isNamed, only });
    console.error(step.say);
    if (step.do === 'stop') process.exitCode = 1;
    if (step.do === 'illustrate') await illustrate();
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
