import type { Request, Response } from 'express';
import { clientOf, type Rate, rateOf } from './limits.ts';
import { type Bounds, type Place, Queue } from './queue.ts';

/**
 * Room for one page each for all readers of a busy site, and for one download each for fifty readers behind one
 * address.
 */
const usual: Bounds = { atOnce: 2, open: 200, openOfOne: 60, bytes: 256 << 20 };

/** Runs everything computed for readers, within each client's rate and in turns. */
export class Work {
  private readonly count: Rate;
  private readonly queue: Queue;

  /** Processes that share a port each have a part of the room; the rate is counted for all of them together. */
  constructor(rate: number, { processes = 1, bounds = usual } = {}) {
    this.count = rateOf(rate);
    const part = (whole: number) => Math.ceil(whole / processes);
    this.queue = new Queue({
      atOnce: bounds.atOnce,
      open: part(bounds.open),
      openOfOne: part(bounds.openOfOne),
      bytes: part(bounds.bytes),
    });
  }

  /** How many answers are being computed or wait for it, and the bytes that they take. */
  get inHand(): Queue['inHand'] {
    return this.queue.inHand;
  }

  /** Computes something that takes about this many bytes of memory. Rejects with a 429 or 503 if there is no room. */
  async out<T>(
    request: Request,
    response: Response,
    bytes: number,
    work: (turn: Place['turn']) => Promise<T>,
  ): Promise<T> {
    await this.count(request, response);
    const place = this.queue.enter(clientOf(request), bytes);
    try {
      return await work(place.turn);
    } finally {
      place.leave();
    }
  }
}
