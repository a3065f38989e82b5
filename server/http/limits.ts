import type { Request, Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { Busy } from '../errors.ts';
import { hitStore } from './worker.ts';

const minute = 60_000;

/** Who asks, as limits count: an address, or of IPv6 the network of 56 bits that one reader is given. */
export const clientOf = ({ ip }: Request): string => (ip ? ipKeyGenerator(ip) : '');

/** Counts an answer that is worked out for a client; rejects with a 429 beyond so many a minute. */
export type Rate = (request: Request, response: Response) => Promise<void>;

/** The count of each client, so many a minute; without a bound where it is 0. */
export function rateOf(most: number): Rate {
  if (most === 0) return async () => {};
  const limit = rateLimit({
    windowMs: minute,
    limit: most,
    store: hitStore(),
    keyGenerator: clientOf,
    standardHeaders: false,
    legacyHeaders: false,
    // Whom to believe is a setting here; what it would warn of is written in its description.
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
