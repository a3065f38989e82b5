import { realpathSync, statSync } from 'node:fs';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import type { Count, Counted, ToCount } from './countText.ts';
import { packingOf } from './firstBytes.ts';
import { type FileState, stateOf } from './givenFile.ts';

/** A text being counted. */
interface CountedText {
  /** The state of its file before its first byte was read. */
  before: FileState;
  /** The bytes counted so far. */
  bytes(): number;
  /** What it holds: known once `foldInto` was called. */
  count: Promise<Count>;
  /** Says which new file to write the folded rows into. */
  foldInto(path: string): void;
}

/** Counts the bytes of texts, each once, while something else is done. */
export class TextCounter {
  private readonly begun = new Map<string, CountedText>();
  private readonly ports: MessagePort[] = [];
  private readonly counting: Promise<void>[] = [];
  private readonly stops: (() => void)[] = [];
  private isStopped = false;
  /** The thread that counts, and what is rejected if it fails. */
  private worker: { thread: Worker; failure: Promise<never> } | null = null;

  /** `thread` is the module of a thread that counts; without it, this thread does. */
  constructor(private readonly thread: URL | null = null) {}

  /** Begins with whichever of these are paths of texts. */
  begin(among: readonly string[]): void {
    for (const one of among) {
      try {
        const path = realpathSync(one);
        if (statSync(path).isFile() && packingOf(path) === null) this.of(path);
      } catch {
        // Whoever opens the file says what is wrong with it.
      }
    }
  }

  /** Begins to count a file, if that has not begun; throws if it does not exist. `path` is its real one. */
  of(path: string): CountedText {
    const known = this.begun.get(path);
    if (known) return known;
    const text = this.count(path);
    this.begun.set(path, text);
    return text;
  }

  /** Stops counting: what is not counted is an error. Nothing is written afterwards. */
  async stop(): Promise<void> {
    this.isStopped = true;
    for (const stop of this.stops) stop();
    for (const port of this.ports) port.close();
    await Promise.all([...this.counting, this.worker?.thread.terminate()]);
  }

  private count(path: string): CountedText {
    const before = stateOf(path);
    const { port1: port, port2 } = new MessageChannel();
    this.ports.push(port);
    let bytes = 0;
    const count = new Promise<Count>((resolve, reject) => {
      port.on('message', (counted: Counted) => {
        if (typeof counted === 'number') bytes = counted;
        else if (counted instanceof Error) reject(counted);
        else resolve(counted);
      });
      const stop = () => reject(new Error('no longer counted'));
      if (this.isStopped) return stop();
      this.stops.push(stop);
      this.send({ path, port: port2 }, reject);
    });
    count.catch(() => {});
    return { before, bytes: () => bytes, count, foldInto: (to) => port.postMessage(to) };
  }

  private send(text: ToCount, fail: (error: Error) => void): void {
    if (!this.thread) {
      this.counting.push(this.countHere(text));
      return;
    }
    this.worker ??= begunThread(this.thread);
    this.worker.failure.catch(fail);
    this.worker.thread.postMessage(text, [text.port]);
  }

  private async countHere(text: ToCount): Promise<void> {
    const { countText } = await import('./countText.ts');
    // A port that is closed already never says so.
    if (!this.isStopped) await countText(text);
  }
}

/** A thread that does not keep the process from ending. What is sent after it failed is lost, so its failure is kept. */
function begunThread(module: URL): { thread: Worker; failure: Promise<never> } {
  const thread = new Worker(module);
  thread.unref();
  const failure = new Promise<never>((_, reject) => {
    thread.once('error', reject);
  });
  failure.catch(() => {});
  return { thread, failure };
}
