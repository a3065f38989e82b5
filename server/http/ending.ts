import type { Server, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** How often idle connections are looked for while a server shuts down, in ms. */
const lookEvery = 50;

/**
 * Shuts a server down without failing anybody: it first reports that it is not ready and closes every connection after
 * its next answer, then it takes no more connections, and finally it waits for the answers under way.
 */
export class Ending {
  private readonly underWay = new Set<ServerResponse>();
  private started = false;

  constructor(private readonly server: Server) {
    // Before the app's listener, which may answer at once.
    server.prependListener('request', (_request, response) => {
      this.underWay.add(response);
      response.on('close', () => this.underWay.delete(response));
      if (this.started) response.shouldKeepAlive = false;
    });
  }

  /** Whether the server is shutting down. */
  get begun(): boolean {
    return this.started;
  }

  /** How many answers are under way. */
  get answering(): number {
    return this.underWay.size;
  }

  /** From now on reports that it is shutting down, and closes every connection after its next answer. */
  announce(): void {
    this.started = true;
    for (const response of this.underWay) response.shouldKeepAlive = false;
  }

  /**
   * Takes no more connections, and closes the server once the answers under way have ended, at the latest after `drain`
   * seconds. Resolves to the number of answers that had to be cut off.
   */
  async end(drain: number): Promise<number> {
    this.announce();
    const closed = new Promise((done) => this.server.close(done));
    // Answers whose head was sent before the announcement leave their connections open.
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
