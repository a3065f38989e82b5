import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import type { Logger } from 'pino';

/** The header that names a request, in answers and from the proxies that are trusted. */
export const requestIdHeader = 'X-Request-Id';

/** What every line of the log about a request says of it. */
interface About {
  /** Known to the reader too, so that a line can be found by what they were answered. */
  id: string;
  /** The address of the client, past the proxies that are trusted. */
  client: string | undefined;
  method: string;
  url: string;
}

/** What the log says of the request that a response answers. */
export const aboutOf = (response: Response): About => response.locals.about as About;

/**
 * Names each request, by its trusted proxy's name where it has one, and logs it when it is over; then it is counted
 * too, with the milliseconds that it took.
 */
export const logged =
  (log: Logger, count: (request: Request, response: Response, ms: number) => void = () => {}) =>
  (request: Request, response: Response, next: NextFunction) => {
    const began = performance.now();
    const { ip: client, method, originalUrl } = request;
    const url = withoutToken(originalUrl).slice(0, 500);
    const about: About = { id: idOf(request), client, method, url };
    response.locals.about = about;
    response.set(requestIdHeader, about.id);
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

/** An address without the token by which somebody sees a release before it is published. */
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
