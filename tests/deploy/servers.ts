import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect } from 'vitest';
import { filled, nginxArguments } from '../../scripts/bench/nginx.ts';
import { commandOf } from '../support/commands.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The folder of a file of tests, and what it started: files of tests may be run by one process, one after another. */
let folder = '';
let children: ChildProcess[] = [];

/** A folder for the tests of a file, which goes with them, as does all that they start; called once at its top. */
export function ownFolder(): string {
  const own = mkdtempSync(join(tmpdir(), 'uptake-deploy-'));
  const ownChildren: ChildProcess[] = [];
  beforeAll(() => {
    folder = own;
    children = ownChildren;
  });
  afterAll(() => {
    for (const child of ownChildren) if (child.exitCode === null) child.kill('SIGKILL');
    rmSync(own, { recursive: true, force: true });
  });
  return own;
}

/** Starts a program that ends with the tests of this file. */
export function started(...[command, args, options]: Parameters<typeof spawn>): ChildProcess {
  const child = spawn(command, args, options);
  children.push(child);
  return child;
}

/** Starts the server as people do; resolves when it is ready. */
export async function startServer(
  port: number,
  settings: Record<string, string>,
): Promise<ChildProcess> {
  const child = started(process.execPath, commandOf('start'), {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: '',
      VITEST: '',
      PORT: String(port),
      UPTAKE_BUNDLE: 'asked',
      UPTAKE_LOG: 'error',
      UPTAKE_NOTICE: '0',
      UPTAKE_PROXIES: '1',
      UPTAKE_RATE: '0',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout! })) {
    if (line.includes('is ready at')) return child;
  }
  throw new Error('the server ended before it was ready');
}

/** Starts nginx with the configuration of `deploy` before two servers. */
export async function startNginx(
  file: string,
  port: number,
  servers: readonly [number, number],
): Promise<ChildProcess> {
  const child = started(file, nginxArguments(folder, port, servers), { stdio: 'ignore' });
  await answers(port);
  return child;
}

/** Starts Varnish likewise. */
export async function startVarnish(
  file: string,
  port: number,
  [first, second]: readonly [number, number],
): Promise<ChildProcess> {
  const place = mkdtempSync(join(folder, 'varnish-'));
  const vcl = join(place, 'varnish.vcl');
  writeFileSync(vcl, filled('varnish.vcl', { '"8081"': `"${first}"`, '"8082"': `"${second}"` }));
  const child = started(
    file,
    [
      '-F',
      '-j',
      'none',
      '-a',
      `127.0.0.1:${port}`,
      '-f',
      vcl,
      '-n',
      join(place, 'work'),
      '-s',
      'malloc,64m',
    ],
    { stdio: 'ignore' },
  );
  await answers(port);
  return child;
}

const answers = (port: number) =>
  expect
    .poll(() =>
      fetch(`http://127.0.0.1:${port}/health/live`).then(
        (r) => r.status,
        () => 0,
      ),
    )
    .toBe(200);
