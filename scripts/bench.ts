import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nearest } from '../server/errors.ts';
import { benchBrushing } from './bench/brushing.ts';
import { benchBudgets } from './bench/budgets.ts';
import { benchCold } from './bench/cold.ts';
import { benchEngines } from './bench/engines.ts';
import { benchFiles } from './bench/files.ts';
import { Generated } from './bench/generated.ts';
import { benchHttp } from './bench/http.ts';
import { benchIngest } from './bench/ingest.ts';
import { benchLoad } from './bench/load.ts';
import { formatRatios, type Ratio } from './bench/measuring.ts';
import { benchMemory } from './bench/memory.ts';
import { benchPages } from './bench/pages.ts';
import { benchRelease } from './bench/release.ts';
import { benchSearch } from './bench/search.ts';
import { benchStatistics } from './bench/statistics.ts';

/** Everything that can be measured, in order. */
const parts: Record<string, (generated: Generated) => Promise<Ratio[]>> = {
  ingest: benchIngest,
  http: benchHttp,
  files: benchFiles,
  statistics: benchStatistics,
  search: benchSearch,
  pages: benchPages,
  cold: benchCold,
  engines: benchEngines,
  budgets: benchBudgets,
  brushing: benchBrushing,
  load: benchLoad,
  release: benchRelease,
  memory: benchMemory,
};

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !Object.hasOwn(parts, name));
if (unknown === undefined) await run(asked.length ? asked : Object.keys(parts));
else {
  const near = nearest(unknown, Object.keys(parts));
  console.error(`unknown part: ${unknown}${near ? ` (did you mean ${near}?)` : ''}`);
  process.exitCode = 2;
}

async function run(names: readonly string[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'uptake-bench-'));
  try {
    const generated = new Generated(folder);
    for (const name of names) {
      const lines = formatRatios(await parts[name]!(generated));
      console.log([name, ...lines, ''].join('\n'));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
