import type { Server, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** How often connections that have fallen idle are looked for while a server ends, in ms. */
const lookEvery = 50;

/**
 * The end of a server that fails nobody: first it says that it is not ready and ends every connection with its
 * next answer, then it takes no more connections, and then it waits for the answers that are under way.
 */
export class Ending {
  private readonly underWay = new Set<ServerResponse>();
  private started = false;

  constructor(private readonly server: Server) {
    // Before the app, which may answer at once.
    server.prependListener('request', (_request, response) => {
      this.underWay.add(response);
      response.on('close', () => this.underWay.delete(response));
      if (this.started) response.shouldKeepAlive = false;
    });
  }

  /** Whether the server is ending. */
  get begun(): boolean {
    return this.started;
  }

  /** How many answers are under way. */
  get answering(): number {
    return this.underWay.size;
  }

  /** From now on says that it ends, and ends every connection with its next answer. */
  announce(): void {
    this.started = true;
    for (const response of this.underWay) response.shouldKeepAlive = false;
  }

  /**
   * Takes no more connections and ends the server when the answers under way have ended, at the latest in `drain`
   * seconds. Resolves to the number of those that had to be cut off.
   */
  async end(drain: number): Promise<number> {
    this.announce();
    const closed = new Promise((done) => this.server.close(done));
    // An answer whose head was sent before leaves its connection open.
    const looking = setInterval(() => this.server.closeIdleConnections(), lookEvery);
    const late = new AbortController();
    await Promise.race([closed, wait(drain * 1000, null, { signal: late.signal }).catch(() => {})]);
    late.abort();
    clearInterval(looking);
    const cutOff = this.answering;
    this.server.closeAllConnections();
    await closed;
    return cutOff;
  }
}
