import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface Running {
  origin: string;
  stop(): Promise<void>;
}

const script = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Starts the product's server, as it is served to people, on the releases of a folder. */
export const startProduct = (releases: string): Promise<Running> =>
  start(script('../../server/main.ts'), [], {
    UPTAKE_DATA: releases,
    UPTAKE_LOG: 'info',
    UPTAKE_RATE: '0',
  });

/** Starts an Express server that does nothing but send the bytes of each file for its path. */
export const startBare = (files: Record<string, string>): Promise<Running> =>
  start(script('bareServer.ts'), [JSON.stringify(files)], {});

async function start(
  file: string,
  args: string[],
  environment: Record<string, string>,
): Promise<Running> {
  const child = spawn(process.execPath, ['--import', './scripts/typescript.js', file, ...args], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', UPTAKE_NOTICE: '0', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const origin = await originOf(child);
  return {
    origin,
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

async function originOf(child: ChildProcess): Promise<string> {
  const lines = createInterface({ input: child.stdout! });
  const ended = once(child, 'exit').then(() => {
    throw new Error('the server ended before it was ready');
  });
  const found = (async () => {
    for await (const line of lines) {
      const match = /http:\/\/127\.0\.0\.1:\d+/.exec(line);
      if (match) return match[0];
    }
    throw new Error('the server never said where it listens');
  })();
  const origin = await Promise.race([found, ended]);
  // The log must go on being read, or the server would wait for it.
  child.stdout!.resume();
  ended.catch(() => {});
  return origin;
}
