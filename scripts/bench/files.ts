import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fetchBody } from './asking.ts';
import type { Generated } from './generated.ts';
import { inMb, inMs, inTurns, median, type Ratio } from './measuring.ts';
import { startDisk, startProduct } from './servers.ts';

const turns = 7;
/** For files with more bytes than this, the time is mostly that of sending. */
const large = 10_000_000;
/** Ms after which a server has prepared what it keeps. */
const settled = 20_000;

/** Files that readers download whole. */
const files = [
  { name: 'the release file', path: '/api/v1/release.duckdb' },
  { name: 'the bundle', path: '/api/v1/bundle.zip' },
  {
    name: 'all months of practices as Parquet',
    path: '/api/v1/figures.parquet?level=practice&from=',
  },
];

/** How soon downloads start, and how fast they are compared with the same bytes sent from disk by Express alone. */
export async function benchFiles(generated: Generated): Promise<Ratio[]> {
  const { folder, last } = await generated.releaseOf(12);
  const bodies = await mkdtemp(join(tmpdir(), 'uptake-bench-files-'));
  const [product, disk] = await Promise.all([startProduct(folder), startDisk(bodies)]);
  try {
    const asked = [];
    for (const [i, { name, path }] of files.entries()) {
      const url = product.origin + (path.endsWith('=') ? path + last : path);
      const { body, firstByte } = await fetchBody(url);
      await writeFile(join(bodies, String(i)), body);
      asked.push({ name, url, bytes: body.length, firstByte });
    }
    // Preparation in the background must not count as part of a download.
    await wait(settled);
    const ratios: Ratio[] = [];
    for (const [i, { name, url, bytes, firstByte }] of asked.entries()) {
      const starts: number[] = [];
      const taken = await inTurns(turns, {
        product: async () => void starts.push((await fetchBody(url)).firstByte),
        disk: () => fetchBody(`${disk.origin}/${i}`),
      });
      ratios.push(
        {
          name: `${name}: milliseconds to its first byte`,
          value: median(starts),
          detail: `${inMb(bytes)}; ${inMs(firstByte)} for the first who asked`,
          atMost: 100,
        },
        {
          name: `${name}: rate, to Express sending the same bytes from disk`,
          value: taken.disk / taken.product,
          detail: `${inMs(taken.product)} to ${inMs(taken.disk)}`,
          // For a small file the time is mostly that of the request.
          ...(bytes > large && { atLeast: 0.8 }),
        },
      );
    }
    return ratios;
  } finally {
    await Promise.all([product.stop(), disk.stop()]);
    await rm(bodies, { recursive: true, force: true });
  }
}
