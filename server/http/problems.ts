import type { NextFunction, Request, Response } from 'express';
import type { Logger } from 'pino';
import { Busy, HttpError } from '../errors.ts';
import { aboutOf } from './logging.ts';
import { OutOfRange } from './ranges.ts';

const titles: Record<number, string> = {
  400: 'Bad request',
  404: 'Not found',
  405: 'Method not allowed',
  414: 'Address too long',
  416: 'Range not satisfiable',
  429: 'Too many requests',
  503: 'Not ready',
};

/** Answers what was thrown as problem+json: a caller's mistake as it stands, our own as a bare 500 with an id. */
export const problemsAsJson =
  (log: Logger) => (error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) {
      if (isCutOff(error)) return;
      log.error({ ...aboutOf(response), err: error });
      if (!response.destroyed) next(error);
      return;
    }
    const known = error instanceof HttpError ? error : clientError(error);
    if (known) {
      const { status, message: detail, about } = known;
      if (known instanceof Busy) response.set('Retry-After', String(known.retryAfter));
      if (known instanceof OutOfRange) response.set('Content-Range', `bytes */${known.bytes}`);
      return response
        .status(status)
        .type('application/problem+json')
        .send(
          JSON.stringify({
            type: 'about:blank',
            title: (known instanceof Busy && status === 503 ? 'Busy' : titles[status]) ?? 'Error',
            status,
            detail,
            ...about,
          }),
        );
    }
    const about = aboutOf(response);
    log.error({ ...about, err: error });
    response
      .status(500)
      .type('application/problem+json')
      .send(
        JSON.stringify({
          type: 'about:blank',
          title: 'Internal error',
          status: 500,
          detail: `request ${about.id} failed`,
        }),
      );
  };

/** Whether an answer ended because its reader left. */
export const isCutOff = (error: unknown): boolean =>
  (error as { code?: string }).code === 'ERR_STREAM_PREMATURE_CLOSE';

/** Errors that Express itself raises for a malformed request, such as a broken percent sign. */
function clientError(error: unknown): HttpError | null {
  const status = (error as { status?: unknown }).status;
  if (typeof status !== 'number' || status < 400 || status >= 500) return null;
  return new HttpError(status, 'the request could not be read');
}
