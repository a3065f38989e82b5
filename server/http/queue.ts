import { Busy } from '../errors.ts';

export interface Bounds {
  /** Turns at a time. */
  atOnce: number;
  /** Answers in hand: being worked on, waiting for a turn, or waiting for their readers. */
  open: number;
  /** The same for one client. */
  openOfOne: number;
  /** Bytes that answers in hand may take together, as far as known in advance. */
  bytes: number;
}

/** An answer in hand. */
export interface Place {
  /** Does a piece of its work when its turn comes. */
  turn<T>(work: () => T | Promise<T>): Promise<T>;
  /** Gives up the place. */
  leave(): void;
}

/** Seconds after which there is usually room again. */
const retryAfter = 5;

/**
 * Does all work that takes time, in turns. An answer takes one turn for each of its pieces, and clients take turns with
 * each other, so that large requests do not delay small ones. Between turns everything else that is pending runs. What
 * there is no room for is refused at once: 429 if one client has too much in hand, 503 if all together have.
 */
export class Queue {
  private running = 0;
  private open = 0;
  private bytes = 0;
  private readonly openOf = new Map<string, number>();
  /** Pending turns by client. The first client is next. */
  private readonly waiting = new Map<string, (() => void)[]>();

  constructor(private readonly bounds: Bounds) {}

  /** How many answers are in hand, and the bytes that they take. */
  get inHand(): { open: number; bytes: number } {
    return { open: this.open, bytes: this.bytes };
  }

  /** Takes in hand an answer that may need this many bytes of memory. Throws if there is no room. */
  enter(client: string, bytes: number): Place {
    const ofOne = this.openOf.get(client) ?? 0;
    if (ofOne >= this.bounds.openOfOne) {
      throw new Busy(
        429,
        `${ofOne} answers to one reader are under way: let some of them end, and ask again`,
        retryAfter,
      );
    }
    if (this.open >= this.bounds.open || (this.open && this.bytes + bytes > this.bounds.bytes)) {
      throw new Busy(503, `too many answers are under way: ask again`, retryAfter);
    }
    this.open++;
    this.bytes += bytes;
    this.openOf.set(client, ofOne + 1);
    let left = false;
    return {
      turn: (work) => this.turn(client, work),
      leave: () => {
        if (left) return;
        left = true;
        this.open--;
        this.bytes -= bytes;
        const others = this.openOf.get(client)! - 1;
        if (others) this.openOf.set(client, others);
        else this.openOf.delete(client);
      },
    };
  }

  private async turn<T>(client: string, work: () => T | Promise<T>): Promise<T> {
    if (this.running < this.bounds.atOnce) this.running++;
    else await this.wait(client);
    try {
      return await work();
    } finally {
      // Not at once, so that requests and answers that arrived meanwhile go first.
      setImmediate(() => this.next());
    }
  }

  private wait(client: string): Promise<void> {
    return new Promise((begin) => {
      const own = this.waiting.get(client);
      if (own) own.push(begin);
      else this.waiting.set(client, [begin]);
    });
  }

  /** Gives the next turn to the next client and moves that client to the end; does nothing if none is waiting. */
  private next(): void {
    const [first] = this.waiting;
    if (!first) {
      this.running--;
      return;
    }
    const [client, own] = first;
    const begin = own.shift()!;
    this.waiting.delete(client);
    if (own.length) this.waiting.set(client, own);
    begin();
  }
}
