import { spawn } from 'node:child_process';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';
import { sql } from '../../server/store/sql.ts';
import { useRelease } from '../ingest/folder/releaseList.ts';
import { ingest } from '../ingest/ingest.ts';
import { fetchBody } from './asking.ts';
import type { Generated } from './generated.ts';
import { inMb, median, type Ratio } from './measuring.ts';
import { freePort, installed, nginxArguments } from './nginx.ts';
import { startBare, startWatched, type WatchedServer } from './servers.ts';
import { aroundTheSwitch, type Practice } from './switching.ts';

/** For how many milliseconds to ask for pages of practices, once each. */
const onceEach = 300_000;
/** One-second turns of asking for the first page as often as possible. */
const turns = 5;

/**
 * The moment of a release: two servers behind the cache of `deploy`, asked as readers ask while another release takes
 * over; then pages of practices once each; and the first page, which is cached, compared with servers that send the
 * same bytes.
 */
export async function benchRelease(generated: Generated): Promise<Ratio[]> {
  const nginx = installed('nginx');
  if (!nginx) throw new Error('nginx is not installed: apt-get install nginx-light');
  const { folder, practices, next } = await twoReleases(generated);
  const servers = [await startReplica(folder), await startReplica(folder)] as const;
  const ports = servers.map(({ origin }) => Number(new URL(origin).port)) as [number, number];
  const [cached, files] = [await freePort(), await freePort()];
  const disk = join(generated.folder, 'disk');
  await mkdir(disk);
  const page = (await fetchBody(`${servers[0].origin}/`)).body;
  await writeFile(join(disk, 'index.html'), page);
  const proxy = spawn(
    nginx,
    nginxArguments(generated.folder, cached, ports, { port: files, folder: disk }),
    { stdio: 'ignore' },
  );
  const bare = await startBare({ '/': join(disk, 'index.html') });
  try {
    await sleep(1000);
    const origins = { cached: at(cached), disk: at(files), bare: bare.origin };
    return [
      ...(await aroundTheSwitch(
        origins.cached,
        practices,
        () => useRelease(folder, next),
        servers,
      )),
      ...(await askedOnce(servers[0], practices)),
      ...(await firstPage({ ...origins, server: servers[0].origin })),
    ];
  } finally {
    proxy.kill('SIGTERM');
    await Promise.all([...servers, bare].map(({ stop }) => stop()));
  }
}

const at = (port: number) => `http://127.0.0.1:${port}`;

const startReplica = (folder: string) => startWatched(folder, undefined, { UPTAKE_PROXIES: '1' });

/**
 * A folder with two releases of the same figures, of which the first is current, and the practices of their last month.
 */
async function twoReleases(generated: Generated) {
  const { folder: made, last, open } = await generated.releaseOf(12);
  const folder = join(generated.folder, 'moment');
  await cp(made, folder, { recursive: true });
  const files = await generated.extractsOf(12);
  const { release: next } = await ingest({ files, dataFolder: folder, fresh: true });
  if (!next) throw new Error('the second release was not made');
  await useRelease(folder, `${last}.1`);
  const database = await open();
  const practices = await database.all<Practice>(sql`
    select practice_code as code, practice_name as name from practice_month
    where period = ${last} order by practice_code`);
  database.close();
  return { folder, next, practices };
}

/** Pages of practices once each, as many as there is time for. */
async function askedOnce(server: WatchedServer, practices: readonly Practice[]): Promise<Ratio[]> {
  const left = practices.map(({ code }) => `${server.origin}/practices/${code}?service=any`);
  const half = left.length / 2;
  const end = performance.now() + onceEach;
  let cpu = 0;
  let asked = 0;
  const memory: number[] = [];
  await server.watched();
  while (left.length && performance.now() < end) {
    const some = left.splice(0, Math.min(100, half));
    for (const url of some) await fetchBody(url);
    const watched = await server.watched();
    asked += some.length;
    cpu += watched.cpu;
    memory.push(watched.rss);
  }
  return [
    {
      name: `pages of practices asked once each: a second and core`,
      value: (asked / cpu) * 1000,
      detail: `${asked} of ${practices.length} pages within ${onceEach / 1000} s`,
      atLeast: 60,
    },
    {
      name: 'memory after them, to that after the first hundred',
      value: memory.at(-1)! / memory[0]!,
      detail: `${inMb(memory[0]!)}, then ${inMb(memory.at(-1)!)}`,
      atMost: 1.5,
    },
  ];
}

async function firstPage(origins: Record<'server' | 'cached' | 'disk' | 'bare', string>) {
  const rates: Record<keyof typeof origins, number[]> = {
    server: [],
    cached: [],
    disk: [],
    bare: [],
  };
  for (let turn = 0; turn < turns; turn++) {
    for (const name of Object.keys(rates) as (keyof typeof rates)[]) {
      const { requests, duration } = await autocannon({
        url: `${origins[name]}/`,
        connections: 8,
        duration: 1,
      });
      rates[name].push(requests.total / duration);
    }
  }
  const [server, cached, disk, bare] = [rates.server, rates.cached, rates.disk, rates.bare].map(
    median,
  ) as [number, number, number, number];
  const beside = (one: number, other: number) =>
    `${Math.round(one)} to ${Math.round(other)} a second`;
  return [
    {
      name: 'the first page, kept by a server: rate to bare Express',
      value: server / bare,
      detail: beside(server, bare),
      atLeast: 0.8,
    },
    {
      name: 'the first page through the cache: rate to bare Express',
      value: cached / bare,
      detail: beside(cached, bare),
      atLeast: 1,
    },
    {
      name: 'the first page through the cache: rate to nginx from disk',
      value: cached / disk,
      detail: beside(cached, disk),
    },
  ];
}
