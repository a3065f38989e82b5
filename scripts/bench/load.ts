import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { sql } from '../../server/store/sql.ts';
import { fetchBody, neverAsked } from './asking.ts';
import type { Generated, GeneratedRelease } from './generated.ts';
import { inMb, inMs, once, percentile, type Ratio } from './measuring.ts';
import { startBare, startWatched } from './servers.ts';
import { Downloading, underLoad } from './underLoad.ts';

/** What one client takes: downloads at once, watched for so many milliseconds; and the largest answers. */
const attack = { times: 40, during: 15_000 };
const largestTimes = 10;
/** Megabytes that must do for those. */
const heap = 512;
const coldPages = 2000;

const all = '/api/v1/figures?level=practice&from=2014-04&format=csv';
const largest = '/api/v1/figures?level=england,region,subregion,ccg,practice&from=2014-04';
const small = '/api/v1/figures?measure=records_enabled';

/**
 * What others see of a server while one client takes all it can, beside a bare server that sends files of the same
 * bytes; what memory it takes, and whether it lives.
 */
export async function benchLoad(generated: Generated): Promise<Ratio[]> {
  const release = await generated.releaseOf(12);
  return [
    ...(await othersMeanwhile(release, generated.folder)),
    await memoryAfterPages(release),
    await largestInLittleMemory(release),
  ];
}

async function othersMeanwhile(
  { folder: releases }: GeneratedRelease,
  folder: string,
): Promise<Ratio[]> {
  const product = await startWatched(releases);
  const idle = (await product.watched()).rss;
  const files = { '/all': join(folder, 'all.csv'), '/small': join(folder, 'small.json') };
  await save(product.origin + all, files['/all']);
  await writeFile(files['/small'], (await fetchBody(product.origin + small)).body);
  const bare = await startBare(files);
  try {
    const bareIdle = (await bare.watched()).rss;
    const ourPaths = { download: all, check: '/health/live', answer: small };
    const ours = await underLoad(product, ourPaths, attack);
    const after = await once(() => fetchBody(neverAsked(product.origin + small)));
    const barePaths = { download: '/all', check: '/small', answer: '/small' };
    const theirs = await underLoad(bare, barePaths, attack);
    const during = `while ${attack.times} full downloads run`;
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
        name: `downloads of ${attack.times} that are refused or cut off`,
        value: ours.downloads.refused + ours.downloads.cutOff,
        detail: `${inMb(ours.downloads.bytes)} came, packed; ${inMb(theirs.downloads.bytes)} of a bare server`,
        atMost: 0,
      },
      {
        name: 'a cold answer once they are broken off: milliseconds',
        value: after,
        detail: 'nothing of them is left to do',
        atMost: 1000,
      },
      {
        name: 'memory of an idle server: MB',
        value: idle / 1e6,
        detail: `${inMb(bareIdle)} of a bare server`,
      },
      {
        name: `memory ${during}: MB more than idle, for each of them`,
        value: (ours.rss - idle) / attack.times / 1e6,
        detail: `${inMb(ours.rss)} in all; ${inMb(theirs.rss)} of a bare server`,
        atMost: 64,
      },
    ];
  } finally {
    await product.stop();
    await bare.stop();
  }
}

const save = (url: string, file: string): Promise<void> =>
  new Promise((resolve, reject) => {
    get(url, (response) => {
      pipeline(response, createWriteStream(file)).then(resolve, reject);
    }).on('error', reject);
  });

async function memoryAfterPages(release: GeneratedRelease): Promise<Ratio> {
  const database = await release.open();
  const product = await startWatched(release.folder);
  try {
    const practices = await database.all<{ code: string }>(sql`
      select distinct practice_code as code from practice_month order by 1 limit ${coldPages}`);
    const paths = practices.map(({ code }) => `/practices/${code}`);
    const idle = (await product.watched()).rss;
    const readers = Array.from({ length: 8 }, async () => {
      for (let path = paths.pop(); path; path = paths.pop()) await fetchBody(product.origin + path);
    });
    await Promise.all(readers);
    const { rss } = await product.watched();
    return {
      name: `memory after ${practices.length} cold pages: MB`,
      value: rss / 1e6,
      detail: `${inMb(idle)} before`,
    };
  } finally {
    await product.stop();
    database.close();
  }
}

async function largestInLittleMemory({ folder }: GeneratedRelease): Promise<Ratio> {
  const product = await startWatched(folder, heap);
  try {
    const downloading = new Downloading(product.origin + largest, largestTimes);
    await downloading.next();
    const { whole } = await downloading.next();
    const { rss } = await product.watched();
    return {
      name: `largest answers of ${largestTimes} at once, in a heap of ${heap} MB: those that fail`,
      value: largestTimes - whole,
      detail: `the server lives, with ${inMb(rss)} at most`,
      atMost: 0,
    };
  } finally {
    await product.stop();
  }
}
