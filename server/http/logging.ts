import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import type { Logger } from 'pino';
import proxyAddress from 'proxy-addr';
import { type About, type Answering, type Asking, type Trusts, trustsNone } from './asking.ts';

/** The header with the request's id, in answers and from trusted proxies. */
export const requestIdHeader = 'X-Request-Id';

/** What the log says about the request of a response. */
export const aboutOf = (response: Answering): About => response.locals.about;

/** Sets the header with the request's id. Kept answers have it among the headers that they give to Node at once. */
export function tellId(_request: Request, response: Response, next: NextFunction): void {
  response.set(requestIdHeader, aboutOf(response).id);
  next();
}

interface Logging {
  /** Counts a request whose answer has ended. */
  count?: (request: Asking, response: Answering, ms: number) => void;
  trusts?: Trusts;
}

/**
 * Gives each request an id, or takes that of a trusted proxy, and when it is over logs and counts it with its duration
 * in ms.
 */
export const logged =
  (log: Logger, { count = () => {}, trusts = trustsNone }: Logging = {}) =>
  (request: Asking, response: Answering, next: () => void) => {
    const began = performance.now();
    const url = withoutToken(request.originalUrl).slice(0, 500);
    const client = proxyAddress(request, trusts);
    const about: About = { id: idOf(request, trusts), client, method: request.method!, url };
    response.locals.about = about;
    response.on('close', () => {
      const ms = performance.now() - began;
      count(request, response, ms);
      const level = response.statusCode < 400 ? 'info' : 'warn';
      log[level]({
        ...about,
        status: response.statusCode,
        ms: Math.round(ms * 10) / 10,
        ...(response.writableFinished ? {} : { aborted: true }),
      });
    });
    next();
  };

/** An address without the token that gives access to an unpublished release. */
const withoutToken = (url: string): string => url.replace(/(\/preview\/)[^/?#]+/i, '$1…');

function idOf({ socket, headers }: Asking, trusts: Trusts): string {
  const given = headers[requestIdHeader.toLowerCase()];
  const usable = typeof given === 'string' && /^[\w-]{1,64}$/.test(given);
  return usable && trusts(socket.remoteAddress ?? '', 0) ? given : randomUUID();
}
