import { HttpError } from '../errors.ts';
import { type Asking, type Trusts, trustsNone } from './asking.ts';

/** A host name or an IPv4 or IPv6 address, optionally with a port. */
const plainHost =
  /^(?=.{1,253}(?::|$))(?:[\w-]{1,63}(?:\.[\w-]{1,63})*\.?|\[[\da-f:.]{2,45}\])(?::\d{1,5})?$/i;

type Asker = Pick<Asking, 'headers' | 'socket'>;

/** The largest lead of the usual host: this many requests for others replace it. */
const mostAhead = 1000;

/**
 * The origin of the site for links that leave it: the one that is set, or else the request's Host header if that is a
 * plain host. Answers are kept for one origin only, so that requests with made-up hosts take no room: the one that is
 * set, or else the one that most requests name (the Boyer–Moore majority vote).
 */
export class Origins {
  private usual = '';
  private ahead = 0;
  /** What was read last: most requests name the same host. */
  private last = { host: '', scheme: '', origin: null as string | null };

  constructor(
    private readonly set: string,
    private readonly trusts: Trusts = trustsNone,
  ) {}

  /** Counts a request for the host that it names. */
  heed(request: Asker): void {
    const origin = this.namedBy(request);
    if (this.set || origin === null) return;
    if (origin === this.usual) this.ahead = Math.min(this.ahead + 1, mostAhead);
    else if (this.ahead > 0) this.ahead--;
    else [this.usual, this.ahead] = [origin, 1];
  }

  /** The origin of the site for a request; throws 400 if its Host header is not a plain host. */
  of(request: Asker): string {
    const origin = this.namedBy(request);
    if (origin !== null) return origin;
    const host = request.headers.host!.slice(0, 200);
    throw new HttpError(400, `the Host header is not a host: ${host}`);
  }

  /** The cache key of a request's answer; `address` if it differs from the one asked for. */
  keyOf(request: Pick<Asking, 'originalUrl'> & Asker, address = request.originalUrl): string {
    return `${this.namedBy(request) ?? ''} ${address}`;
  }

  /** Whether the answer to a request may be kept. */
  keeps(request: Asker): boolean {
    return this.set !== '' || this.namedBy(request) === this.usual;
  }

  private namedBy({ headers, socket }: Asker): string | null {
    if (this.set) return this.set;
    const host = headers.host || 'localhost';
    const told = /^\s*https\s*(,|$)/.test(String(headers['x-forwarded-proto']));
    const isSecure = told && this.trusts(socket.remoteAddress ?? '', 0);
    const scheme = isSecure ? 'https' : 'http';
    if (host !== this.last.host || scheme !== this.last.scheme) {
      this.last = { host, scheme, origin: originOf(scheme, host) };
    }
    return this.last.origin;
  }
}

/** The origin of a plain host; null for anything else. */
const originOf = (scheme: string, host: string): string | null =>
  plainHost.test(host) && URL.canParse(`${scheme}://${host}`)
    ? `${scheme}://${host.toLowerCase()}`
    : null;
