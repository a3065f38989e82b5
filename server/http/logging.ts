import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import type { Logger } from 'pino';

/** The header with the request's id, in answers and from trusted proxies. */
export const requestIdHeader = 'X-Request-Id';

/** What every log line about a request contains. */
interface About {
  /** Sent to the reader too, so that they can quote it. */
  id: string;
  /** The address of the client, beyond trusted proxies. */
  client: string | undefined;
  method: string;
  url: string;
}

/** What the log says about the request of a response. */
export const aboutOf = (response: Response): About => response.locals.about as About;

/** Sets the header with the request's id. Kept answers have it among the headers that they give to Node at once. */
export function tellId(_request: Request, response: Response, next: NextFunction): void {
  response.set(requestIdHeader, aboutOf(response).id);
  next();
}

/**
 * Gives each request an id, or takes that of a trusted proxy, and when it is over logs and counts it with its duration
 * in ms.
 */
export const logged =
  (log: Logger, count: (request: Request, response: Response, ms: number) => void = () => {}) =>
  (request: Request, response: Response, next: NextFunction) => {
    const began = performance.now();
    const { ip: client, method, originalUrl } = request;
    const url = withoutToken(originalUrl).slice(0, 500);
    const about: About = { id: idOf(request), client, method, url };
    response.locals.about = about;
    response.on('close', () => {
      const ms = performance.now() - began;
      count(request, response, ms);
      log.info({
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

function idOf({ app, socket, headers }: Request): string {
  const given = headers[requestIdHeader.toLowerCase()];
  const isTrusted = app.get('trust proxy fn') as (
    address: string | undefined,
    hop: number,
  ) => boolean;
  const usable = typeof given === 'string' && /^[\w-]{1,64}$/.test(given);
  return usable && isTrusted(socket.remoteAddress, 0) ? given : randomUUID();
}
