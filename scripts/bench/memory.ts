import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { manifestText } from '../../data/definitions/manifest.ts';
import { ledgerFile, manifestFile, releaseFile } from '../../data/definitions/releaseFolder.ts';
import { DuckDatabase } from '../../server/store/duckDatabase.ts';
import { sql } from '../../server/store/sql.ts';
import { makeManifest } from '../ingest/folder/makeManifest.ts';
import { fetchBody } from './asking.ts';
import type { Generated, GeneratedRelease } from './generated.ts';
import { attack, downloads, small } from './load.ts';
import { inMb, type Ratio } from './measuring.ts';
import { startWatched, type WatchedServer } from './servers.ts';
import { Downloading, underLoad } from './underLoad.ts';

/** The number of releases in a folder, and how many of them are asked for. */
const releases = { listed: 100, asked: 12 };
/** The most pages asked for that nobody has asked for before, and the most milliseconds it may take. */
const cold = { pages: 2000, within: 90_000 };
/** How many of the largest answers are read at once, with how many megabytes of heap, and for how many milliseconds. */
const largest = { times: 10, heap: 512, during: 15_000 };

const everything = '/api/v1/figures?level=england,region,subregion,ccg,practice&from=2014-04';

/** The memory of a server: idle, with many releases, after many pages and while one client downloads all it can. */
export async function benchMemory(generated: Generated): Promise<Ratio[]> {
  const release = await generated.releaseOf(12);
  return [
    ...(await withManyReleases(release, join(generated.folder, 'many'))),
    await afterPages(release),
    await whileDownloading(release),
    await withLargestAnswers(release),
  ];
}

async function withManyReleases(release: GeneratedRelease, folder: string): Promise<Ratio[]> {
  const ids = await manyReleases(release, folder);
  const product = await startWatched(folder);
  try {
    await fetchBody(product.origin + small);
    const { rss: idle } = await product.watched();
    const { body } = await fetchBody(`${product.origin}/api/v1/releases`);
    const found = JSON.parse(body.toString()).data.length;
    const { rss: listed } = await product.watched();
    for (const id of ids) await fetchBody(`${product.origin}${small}&release=${id}`);
    const { rss: asked } = await product.watched();
    return [
      { name: 'memory of an idle server: MB', value: idle / 1e6, detail: 'after its first answer' },
      {
        name: `memory for a list of ${found} releases: MB more`,
        value: (listed - idle) / 1e6,
        detail: inMb(listed),
        atMost: 16,
      },
      {
        name: `memory for ${ids.length} of them asked one after the other: MB more`,
        value: (asked - idle) / 1e6,
        detail: inMb(asked),
        atMost: 512,
      },
    ];
  } finally {
    await product.stop();
  }
}

/**
 * Puts many releases into a folder without a ledger, so that all count as published: the first one complete, the others
 * files that nobody opens. Returns the ids of those.
 */
async function manyReleases({ folder, last }: GeneratedRelease, many: string): Promise<string[]> {
  await cp(folder, many, { recursive: true });
  await rm(join(many, ledgerFile));
  const first = `${last}.1`;
  const manifest = await makeManifest(join(many, releaseFile(first)));
  // As it was before there were ledgers.
  await writeFile(join(many, manifestFile(first)), manifestText(manifest));
  const ids = Array.from({ length: releases.listed - 1 }, (_, i) => `${last}.${i + 2}`);
  for (const [i, id] of ids.entries()) {
    const file = join(many, releaseFile(id));
    if (i < releases.asked) await copyAs(id, join(many, releaseFile(first)), file);
    else await writeFile(file, 'x');
    const own = i < releases.asked ? await makeManifest(file) : { ...manifest, bytes: 1 };
    await writeFile(join(many, manifestFile(id)), manifestText({ ...own, release: id }));
  }
  return ids.slice(0, releases.asked);
}

async function copyAs(id: string, from: string, to: string): Promise<void> {
  await cp(from, to);
  const database = await DuckDatabase.openToWrite(to);
  await database.run(sql`update release set id = ${id}`);
  database.close();
}

async function afterPages(release: GeneratedRelease): Promise<Ratio> {
  const database = await release.open();
  const practices = await database.all<{ code: string }>(sql`
    select distinct practice_code as code from practice_month order by 1 limit ${cold.pages}`);
  database.close();
  return watching(await startWatched(release.folder), async ({ origin, watched }) => {
    const paths = practices.map(({ code }) => `/practices/${code}`);
    const { rss: idle } = await watched();
    const end = performance.now() + cold.within;
    const readers = Array.from({ length: 4 }, async () => {
      while (paths.length && performance.now() < end) await fetchBody(origin + paths.pop()!);
    });
    await Promise.all(readers);
    const { rss } = await watched();
    return {
      name: `memory after ${practices.length - paths.length} cold pages: MB`,
      value: rss / 1e6,
      detail: `${inMb(idle)} before`,
      atMost: 1024,
    };
  });
}

async function whileDownloading({ folder }: GeneratedRelease): Promise<Ratio> {
  return watching(await startWatched(folder), async (product) => {
    const { rss: idle } = await product.watched();
    const paths = { download: downloads.JSON, check: '/health/live', answer: small };
    const { rss } = await underLoad(product, paths, attack);
    return {
      name: `memory while ${attack.times} full downloads run: MB more than idle, for each of them`,
      value: (rss - idle) / attack.times / 1e6,
      detail: `${inMb(rss)} in all`,
      atMost: 64,
    };
  });
}

async function withLargestAnswers({ folder }: GeneratedRelease): Promise<Ratio> {
  return watching(await startWatched(folder, largest.heap), async ({ origin, watched }) => {
    const downloading = new Downloading(origin + everything, largest.times);
    try {
      await downloading.next();
      await new Promise((later) => setTimeout(later, largest.during));
      const { refused, cutOff, bytes } = await downloading.soFar();
      const { rss } = await watched();
      return {
        name: `largest answers of ${largest.times} at once, in a heap of ${largest.heap} MB: those that fail`,
        value: refused + cutOff,
        detail: `the server lives, with ${inMb(rss)} at most; ${inMb(bytes)} came, packed`,
        atMost: 0,
      };
    } finally {
      await downloading.breakOff();
    }
  });
}

/** Stops a server when it has been measured. */
async function watching(
  server: WatchedServer,
  measure: (server: WatchedServer) => Promise<Ratio>,
): Promise<Ratio> {
  try {
    return await measure(server);
  } finally {
    await server.stop();
  }
}
