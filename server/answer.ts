import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGzip, gzipSync } from 'node:zlib';
import type { Request, Response } from 'express';
import { LRUCache } from 'lru-cache';

/** A whole answer, as it was sent once and can be sent again: a release never changes. */
interface Kept {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  gzip?: Buffer;
}

/** The largest answer that is kept and sent whole, in bytes; larger ones stream. */
const wholeBytes = 4 << 20;
const gzipFrom = 1024;

interface Streaming {
  /** Headers known only when a whole answer has been read. */
  late?: () => Record<string, string>;
  /** In bytes; an answer known to be large begins to flow at once with 0. */
  wholeUpTo?: number;
}

/** Answers kept by release and address, up to a bound in bytes. */
export class Answers {
  private readonly kept = new LRUCache<string, Kept>({
    maxSize: 128 << 20,
    sizeCalculation: ({ body, gzip }) => body.length + (gzip?.length ?? 0) + 500,
  });

  /** Sends a kept answer; false where there is none. */
  sendKept(key: string, request: Request, response: Response): boolean {
    const kept = this.kept.get(key);
    if (!kept) return false;
    this.send(kept, request, response);
    return true;
  }

  /** Sends pieces as they come: whole (and kept) where they are small, else as a stream that waits for slow readers. */
  async stream(
    key: string,
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
      const kept = {
        status: 200,
        headers: { ...headers, ...late() },
        body: Buffer.concat(begun),
      };
      this.kept.set(key, kept);
      this.send(kept, request, response);
      return;
    }
    response.status(200).set(headers);
    const packs = isText(headers);
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
    if (packs && acceptsGzip(request)) {
      response.set('Content-Encoding', 'gzip');
      await pipeline(body, createGzip({ level: constants.Z_BEST_SPEED }), response);
    } else {
      await pipeline(body, response);
    }
  }

  /** Sends and keeps one whole text. */
  whole(
    key: string,
    request: Request,
    response: Response,
    headers: Record<string, string>,
    text: string,
    status = 200,
  ): void {
    const kept = { status, headers, body: Buffer.from(text) };
    if (status === 200) this.kept.set(key, kept);
    this.send(kept, request, response);
  }

  private send(kept: Kept, request: Request, response: Response): void {
    response.statusCode = kept.status;
    for (const name in kept.headers) response.setHeader(name, kept.headers[name]!);
    let { body } = kept;
    if (body.length >= gzipFrom && isText(kept.headers)) {
      response.setHeader('Vary', 'Accept-Encoding');
      if (acceptsGzip(request)) {
        kept.gzip ??= gzipSync(body);
        body = kept.gzip;
        response.setHeader('Content-Encoding', 'gzip');
      }
    }
    if (request.headers['if-none-match'] === kept.headers.ETag && kept.headers.ETag) {
      response.statusCode = 304;
      response.end();
      return;
    }
    response.setHeader('Content-Length', body.length);
    response.end(request.method === 'HEAD' ? undefined : body);
  }
}

/** Whether a body shrinks when packed: files of other kinds are packed already. */
const isText = (headers: Record<string, string>): boolean =>
  /^text\/|[/+](json|xml|javascript)\b/.test(headers['Content-Type'] ?? '');

const acceptsGzip = (request: Request): boolean =>
  /\bgzip\b/.test((request.headers['accept-encoding'] as string | undefined) ?? '');

/** A weak validator of an answer: the same release and address give the same figures. */
export const etagOf = (...parts: string[]): string =>
  `W/"${createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 27)}"`;
