import type { RequestListener } from 'node:http';
import type { NextFunction, Request, Response } from 'express';
import type { Answers } from './answer.ts';
import type { Answering, Asking } from './asking.ts';
import type { logged } from './logging.ts';
import { mayNegotiate } from './negotiation.ts';
import type { Origins } from './origins.ts';
import type { Previews } from './previews.ts';

interface Behind {
  /** Null on the site of a preview. */
  previews: Previews | null;
  begin: ReturnType<typeof logged>;
  origins: Origins;
  answers: Answers;
  /** The state of the releases. */
  edition(): string;
  /** Answers whatever is not kept. */
  app: RequestListener;
}

/**
 * What every request passes first. Those for previews go to sites of their own. The others are logged and counted, and
 * their answers sent from here if they are kept: Express takes longer to find the way than to send one. What fails here
 * is answered behind, see `passOn`.
 */
export function door({ previews, begin, origins, answers, edition, app }: Behind): RequestListener {
  return (incoming, outgoing) => {
    const request: Asking = Object.assign(incoming, { originalUrl: incoming.url! });
    const response = Object.assign(outgoing, { locals: {} }) as Answering;
    if (tried(response, () => previews?.answer(request, response) ?? false)) return;
    begin(request, response, () => {
      const isSent = tried(response, () => {
        origins.heed(request);
        const now = (response.locals.edition = edition());
        return !mayNegotiate(request) && answers.sendReady(now, request, response);
      });
      if (!isSent) app(request, response);
    });
  };
}

function tried(response: Answering, answer: () => boolean): boolean {
  try {
    return answer();
  } catch (error) {
    response.locals.failed = error;
    return false;
  }
}

/** Passes on to Express what failed at the door. */
export const passOn = (_request: Request, response: Response, next: NextFunction): void =>
  next(response.locals.failed);
