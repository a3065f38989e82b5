import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../../server/config.ts';
import { makeReady } from '../../server/figures/readiness.ts';
import { askDirectly } from '../../server/pages/askDirectly.ts';
import { renderPage } from '../../server/pages/pages.ts';
import { Releases } from '../../server/store/releases.ts';
import type { Generated } from './generated.ts';
import type { Ratio } from './measuring.ts';

const shell = readFileSync(fileURLToPath(new URL('../../web/index.html', import.meta.url)), 'utf8');

/** Pages drawn first, so that the code is warm though the pages are not. */
const before = 20;

const kinds = [
  { name: 'of practices', level: 'practice', path: '/practices/', count: 120, atMost: 20 },
  { name: 'of CCGs', level: 'ccg', path: '/areas/', count: 60, atMost: 30 },
] as const;

/** The time to draw pages that nobody has asked for yet, as after a new release: CPU time on all cores. */
export async function benchCold(generated: Generated): Promise<Ratio[]> {
  const { folder } = await generated.releaseOf(12);
  const releases = new Releases(folder);
  try {
    const release = await releases.get();
    await makeReady(release);
    const ask = askDirectly(releases, readConfig({}));
    const draw = async (path: string) => {
      const origin = 'http://localhost';
      const { status } = await renderPage(new URL(path, origin), ask, {
        prefix: '',
        shell,
        origin,
      });
      if (status !== 200) throw new Error(`${path}: ${status}`);
    };
    const ratios: Ratio[] = [];
    for (const { name, level, path, count, atMost } of kinds) {
      // Places of the last month, spread over the list.
      const there = release.catalogue.codesByLevel[level].filter(
        (code) => release.catalogue.areas.get(code)!.last_period === release.about.last_period,
      );
      const step = Math.max(1, Math.floor(there.length / (before + count)));
      const paths = there.filter((_, i) => i % step === 0).map((code) => path + code);
      for (const first of paths.slice(0, before)) await draw(first);
      const cold = paths.slice(before, before + count);
      const began = process.cpuUsage();
      for (const one of cold) await draw(one);
      const { user, system } = process.cpuUsage(began);
      const each = (user + system) / 1000 / cold.length;
      ratios.push({
        name: `pages ${name} that nobody has asked for yet: milliseconds of processor each`,
        value: each,
        detail: `${cold.length} pages; ${(1000 / each).toFixed(1)} a second and core`,
        atMost,
      });
    }
    return ratios;
  } finally {
    await releases.close();
  }
}
