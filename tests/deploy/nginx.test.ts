import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, inject, it } from 'vitest';
import { freePort, installed, nginxArguments } from '../../scripts/bench/nginx.ts';
import { ownFolder, started, startNginx, startServer } from './servers.ts';

const folder = ownFolder();

const nginx = installed('nginx');
const missing = 'nginx is not installed: apt-get install nginx-light';
if (!nginx) console.log(`skipped: the rolling restart (${missing})`);

/**
 * The cache keeps nothing, so that each request reaches a server. On a busy machine, requests under way may take long.
 */
const settings = { UPTAKE_DATA: inject('illustrative'), UPTAKE_FRESH: '0', UPTAKE_DRAIN: '120' };

const paths = [
  '/',
  '/about',
  '/api/v1/measures',
  '/health/live',
  '/api/v1/figures?level=practice&from=2014-04&format=csv',
  '/charts/places.svg?measure=records_enabled&level=region',
];

/** How long a reader waits before it asks again, in ms: eight of them still ask hundreds of times a second. */
const pause = 10;

it.runIf(process.env.CI)('nginx is installed for the rolling restart', () => {
  expect(nginx, missing).toBeDefined();
});

describe.skipIf(!nginx)('two servers behind nginx', () => {
  it('are restarted one after the other without a failed request', async () => {
    const port = await freePort();
    const ofServers = [await freePort(), await freePort()] as const;
    // One at a time, as the first may still have pages to build.
    let servers = [
      await startServer(ofServers[0], settings),
      await startServer(ofServers[1], settings),
    ];
    const proxy = await startNginx(nginx!, port, ofServers);
    const ask = async (path: string) => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`);
      return { status: response.status, body: await response.text() };
    };
    const right = new Map<string, string>();
    for (const path of paths) right.set(path, (await ask(path)).body);

    let restarted = 0;
    const answered = [0, 0, 0];
    const failed: string[] = [];
    const reader = async (first: number) => {
      for (let i = first; restarted < 2; i++) {
        const path = paths[i % paths.length]!;
        const { status, body } = await ask(path).catch((error) => ({
          status: 0,
          body: `${error}`,
        }));
        if (status !== 200 || body !== right.get(path))
          failed.push(`${path}: ${status} ${body.slice(0, 300)}`);
        answered[restarted]!++;
        await sleep(pause);
      }
    };
    const readers = Array.from({ length: 8 }, (_, i) => reader(i));
    for (const [i, own] of ofServers.entries()) {
      const ended = once(servers[i]!, 'exit');
      servers[i]!.kill('SIGTERM');
      expect(await ended).toEqual([0, null]);
      servers = servers.with(i, await startServer(own, settings));
      restarted++;
    }
    await Promise.all(readers);
    expect(failed).toEqual([]);
    // At least one answer for each reader while a server is away, however quickly it comes back.
    expect(Math.min(...answered.slice(0, 2))).toBeGreaterThanOrEqual(readers.length);

    for (const child of [proxy, ...servers]) child.kill('SIGTERM');
  });

  it('log no address of a preview, not even where neither can be reached', async () => {
    const port = await freePort();
    const before = new Set(readdirSync(folder));
    const gone = [await freePort(), await freePort()] as const;
    const child = started(nginx!, nginxArguments(folder, port, gone), { stdio: 'ignore' });
    const statusOf = (path: string) =>
      fetch(`http://127.0.0.1:${port}${path}`).then(
        ({ status }) => status,
        () => 0,
      );
    await expect.poll(() => statusOf('/figures-of-all')).toBe(502);
    for (const path of ['/preview/secret-token/', '/uptake/Preview/secret-token/?a']) {
      expect(await statusOf(path)).toBe(502);
    }
    const [own] = readdirSync(folder).filter((name) => !before.has(name));
    const errors = readFileSync(join(folder, own!, 'errors'), 'utf8');
    expect(errors).toContain('/figures-of-all');
    expect(errors).not.toContain('secret-token');
    child.kill('SIGTERM');
  });
});
