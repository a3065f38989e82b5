import cluster, { type Worker } from 'node:cluster';
import { constants } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { type ClientRateLimitInfo, MemoryStore, type Options } from 'express-rate-limit';
import type { Logger } from 'pino';
import { AggregatorRegistry } from 'prom-client';

/** What a worker asks of the primary process. */
export type WorkerQuestion =
  | { ask: 'hits'; key: string; windowMs: number }
  | { ask: 'metrics' }
  | { ask: 'bundle'; release: string; address: string }
  | { ask: 'isFirst'; what: string };

/** What workers report, or ask with a number that the answer repeats. */
export type WorkerMessage = { listening: string } | { number: number; question: WorkerQuestion };

export interface WorkerAnswer {
  number: number;
  answer: unknown;
}

/** How long until a worker that ended is replaced, in ms; not at once, because the cause may persist. */
const anotherAfter = 1000;

/** A signal repeated within this many ms was passed on by npm to a process that already had it. */
export const passedOn = 500;

/**
 * Processes that share one port, and what they need from each other: a single count of each client's requests, a single
 * answer to `/metrics`, and each release's bundle made once. A worker that ends unexpectedly is replaced. A signal is
 * passed on to all workers, and this process ends when they have. Reports that the site is ready when all of them are.
 */
export class Primary {
  private readonly metrics = new AggregatorRegistry();
  private readonly stores = new Map<number, MemoryStore>();
  private readonly bundles = new Set<string>();
  private readonly asked = new Set<string>();
  private readonly listening = new Set<number>();
  private told = 0;
  private said = false;

  constructor(
    private readonly count: number,
    private readonly log: Logger,
  ) {}

  run(): void {
    cluster.on('message', (worker, message: WorkerMessage) => void this.heed(worker, message));
    cluster.on('exit', (worker, code, signal) => void this.follow(worker, code, signal));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => this.end(signal));
    }
    // The system then hands each connection to a process that is waiting for one, never to one that is busy or has just
    // ended.
    cluster.schedulingPolicy = cluster.SCHED_NONE;
    for (let i = 0; i < this.count; i++) cluster.fork();
  }

  private async heed(worker: Worker, message: WorkerMessage): Promise<void> {
    if ('listening' in message) {
      this.listening.add(worker.id);
      if (this.said || this.listening.size < this.count) return;
      this.said = true;
      console.log(message.listening);
    } else if ('question' in message) {
      const { number, question } = message;
      const answer = await this.answer(question).catch(() => null);
      if (worker.isConnected()) worker.send({ number, answer } satisfies WorkerAnswer);
    }
  }

  private async answer(question: WorkerQuestion): Promise<unknown> {
    if (question.ask === 'metrics') return this.metrics.clusterMetrics();
    if (question.ask === 'hits') return this.hits(question.key, question.windowMs);
    if (question.ask === 'isFirst') {
      const isFirst = !this.asked.has(question.what);
      this.asked.add(question.what);
      return isFirst;
    }
    // Each worker asks when it has a new release ready. The first request is enough.
    if (this.bundles.has(question.release)) return null;
    this.bundles.add(question.release);
    await fetch(question.address, { method: 'HEAD' });
    return null;
  }

  private hits(key: string, windowMs: number): Promise<ClientRateLimitInfo> {
    let store = this.stores.get(windowMs);
    if (!store) {
      store = new MemoryStore();
      store.init({ windowMs } as Options);
      this.stores.set(windowMs, store);
    }
    return store.increment(key);
  }

  private async follow(worker: Worker, code: number, signal: string): Promise<void> {
    const listened = this.listening.delete(worker.id);
    const left = Object.keys(cluster.workers ?? {}).length;
    if (this.told) {
      if (left === 0) process.exit(0);
      return;
    }
    // A worker that never came to listen has logged why, and a replacement would fail as well.
    if (!listened && !this.said) {
      this.told = Date.now();
      for (const other of Object.values(cluster.workers ?? {})) other?.kill('SIGKILL');
      process.exit(code || 1);
    }
    this.log.error({ worker: worker.process.pid, code, signal }, 'a worker ended; another begins');
    await wait(anotherAfter);
    if (!this.told) cluster.fork();
  }

  private end(signal: 'SIGINT' | 'SIGTERM'): void {
    const again = this.told && Date.now() - this.told > passedOn;
    if (this.told && !again) return;
    this.told ||= Date.now();
    const workers = Object.values(cluster.workers ?? {});
    for (const worker of workers) worker?.process.kill(again ? 'SIGKILL' : signal);
    if (again || workers.length === 0) process.exit(again ? 128 + constants.signals[signal] : 0);
  }
}
