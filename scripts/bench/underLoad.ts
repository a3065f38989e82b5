import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { fetchBody } from './asking.ts';
import type { Downloads } from './downloading.ts';
import { once as timed } from './measuring.ts';
import type { WatchedServer } from './servers.ts';

const script = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Downloads by another process, so that reading them takes no time from measuring. */
export class Downloading {
  private readonly child: ChildProcess;
  private readonly ended: Promise<unknown>;
  private last: Downloads | undefined;

  constructor(url: string, times: number) {
    this.child = fork(script('downloading.ts'), [url, String(times)], {
      execArgv: ['--import', script('../typescript.js')],
    });
    this.ended = once(this.child, 'exit');
    this.child.on('message', (downloads: Downloads) => {
      this.last = downloads;
    });
  }

  /** Resolves when all have begun, and the second time when all have ended. */
  async next(): Promise<Downloads> {
    return (await once(this.child, 'message'))[0];
  }

  /** Their present state; the last one if they have all ended, and their process with them. */
  async soFar(): Promise<Downloads> {
    if (this.child.connected) {
      this.child.send('tell', () => {});
      await Promise.race([this.next(), this.ended]);
    }
    return this.last!;
  }

  async breakOff(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }
}

/**
 * What others experience of a server while it sends downloads: times in ms, its delay in ms and its memory in bytes.
 */
export interface UnderLoad {
  checks: number[];
  answers: number[];
  delay: number;
  rss: number;
  downloads: Downloads;
}

/** Keeps asking a server for small things for some time, while it sends downloads. */
export async function underLoad(
  { origin, watched }: WatchedServer,
  paths: { download: string; check: string; answer: string },
  { times, during }: { times: number; during: number },
): Promise<UnderLoad> {
  const [check, answer] = [origin + paths.check, origin + paths.answer];
  await fetchBody(answer);
  const downloading = new Downloading(origin + paths.download, times);
  try {
    await downloading.next();
    await watched();
    const checks: number[] = [];
    const answers: number[] = [];
    for (const end = performance.now() + during; performance.now() < end; await sleep(10)) {
      checks.push(await timed(() => fetchBody(check)));
      answers.push(await timed(() => fetchBody(answer)));
    }
    return { checks, answers, ...(await watched()), downloads: await downloading.soFar() };
  } finally {
    await downloading.breakOff();
  }
}
