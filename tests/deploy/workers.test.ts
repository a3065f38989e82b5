import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { freePort } from '../../scripts/bench/nginx.ts';
import { commandOf } from '../support/commands.ts';
import { ownFolder, root, started } from './servers.ts';

ownFolder();

const rate = 40;
const workers = 2;

const isReady = (line: string): boolean => line.includes('is ready at');

/** A server with several processes, whose log lines are collected as they come. */
function begun(port: number): { primary: ChildProcess; lines: string[]; ready: Promise<void> } {
  const lines: string[] = [];
  const primary = started(process.execPath, commandOf('start'), {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: '',
      VITEST: '',
      PORT: String(port),
      UPTAKE_DATA: inject('illustrative'),
      UPTAKE_LOG: 'warn',
      UPTAKE_NOTICE: '0',
      UPTAKE_PROXIES: '1',
      UPTAKE_RATE: String(rate),
      UPTAKE_WORKERS: String(workers),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ready = new Promise<void>((resolve) => {
    for (const stream of [primary.stdout!, primary.stderr!]) {
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        if (isReady(line)) resolve();
      });
    }
  });
  return { primary, lines, ready };
}

/** The processes that a process has begun and that serve, on Linux. */
const servingUnder = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .split(' ')
    .map(Number)
    .filter((child) => {
      const file = `/proc/${child}/cmdline`;
      return child > 0 && existsSync(file) && readFileSync(file, 'utf8').includes('server.js');
    });

/** Sends a request over a connection of its own, so that any process may answer; returns its status and bytes. */
const asked = (address: string, reader: string): Promise<{ status: number; bytes: number }> =>
  new Promise((resolve, reject) => {
    const headers = { 'X-Forwarded-For': reader };
    get(address, { agent: false, headers }, (response) => {
      let bytes = 0;
      response.on('data', (piece: Buffer) => {
        bytes += piece.length;
      });
      response.on('end', () => resolve({ status: response.statusCode!, bytes }));
      response.on('error', reject);
    }).on('error', reject);
  });

describe('several processes that share a port', () => {
  let origin: string;
  let server: ReturnType<typeof begun>;
  beforeAll(async () => {
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    server = begun(port);
    await server.ready;
  }, 130_000);

  it('report once that they are ready, when all are', () => {
    expect(server.lines.filter(isReady)).toEqual([
      expect.stringContaining(`is ready at ${origin}/ (illustrative release `),
    ]);
  });

  it("count each reader's requests, and their answers, together", async () => {
    const statuses: number[] = [];
    for (let i = 0; i < rate + 10; i++) {
      const { status } = await asked(
        `${origin}/api/v1/figures?measure=records_enabled&limit=${i + 1}`,
        '192.0.2.1',
      );
      statuses.push(status);
    }
    expect(statuses).toEqual([...Array(rate).fill(200), ...Array(10).fill(429)]);
    const metrics = await (await fetch(`${origin}/metrics`)).text();
    const counted = /^uptake_answers_total\{kept="no"\} (\d+)$/m.exec(metrics)!;
    expect(Number(counted[1])).toBeGreaterThanOrEqual(rate + 10);
  });

  it.runIf(process.platform === 'linux')(
    'continue if one of them is killed, and replace it',
    async () => {
      const { pid } = server.primary;
      const before = servingUnder(pid!);
      expect(before).toHaveLength(workers);
      process.kill(before[0]!, 'SIGKILL');
      await expect.poll(() => servingUnder(pid!)).not.toContain(before[0]);
      for (let i = 0; i < 10; i++) {
        expect((await asked(`${origin}/health/live`, '192.0.2.2')).status).toBe(200);
      }
      const others = () => servingUnder(pid!).filter((one) => !before.includes(one));
      await expect.poll(others, { timeout: 60_000 }).toHaveLength(1);
      expect(server.lines.join('\n')).toContain('a worker ended; another begins');
    },
    90_000,
  );

  it('end together, and finish their answers', async () => {
    const ended = once(server.primary, 'exit');
    const live = Array.from({ length: 6 }, () =>
      asked(`${origin}/api/v1/release.duckdb`, '192.0.2.3'),
    );
    // All of them have begun once the first chunk of the last has arrived.
    await new Promise((begun) => setTimeout(begun, 300));
    server.primary.kill('SIGTERM');
    const answers = await Promise.all(live);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ bytes }) => bytes)).size).toBe(1);
    expect(answers[0]!.bytes).toBeGreaterThan(100_000);
    expect(await ended).toEqual([0, null]);
  }, 60_000);
});

describe('several processes that cannot begin', () => {
  it('end with the reason if the port is taken', async () => {
    const port = await freePort();
    const taken = createServer().listen(port, '127.0.0.1');
    await once(taken, 'listening');
    try {
      const { primary, lines } = begun(port);
      expect((await once(primary, 'exit'))[0]).toBe(1);
      expect(lines.join('\n')).toContain(`port ${port} is in use: set PORT to another`);
      expect(lines.some(isReady)).toBe(false);
    } finally {
      taken.close();
    }
  }, 90_000);
});
