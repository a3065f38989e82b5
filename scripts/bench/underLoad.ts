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

  constructor(url: string, times: number) {
    this.child = fork(script('downloading.ts'), [url, String(times)], {
      execArgv: ['--import', script('../typescript.js')],
    });
  }

  /** Resolves when all have begun, and the second time when all have ended. */
  async next(): Promise<Downloads> {
    return (await once(this.child, 'message'))[0];
  }

  /** Their present state. */
  soFar(): Promise<Downloads> {
    this.child.send('tell');
    return this.next();
  }

  async breakOff(): Promise<void> {
    this.child.kill('SIGKILL');
    await once(this.child, 'exit');
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
