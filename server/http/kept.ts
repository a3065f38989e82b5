import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request, Response } from 'express';
import { requestIdHeader } from './logging.ts';

/** A whole answer, as it was sent once and can be sent again: a release never changes. */
export interface Kept {
  /** Of the releases that there were then. */
  edition: string;
  status: number;
  /** All its headers but those of one request, as names and values in turn. */
  head: string[];
  etag: string | undefined;
  body: Buffer;
  /** Whether it is packed for those who take that. */
  packs: boolean;
  packed: Partial<Record<Coding, Promise<Buffer>>>;
}

const gzipFrom = 1024;

/** The ways to pack a kept answer, the tightest first; what is asked again is worth more than the least effort. */
const codings = {
  br: (body: Buffer, done: Packed) =>
    brotliCompress(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }, done),
  gzip: (body: Buffer, done: Packed) => gzip(body, { level: 4 }, done),
};
type Coding = keyof typeof codings;
type Packed = (error: Error | null, packed: Buffer) => void;

/** Whether a body shrinks when packed: files of other kinds are packed already. */
export const isText = (type = ''): boolean => /^text\/|[/+](json|xml|javascript)\b/.test(type);

/** What a response has for headers and a body, to be sent now and again. */
export function keptOf(edition: string, response: Response, body: Buffer): Kept {
  const packs = body.length >= gzipFrom && isText(response.get('Content-Type'));
  if (packs) response.vary('Accept-Encoding');
  const head = response
    .getHeaderNames()
    .filter((name) => name !== requestIdHeader.toLowerCase())
    .flatMap((name) => [name, String(response.getHeader(name))]);
  const { statusCode: status } = response;
  return { edition, status, head, etag: response.get('ETag'), body, packs, packed: {} };
}

/** Bytes that a kept answer takes: what is packed takes about a third more, in two ways. */
export const sizeOf = ({ body, packs }: Kept): number =>
  Math.round(body.length * (packs ? 1.35 : 1)) + 1000;

/** Sends a kept answer as its reader takes it: not at all where it is held already, packed, or as it is. */
export async function send(kept: Kept, request: Request, response: Response): Promise<void> {
  const names = Object.keys(codings) as Coding[];
  const coding = kept.packs ? names.find((name) => accepts(request, name)) : undefined;
  if (kept.etag && isHeld(request, kept.etag)) {
    response.writeHead(304, kept.head).end();
  } else if (!coding) {
    sendBody(kept, kept.body, [], request, response);
  } else {
    const packed = await (kept.packed[coding] ??= pack(kept.body, coding));
    sendBody(kept, packed, ['Content-Encoding', coding], request, response);
  }
}

/** Not at once: a large body would hold up everybody else. */
const pack = (body: Buffer, coding: Coding): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    codings[coding](body, (error, packed) => (error ? reject(error) : resolve(packed)));
  });

function sendBody(
  { status, head }: Kept,
  body: Buffer,
  more: readonly string[],
  request: Request,
  response: Response,
): void {
  response.writeHead(status, [...head, ...more, 'Content-Length', String(body.length)]);
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Whether a reader takes a coding. */
export const accepts = (request: Request, coding: Coding): boolean =>
  accepted[coding].test((request.headers['accept-encoding'] as string | undefined) ?? '');

/** Named, and not by a quality of zero, which refuses it. */
const accepted: Record<Coding, RegExp> = {
  br: /\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/,
  gzip: /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/,
};

/** Whether the reader holds an answer already: it names its validator, alone, in a list, or any by an asterisk. */
export function isHeld(request: Request, etag: string): boolean {
  const held = request.headers['if-none-match']?.split(',').map((one) => one.trim()) ?? [];
  const same = (one: string) => one.replace(/^W\//, '') === etag.replace(/^W\//, '');
  return held.some((one) => one === '*' || same(one));
}
