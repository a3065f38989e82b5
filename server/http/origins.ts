import type { Request } from 'express';
import { HttpError } from '../errors.ts';

/** A name or an address of version 4 or 6, with at most a port. */
const plainHost =
  /^(?=.{1,253}(?::|$))(?:[\w-]{1,63}(?:\.[\w-]{1,63})*\.?|\[[\da-f:.]{2,45}\])(?::\d{1,5})?$/i;

/** How far the usual host may be ahead of all others: so many requests of others make one of them the usual one. */
const mostAhead = 1000;

/**
 * The origin that requests reach the site by, used in links that leave it: as set, else as the request's
 * Host header says where that is nothing but a host. Answers are kept for one origin alone, so that requests with
 * made-up hosts take no room: as set, else the one that most requests name (the vote of Boyer and Moore).
 */
export class Origins {
  private usual = '';
  private ahead = 0;

  constructor(private readonly set: string) {}

  /** Counts a request for the host that it names. */
  heed(request: Request): void {
    const origin = this.namedBy(request);
    if (this.set || origin === null) return;
    if (origin === this.usual) this.ahead = Math.min(this.ahead + 1, mostAhead);
    else if (this.ahead > 0) this.ahead--;
    else [this.usual, this.ahead] = [origin, 1];
  }

  /** The origin of the site for a request; throws 400 where its Host header is no host. */
  of(request: Request): string {
    const origin = this.namedBy(request);
    if (origin !== null) return origin;
    const host = request.headers.host!.slice(0, 200);
    throw new HttpError(400, `the Host header is not a host: ${host}`);
  }

  /** By what the answer to a request is known; `address` where it is not the one that was asked for. */
  keyOf(request: Request, address = request.originalUrl): string {
    return `${this.namedBy(request) ?? ''} ${address}`;
  }

  /** Whether the answer to a request is to be kept. */
  keeps(request: Request): boolean {
    return this.set !== '' || this.namedBy(request) === this.usual;
  }

  private namedBy({ headers, protocol }: Request): string | null {
    if (this.set) return this.set;
    const host = headers.host || 'localhost';
    const scheme = protocol === 'https' ? 'https' : 'http';
    return plainHost.test(host) && URL.canParse(`${scheme}://${host}`)
      ? `${scheme}://${host.toLowerCase()}`
      : null;
  }
}
