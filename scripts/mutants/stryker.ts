import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Part } from './parts.ts';
import type { Report } from './score.ts';

const report = 'node_modules/.mutants/report.json';

/** How many changes to draw, and the number that decides which. */
interface Draw {
  size: number;
  seed: number;
}

/** Lets Stryker change the code of some paths of a part, everywhere or at drawn places, and returns its report. */
export function changed(
  { tests, except = [], looking = [] }: Part,
  paths: readonly string[],
  draw?: Draw,
): Report {
  mkdirSync('node_modules/.mutants', { recursive: true });
  // Stryker runs in a copy in a deeper folder, so the path of the published files is made absolute.
  const published = process.env.UPTAKE_PUBLISHED ?? resolve('../shared/data');
  const env = {
    ...process.env,
    UPTAKE_PUBLISHED: existsSync(published) ? published : '',
    MUTANTS_TESTS: JSON.stringify({ include: [...tests, ...looking], exclude: except }),
    MUTANTS_LOOKING: JSON.stringify(looking),
    ...(draw && { MUTANTS_DRAW: JSON.stringify(draw) }),
  };
  const mutate = paths.map((path) => (path.endsWith('.ts') ? path : `${path}/**/*.ts`)).join();
  const stryker = 'node_modules/@stryker-mutator/core/bin/stryker.js';
  const args = [stryker, 'run', 'stryker.config.json', '--mutate', mutate];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env });
  if (status !== 0) process.exit(status ?? 1);
  return JSON.parse(readFileSync(report, 'utf8'));
}
