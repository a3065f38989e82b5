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

/** Asks the process that holds the workers together. */
function asked<T>(question: WorkerQuestion): Promise<T> {
  const number = ++numbers;
  return new Promise((resolve) => {
    waiting.set(number, resolve as (answer: unknown) => void);
    send({ number, question });
  });
}

/** Says that this server listens: at once where it is alone, and when all of them do where there are several. */
export function sayListening(text: string): void {
  if (cluster.isWorker) send({ listening: text });
  else console.log(text);
}

/** Has a release's bundle asked for at an address, by one of all who would. */
export async function askForBundle(release: string, address: string): Promise<void> {
  if (cluster.isWorker) await asked({ ask: 'bundle', release, address });
  else await fetch(address, { method: 'HEAD' }).catch(() => {});
}

/** Whether this process is the first of those that share the port to ask about a thing, which one of them is to do. */
export const isFirst = async (what: string): Promise<boolean> =>
  !cluster.isWorker || (await asked<boolean | null>({ ask: 'isFirst', what })) === true;

/** What Prometheus reads of this process, or of all that share the port. */
export function metricsOf(registry: Registry): () => Promise<string> {
  if (!cluster.isWorker) return () => registry.metrics();
  AggregatorRegistry.setRegistries([registry]);
  // Made for what it listens to: the question of the process that holds them together.
  new AggregatorRegistry();
  return async () => (await asked<string | null>({ ask: 'metrics' })) ?? '';
}

/** Where the requests of each client are counted: in one place for all processes that share the port. */
export const hitStore = (): Store => (cluster.isWorker ? new SharedStore() : new MemoryStore());

class SharedStore implements Store {
  private windowMs = 0;

  init({ windowMs }: Options): void {
    this.windowMs = windowMs;
  }

  async increment(key: string): Promise<ClientRateLimitInfo> {
    const { windowMs } = this;
    // A time is a text after it was sent.
    const found = await asked<{ totalHits: number; resetTime: string } | null>({
      ask: 'hits',
      key,
      windowMs,
    });
    return found
      ? { totalHits: found.totalHits, resetTime: new Date(found.resetTime) }
      : { totalHits: 1, resetTime: new Date(Date.now() + windowMs) };
  }

  /** What was computed stays counted. */
  decrement(): void {}

  resetKey(): void {}
}
