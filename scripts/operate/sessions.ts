import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';

/** The result of the last action, to be shown once: lines, or what was wrong with the form. */
export interface Said {
  lines: readonly string[];
  /** Null if it succeeded. */
  problem: string | null;
  fields: Record<string, string>;
}

/** Somebody who has signed in. */
export interface Session {
  by: string;
  /** Proves that a form is one of ours; every form has it. */
  proof: string;
  until: number;
  said: Said | null;
}

/** How long somebody stays signed in, in ms. */
const lasting = 8 * 3_600_000;
const cookie = 'uptake-operator';

const secret = () => randomBytes(32).toString('base64url');

/** Those who have signed in since this process began. */
export class Sessions {
  private readonly all = new Map<string, Session>();

  constructor(private readonly now: () => number = Date.now) {}

  /** Begins a session; returns the Set-Cookie header for it. */
  begin(by: string): string {
    const id = secret();
    const until = this.now() + lasting;
    this.all.set(id, { by, proof: secret(), until, said: null });
    return `${cookie}=${id}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${lasting / 1000}`;
  }

  /** The session of a request; null if there is none or it has expired. */
  of(request: Request): Session | null {
    const session = this.all.get(idIn(request));
    return session && session.until > this.now() ? session : null;
  }

  /** Ends the session of a request; returns the Set-Cookie header that deletes it. */
  end(request: Request): string {
    this.all.delete(idIn(request));
    return `${cookie}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0`;
  }
}

function idIn({ headers }: Request): string {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${cookie}=`))?.slice(cookie.length + 1) ?? '';
}

/** Whether a form is one of ours, by the proof in it. */
export function isProven({ proof }: Session, given: string): boolean {
  const [ours, theirs] = [proof, given].map((text) => Buffer.from(text));
  return ours!.length === theirs!.length && timingSafeEqual(ours!, theirs!);
}

/** Whether a request comes from a page of this server, as far as the browser tells. */
export function isFromHere({ headers }: Request): boolean {
  const { origin, host } = headers;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}

/** Whether a request names this machine; a foreign host name that leads here is refused. */
export const isForHere = ({ headers }: Request): boolean =>
  /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/.test(headers.host ?? '');
