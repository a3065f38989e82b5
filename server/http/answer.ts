import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { brotliCompress, constants, createGzip, gzip } from 'node:zlib';
import type { Request, Response } from 'express';
import { LRUCache } from 'lru-cache';
import { software } from '../software.ts';

/** A whole answer, as it was sent once and can be sent again: a release never changes. */
interface Kept {
  /** The release that was current then. */
  release: string;
  status: number;
  /** All its headers, as names and values in turn. */
  head: string[];
  etag: string | undefined;
  body: Buffer;
  /** Whether it is packed for those who take that. */
  packs: boolean;
  packed: Partial<Record<Coding, Buffer>>;
}

/** The largest answer that is kept and sent whole, in bytes; larger ones stream. */
const wholeBytes = 4 << 20;
const gzipFrom = 1024;

/** The ways to pack a kept answer, the tightest first; what is asked again is worth more than the least effort. */
const codings = {
  br: (body: Buffer, done: Packed) =>
    brotliCompress(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }, done),
  gzip: (body: Buffer, done: Packed) => gzip(body, { level: 4 }, done),
};
type Coding = keyof typeof codings;
type Packed = (error: Error | null, packed: Buffer) => void;

interface Streaming {
  /** Headers known only when a whole answer has been read. */
  late?: () => Record<string, string>;
  /** In bytes; an answer known to be large begins to flow at once with 0. */
  wholeUpTo?: number;
}

/** Answers kept by host and address while their release is the current one, up to a bound in bytes. */
export class Answers {
  private readonly kept = new LRUCache<string, Kept>({
    maxSize: 128 << 20,
    // What is packed takes about a third more, in two ways.
    sizeCalculation: ({ body, packs }) => Math.round(body.length * (packs ? 1.35 : 1)) + 1000,
  });

  /** Sends an answer kept from the current release; false where there is none. */
  sendKept(currentRelease: () => string, request: Request, response: Response): boolean {
    const asks = request.method === 'GET' || request.method === 'HEAD';
    const kept = asks && this.kept.get(addressOf(request));
    if (!kept || kept.release !== currentRelease()) return false;
    send(kept, request, response);
    return true;
  }

  /** Sends pieces as they come: whole (and kept) where they are small, else as a stream that waits for slow readers. */
  async stream(
    release: string,
    request: Request,
    response: Response,
    headers: Record<string, string>,
    pieces: AsyncIterable<string | Uint8Array>,
    { late = () => ({}), wholeUpTo = wholeBytes }: Streaming = {},
  ): Promise<void> {
    const iterator = pieces[Symbol.asyncIterator]();
    const begun: Buffer[] = [];
    let size = 0;
    let done = false;
    while (size <= wholeUpTo) {
      const piece = await iterator.next();
      if (piece.done) {
        done = true;
        break;
      }
      const bytes = Buffer.from(piece.value);
      begun.push(bytes);
      size += bytes.length;
    }
    if (done) {
      this.keep(release, request, response.set({ ...headers, ...late() }), Buffer.concat(begun));
      return;
    }
    response.status(200).set(headers);
    const packs = isText(headers['Content-Type']);
    if (packs) response.vary('Accept-Encoding');
    if (request.method === 'HEAD') {
      await iterator.return?.();
      response.end();
      return;
    }
    async function* all() {
      try {
        yield* begun.splice(0);
        for (let piece = await iterator.next(); !piece.done; piece = await iterator.next()) {
          yield Buffer.from(piece.value);
        }
      } finally {
        await iterator.return?.();
      }
    }
    const body = Readable.from(all(), { objectMode: false });
    if (packs && accepts(request, 'gzip')) {
      response.set('Content-Encoding', 'gzip');
      await pipeline(body, createGzip({ level: constants.Z_BEST_SPEED }), response);
    } else {
      await pipeline(body, response);
    }
  }

  /** Sends and keeps one whole text or file. */
  whole(
    release: string,
    request: Request,
    response: Response,
    headers: Record<string, string>,
    body: string | Uint8Array,
    status = 200,
  ): void {
    this.keep(release, request, response.status(status).set(headers), Buffer.from(body));
  }

  /** Sends a body with the headers that the response has, and keeps both where it is a good answer. */
  private keep(release: string, request: Request, response: Response, body: Buffer): void {
    const packs = body.length >= gzipFrom && isText(response.get('Content-Type'));
    if (packs) response.vary('Accept-Encoding');
    const head = response
      .getHeaderNames()
      .flatMap((name) => [name, String(response.getHeader(name))]);
    const { statusCode: status } = response;
    const kept: Kept = {
      release,
      status,
      head,
      etag: response.get('ETag'),
      body,
      packs,
      packed: {},
    };
    if (status === 200) this.kept.set(addressOf(request), kept);
    send(kept, request, response);
  }
}

const addressOf = ({ headers, originalUrl }: Request) => `${headers.host} ${originalUrl}`;

function send(kept: Kept, request: Request, response: Response): void {
  const names = Object.keys(codings) as Coding[];
  const coding = kept.packs ? names.find((name) => accepts(request, name)) : undefined;
  const packed = coding && kept.packed[coding];
  if (kept.etag && isHeld(request, kept.etag)) {
    response.writeHead(304, kept.head).end();
  } else if (!coding) {
    sendBody(kept, kept.body, [], request, response);
  } else if (packed) {
    sendBody(kept, packed, ['Content-Encoding', coding], request, response);
  } else {
    // Not at once: a large body would hold up everybody else.
    codings[coding](kept.body, (error, packed) => {
      if (!error) kept.packed[coding] = packed;
      send(error ? { ...kept, packs: false } : kept, request, response);
    });
  }
}

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

/** Whether a body shrinks when packed: files of other kinds are packed already. */
const isText = (type = ''): boolean => /^text\/|[/+](json|xml|javascript)\b/.test(type);

const accepts = (request: Request, coding: Coding): boolean =>
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

/** A weak validator of an answer: the same release and address give the same figures by the same software. */
export const etagOf = (...parts: string[]): string =>
  `W/"${createHash('sha256')
    .update([software, ...parts].join('\n'))
    .digest('base64url')
    .slice(0, 27)}"`;
