import type { Request, Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { Busy } from '../errors.ts';
import { hitStore } from './worker.ts';

const minute = 60_000;

/** The client as limits count it: its address or, for IPv6, the 56-bit network that one customer is given. */
export const clientOf = ({ ip }: Request): string => (ip ? ipKeyGenerator(ip) : '');

/** Counts an answer computed for a client; rejects with a 429 beyond the limit per minute. */
export type Rate = (request: Request, response: Response) => Promise<void>;

/** A limit of `most` answers per client and minute; none if 0. */
export function rateOf(most: number): Rate {
  if (most === 0) return async () => {};
  const limit = rateLimit({
    windowMs: minute,
    limit: most,
    store: hitStore(),
    keyGenerator: clientOf,
    standardHeaders: false,
    legacyHeaders: false,
    // Which proxies to trust is a setting here, and its description says what this would warn of.
    validate: false,
    handler: ({ rateLimit }: Request & { rateLimit?: { resetTime?: Date } }, _response, next) => {
      const wait = (rateLimit?.resetTime?.getTime() ?? Date.now() + minute) - Date.now();
      const seconds = Math.max(1, Math.ceil(wait / 1000));
      const message = `more than ${most.toLocaleString('en-GB')} answers in a minute for one reader: ask again in ${seconds} seconds`;
      next(new Busy(429, message, seconds));
    },
  });
  return (request, response) =>
    new Promise((resolve, reject) => {
      limit(request, response, (error?: unknown) => (error ? reject(error) : resolve()));
    });
}
