import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetchBody } from './asking.ts';
import type { Generated } from './generated.ts';
import { inMb, inMs, inTurns, median, type Ratio } from './measuring.ts';
import { startDisk, startProduct } from './servers.ts';

const turns = 7;

/** Files that readers take whole. */
const files = [
  { name: 'the release file', path: '/api/v1/release.duckdb' },
  { name: 'the bundle', path: '/api/v1/bundle.zip' },
  {
    name: 'all months of practices as Parquet',
    path: '/api/v1/figures.parquet?level=practice&from=',
  },
];

/** How soon downloads start, and how fast they come beside the same bytes sent from disk by Express alone. */
export async function benchFiles(generated: Generated): Promise<Ratio[]> {
  const { folder, last } = await generated.releaseOf(12);
  const bodies = await mkdtemp(join(tmpdir(), 'uptake-bench-files-'));
  const [product, disk] = await Promise.all([startProduct(folder), startDisk(bodies)]);
  try {
    const ratios: Ratio[] = [];
    for (const [i, { name, path }] of files.entries()) {
      const url = product.origin + (path.endsWith('=') ? `${path}${last}` : path);
      const made = await fetchBody(url);
      await writeFile(join(bodies, String(i)), made.body);
      const starts: number[] = [];
      const taken = await inTurns(turns, {
        product: async () => void starts.push((await fetchBody(url)).firstByte),
        disk: () => fetchBody(`${disk.origin}/${i}`),
      });
      ratios.push(
        {
          name: `${name}: milliseconds to its first byte`,
          value: median(starts),
          detail: `${inMb(made.body.length)}; ${inMs(made.firstByte)} for the first who asked`,
          atMost: 100,
        },
        {
          name: `${name}: rate, to Express sending the same bytes from disk`,
          value: taken.disk / taken.product,
          detail: `${inMs(taken.product)} to ${inMs(taken.disk)}`,
          atLeast: 0.8,
        },
      );
    }
    return ratios;
  } finally {
    await Promise.all([product.stop(), disk.stop()]);
    await rm(bodies, { recursive: true, force: true });
  }
}
