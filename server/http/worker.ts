import cluster from 'node:cluster';
import {
  type ClientRateLimitInfo,
  MemoryStore,
  type Options,
  type Store,
} from 'express-rate-limit';
import { AggregatorRegistry, type Registry } from 'prom-client';
import type { WorkerAnswer, WorkerMessage, WorkerQuestion } from './primary.ts';

const waiting = new Map<number, (answer: unknown) => void>();
let numbers = 0;

if (cluster.isWorker) {
  process.on('message', (message: WorkerAnswer) => {
    waiting.get(message.number)?.(message.answer);
    waiting.delete(message.number);
  });
}

const send = (message: WorkerMessage): void => void process.send!(message);

/** Asks the primary process. */
function asked<T>(question: WorkerQuestion): Promise<T> {
  const number = ++numbers;
  return new Promise((resolve) => {
    waiting.set(number, resolve as (answer: unknown) => void);
    send({ number, question });
  });
}

/** Reports that this server listens: at once if it is alone, else when all workers do. */
export function sayListening(text: string): void {
  if (cluster.isWorker) send({ listening: text });
  else console.log(text);
}

/** Requests a release's bundle at an address. Only one of the processes does so. */
export async function askForBundle(release: string, address: string): Promise<void> {
  if (cluster.isWorker) await asked({ ask: 'bundle', release, address });
  else await fetch(address, { method: 'HEAD' }).catch(() => {});
}

/** Whether this process is the first, of those that share the port, to claim a task that only one must do. */
export const isFirst = async (what: string): Promise<boolean> =>
  !cluster.isWorker || (await asked<boolean | null>({ ask: 'isFirst', what })) === true;

/** Metrics of this process, or of all that share the port. */
export function metricsOf(registry: Registry): () => Promise<string> {
  if (!cluster.isWorker) return () => registry.metrics();
  AggregatorRegistry.setRegistries([registry]);
  // Constructing it registers the listener that answers the primary process.
  new AggregatorRegistry();
  return async () => (await asked<string | null>({ ask: 'metrics' })) ?? '';
}

/** Where each client's requests are counted: in one place for all processes that share the port. */
export const hitStore = (): Store => (cluster.isWorker ? new SharedStore() : new MemoryStore());

class SharedStore implements Store {
  private windowMs = 0;

  init({ windowMs }: Options): void {
    this.windowMs = windowMs;
  }

  async increment(key: string): Promise<ClientRateLimitInfo> {
    const { windowMs } = this;
    // Messages between processes turn dates into text.
    const found = await asked<{ totalHits: number; resetTime: string } | null>({
      ask: 'hits',
      key,
      windowMs,
    });
    return found
      ? { totalHits: found.totalHits, resetTime: new Date(found.resetTime) }
      : { totalHits: 1, resetTime: new Date(Date.now() + windowMs) };
  }

  /** Does nothing: what was computed stays counted. */
  decrement(): void {}

  resetKey(): void {}
}
