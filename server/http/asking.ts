import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request, before or after Express has taken it. */
export interface Asking extends IncomingMessage {
  /** Its target as it was sent. */
  originalUrl: string;
}

/** Its answer, with what is known of the request. */
export type Answering = ServerResponse & { locals: Express.Locals };

/** What every log line about a request contains. */
export interface About {
  /** Sent to the reader too, so that they can quote it. */
  id: string;
  /** The address of the client, beyond trusted proxies. */
  client: string | undefined;
  method: string;
  url: string;
}

declare global {
  namespace Express {
    interface Locals {
      about: About;
      /** The state of the releases when the request came. */
      edition: string;
      /** Whether its answer was kept. */
      isKept?: boolean;
      /** What failed before Express took it. */
      failed?: unknown;
    }
  }
}

/** Whether an address is that of a trusted proxy, a number of hops from here (0 is the one that is connected). */
export type Trusts = (address: string, hop: number) => boolean;

export const trustsNone: Trusts = () => false;
