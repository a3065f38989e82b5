import type { NextFunction, Request, Response } from 'express';
import type { Logger } from 'pino';
import { Busy, HttpError } from '../errors.ts';
import { Keeping } from './keeping.ts';
import { aboutOf, requestIdHeader } from './logging.ts';
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

/** An error as RFC 9457 describes it. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  parameter?: string;
  value?: string;
}

/** Draws a problem as a page for a person; undefined if no page was asked for. */
export type DrawProblem = (problem: Problem, request: Request) => Promise<string | undefined>;

/**
 * Answers what was thrown: a caller's mistake in full, our own fault as a bare 500 with an id. People get a page if one
 * can be drawn, programs problem+json.
 */
export const answerProblems = (
  log: Logger,
  draw: DrawProblem = async () => undefined,
  keeping = new Keeping({ fresh: 0, next: null }),
) => {
  /** The page of a problem; undefined if it cannot be drawn, so that the problem is still reported. */
  const drawn: DrawProblem = (problem, request) =>
    draw(problem, request).catch((failure) => {
      if (!(failure instanceof HttpError)) log.error({ err: failure }, 'the page of a problem');
      return undefined;
    });
  return async (error: unknown, request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) {
      if (isCutOff(error)) return;
      log.error({ ...aboutOf(response), err: error });
      if (!response.destroyed) next(error);
      return;
    }
    const known = error instanceof HttpError ? error : clientError(error);
    if (!known) log.error({ ...aboutOf(response), err: error });
    if (known instanceof Busy) response.set('Retry-After', String(known.retryAfter));
    if (known instanceof OutOfRange) response.set('Content-Range', `bytes */${known.bytes}`);
    const problem = known ? problemOf(known) : failed(aboutOf(response).id);
    const page = isForPeople(request, response) ? await drawn(problem, request) : undefined;
    response
      .status(problem.status)
      .set(requestIdHeader, aboutOf(response).id)
      .set('Cache-Control', keeping.of(problem.status, 'release', response.locals.edition));
    if (page === undefined) {
      response.type('application/problem+json').send(JSON.stringify(problem));
    } else {
      response.type('html').send(page);
    }
  };
};

function problemOf(error: HttpError): Problem {
  const { status, message: detail, about } = error;
  const title = error instanceof Busy && status === 503 ? 'Busy' : (titles[status] ?? 'Error');
  return { type: 'about:blank', title, status, detail, ...about };
}

const failed = (id: string): Problem => ({
  type: 'about:blank',
  title: 'Internal error',
  status: 500,
  detail: `request ${id} failed`,
});

/** Whether a browser asks. Browsers name HTML first; programs accept anything, or name something else. */
function isForPeople(request: Request, response: Response): boolean {
  response.vary('Accept');
  return request.accepts(['json', 'application/problem+json', 'html']) === 'html';
}

/** Whether an answer ended because its reader left. */
export const isCutOff = (error: unknown): boolean =>
  (error as { code?: string }).code === 'ERR_STREAM_PREMATURE_CLOSE';

/** Errors that Express itself raises for a malformed request, such as a broken percent sign. */
function clientError(error: unknown): HttpError | null {
  const status = (error as { status?: unknown }).status;
  if (typeof status !== 'number' || status < 400 || status >= 500) return null;
  return new HttpError(status, 'the request could not be read');
}
