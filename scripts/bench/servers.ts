import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface Running {
  origin: string;
  stop(): Promise<void>;
}

const script = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A server since it was last asked: its event loop's delay and its CPU time in ms, and its maximum memory in bytes. */
export interface Watched {
  delay: number;
  cpu: number;
  rss: number;
}

/** A server whose process reports its memory and delays. */
export interface WatchedServer extends Running {
  /** Its state since it was last asked; rejects if it has ended. */
  watched(): Promise<Watched>;
}

/** The server as it is deployed: built, and without a compiler. */
const product = script('../../dist/server.js');
const asServed = (releases: string) => ({
  UPTAKE_DATA: releases,
  // The database that engines are compared with is for them alone.
  UPTAKE_STORE: '',
  UPTAKE_LOG: 'info',
  UPTAKE_RATE: '0',
});

/** Starts the product's server, with the settings of a public site, on the releases of a folder. */
export const startProduct = (releases: string): Promise<Running> =>
  start([product], asServed(releases));

/** Starts it so that it can be watched, with a limit for its heap in megabytes and further settings. */
export const startWatched = (
  releases: string,
  heap?: number,
  settings: Record<string, string> = {},
): Promise<WatchedServer> =>
  start([...(heap ? [`--max-old-space-size=${heap}`] : []), ...watching, product], {
    ...asServed(releases),
    ...settings,
  });

/** Starts an Express server that only sends the bytes of a file for each path. */
export const startBare = (files: Record<string, string>): Promise<WatchedServer> =>
  start([...typescript, ...watching, script('bareServer.ts'), JSON.stringify(files)], {});

/** Starts an Express server that sends the files of a folder from disk. */
export const startDisk = (folder: string): Promise<Running> =>
  start([...typescript, script('diskServer.ts'), folder], {});

const typescript = ['--import', script('../typescript.js')];
const watching = ['--import', script('watch.js')];

async function start(
  args: readonly string[],
  environment: Record<string, string>,
): Promise<WatchedServer> {
  const child = spawn(process.execPath, [...args], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', UPTAKE_NOTICE: '0', ...environment },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const origin = await originOf(child);
  const ended = once(child, 'exit').then(() => {
    throw new Error('the server has ended');
  });
  ended.catch(() => {});
  return {
    origin,
    async watched() {
      child.send('tell');
      const [told] = await Promise.race([once(child, 'message'), ended]);
      return told;
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
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
  // Unless its log is read on, the server blocks.
  child.stdout!.resume();
  ended.catch(() => {});
  return origin;
}
