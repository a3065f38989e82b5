import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, inject, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const nginx = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']
  .map((folder) => join(folder, 'nginx'))
  .find((file) => existsSync(file));
const missing = 'nginx is not installed: apt-get install nginx-light';
if (!nginx) console.log(`skipped: the rolling restart (${missing})`);

const folder = mkdtempSync(join(tmpdir(), 'uptake-nginx-'));
const children: ChildProcess[] = [];
afterAll(async () => {
  for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts the server as people do; resolves when it is ready. */
async function startServer(port: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['scripts/setup.js', 'start'], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: '',
      VITEST: '',
      PORT: String(port),
      UPTAKE_DATA: inject('illustrative'),
      UPTAKE_LOG: 'error',
      UPTAKE_NOTICE: '0',
      UPTAKE_PROXIES: '1',
      UPTAKE_RATE: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  for await (const line of createInterface({ input: child.stdout! })) {
    if (line.includes('is ready at')) return child;
  }
  throw new Error('the server ended before it was ready');
}

/** The configuration of `deploy`, on free ports, in a whole that needs no folder of the machine's. */
function configuration(ports: readonly number[]): string {
  const told = readFileSync(join(root, 'deploy/nginx.conf'), 'utf8');
  const filled = ['listen 80;', '127.0.0.1:8081 ', '127.0.0.1:8082 '].reduce((text, place, i) => {
    expect(text.split(place)).toHaveLength(2);
    return text.replace(place, place.replace(/\d+(?=[; ]$)/, String(ports[i])));
  }, told);
  writeFileSync(join(folder, 'uptake.conf'), filled);
  const own = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join(' ');
  return `daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/errors; events {}
    http { access_log off; ${own} include ${folder}/uptake.conf; }`;
}

async function startNginx(ports: readonly number[]): Promise<ChildProcess> {
  writeFileSync(join(folder, 'nginx.conf'), configuration(ports));
  const child = spawn(nginx!, ['-p', folder, '-c', join(folder, 'nginx.conf')], {
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  children.push(child);
  await expect.poll(() => fetch(`http://127.0.0.1:${ports[0]}/`).catch(() => null)).not.toBeNull();
  return child;
}

const paths = [
  '/',
  '/about',
  '/api/v1/measures',
  '/health/live',
  '/api/v1/figures?level=practice&from=2014-04&format=csv',
  '/charts/places.svg?measure=records_enabled&level=region',
];

it.runIf(process.env.CI)('nginx is there for the rolling restart', () => {
  expect(nginx, missing).toBeDefined();
});

describe.skipIf(!nginx)('two servers behind nginx', () => {
  it('are restarted one after the other without a failed request', async () => {
    const ports = [await freePort(), await freePort(), await freePort()];
    const [, ...ofServers] = ports as [number, number, number];
    // One by one: the first may still have pages to build.
    let servers = [await startServer(ofServers[0]), await startServer(ofServers[1])];
    const proxy = await startNginx(ports);
    const ask = async (path: string) => {
      const response = await fetch(`http://127.0.0.1:${ports[0]}${path}`);
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
      }
    };
    const readers = Array.from({ length: 8 }, (_, i) => reader(i));
    for (const [i, port] of ofServers.entries()) {
      const ended = once(servers[i]!, 'exit');
      servers[i]!.kill('SIGTERM');
      expect(await ended).toEqual([0, null]);
      servers = servers.with(i, await startServer(port));
      restarted++;
    }
    await Promise.all(readers);
    expect(failed).toEqual([]);
    expect(Math.min(...answered.slice(0, 2))).toBeGreaterThan(20);

    for (const child of [proxy, ...servers]) child.kill('SIGTERM');
  });
});
