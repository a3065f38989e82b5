import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fetchBody, neverAsked } from './asking.ts';
import type { Generated } from './generated.ts';
import { inMb, inMs, once, percentile, type Ratio } from './measuring.ts';
import { startBare, startWatched, type WatchedServer } from './servers.ts';
import { type UnderLoad, underLoad } from './underLoad.ts';

/** What one client takes: simultaneous downloads, watched for this many milliseconds. */
export const attack = { times: 40, during: 6000 };

/** What can be downloaded whole, by format. */
export const downloads = {
  CSV: '/api/v1/figures?level=practice&from=2014-04&format=csv',
  JSON: '/api/v1/figures?level=practice&from=2014-04',
  Parquet: '/api/v1/figures?level=practice&from=2014-04&format=parquet',
  spreadsheet: '/api/v1/figures?level=practice&from=2014-08&format=xlsx',
  bundle: '/api/v1/bundle.zip',
  trends: '/api/v1/trends?level=practice',
  comparisons: '/api/v1/comparisons?level=practice',
};

export const small = '/api/v1/figures?measure=records_enabled';

/**
 * What others experience of a server while one client downloads all it can, for each kind of download, compared with a
 * bare server that sends a file of the same bytes.
 */
export async function benchLoad(generated: Generated): Promise<Ratio[]> {
  const { folder } = await generated.releaseOf(12);
  const product = await startWatched(folder);
  const files = {
    '/all': join(generated.folder, 'all.csv'),
    '/small': join(generated.folder, 'small.json'),
  };
  await save(product.origin + downloads.CSV, files['/all']);
  await writeFile(files['/small'], (await fetchBody(product.origin + small)).body);
  const bare = await startBare(files);
  try {
    const paths = { download: '/all', check: '/small', answer: '/small' };
    const theirs = await underLoad(bare, paths, attack);
    const ratios: Ratio[] = [];
    for (const [name, download] of Object.entries(downloads)) {
      ratios.push(...(await meanwhile(product, name, download, theirs)));
    }
    const after = await once(() => fetchBody(neverAsked(product.origin + small)));
    return [
      ...ratios,
      {
        name: 'a cold answer once they are broken off: milliseconds',
        value: after,
        detail: 'nothing of them is left to do',
        atMost: 1000,
      },
    ];
  } finally {
    await product.stop();
    await bare.stop();
  }
}

async function meanwhile(
  product: WatchedServer,
  name: string,
  download: string,
  theirs: UnderLoad,
): Promise<Ratio[]> {
  const paths = { download, check: '/health/live', answer: small };
  const ours = await underLoad(product, paths, attack);
  const { refused, cutOff, bytes } = ours.downloads;
  const during = `while ${attack.times} downloads run (${name})`;
  return [
    {
      name: `health checks ${during}: milliseconds of the longest`,
      value: Math.max(...ours.checks),
      detail: `${inMs(Math.max(...theirs.checks))} of a bare server; ${ours.checks.length} checks`,
      atMost: 100,
    },
    {
      name: `kept answers ${during}: milliseconds of the slowest hundredth`,
      value: percentile(ours.answers, 99),
      detail: `${inMs(percentile(theirs.answers, 99))} of a bare server`,
      atMost: 50,
    },
    {
      name: `delay of the event loop ${during}: milliseconds of the longest hundredth`,
      value: ours.delay,
      detail: `${inMs(theirs.delay)} of a bare server`,
      atMost: 20,
    },
    {
      name: `those of ${attack.times} downloads that are refused or cut off (${name})`,
      value: refused + cutOff,
      detail: `${inMb(bytes)} came, packed; ${inMb(theirs.downloads.bytes)} of a bare server`,
      atMost: 0,
    },
  ];
}

const save = (url: string, file: string): Promise<void> =>
  new Promise((resolve, reject) => {
    get(url, (response) => {
      pipeline(response, createWriteStream(file)).then(resolve, reject);
    }).on('error', reject);
  });
