import type { Transform } from 'node:stream';
import * as zlib from 'node:zlib';
import accepts from 'accepts';
import type { Response } from 'express';
import { isText } from '../formats/format.ts';
import type { Answering, Asking } from './asking.ts';
import type { Lasting } from './keeping.ts';
import { requestIdHeader } from './logging.ts';
import { partOf, type Sized } from './ranges.ts';

/** A whole answer as it was sent, which can be sent again because a release never changes. */
export interface Kept {
  /** The state of the releases when it was made. */
  edition: string;
  status: number;
  lasting: Lasting | undefined;
  /** Its headers except those of one request or one time, names and values alternating. */
  head: string[];
  etag: string | undefined;
  body: Buffer;
  /** Whether it is compressed for readers who accept that. */
  packs: boolean;
  /** How readers of parts identify it; null for text, which is sent whole. */
  parts: Sized | null;
  packed: Partial<Record<Coding, Buffer>>;
  packing: Partial<Record<Coding, Promise<Buffer>>>;
}

const gzipFrom = 1024;

/** Available in Node from 22.15. */
interface Zstd {
  zstdCompress(body: Buffer, done: Packed): void;
  createZstdCompress(): Transform;
}
const zstd = 'zstdCompress' in zlib ? (zlib as unknown as Zstd) : null;

/** Ways to compress an answer as a stream, the best for its speed first. */
const flowing: Partial<Record<Coding, () => Transform>> = {
  ...(zstd && { zstd: () => zstd.createZstdCompress() }),
  gzip: () => zlib.createGzip({ level: zlib.constants.Z_BEST_SPEED }),
};

/** How to compress an answer as a stream, by the first way that its reader accepts; null to send it as it is. */
export function packingFor(request: Asking): { coding: string; begin: () => Transform } | null {
  const coding = codingFor(request, Object.keys(flowing) as Coding[]);
  return coding ? { coding, begin: flowing[coding]! } : null;
}

/** Ways to compress a kept answer, the smallest result first. It is sent many times, so the effort pays. */
const codings: Partial<Record<Coding, (body: Buffer, done: Packed) => void>> = {
  br: (body, done) => zlib.brotliCompress(body, tightBrotli, done),
  ...(zstd && { zstd: (body, done) => zstd.zstdCompress(body, done) }),
  gzip: (body, done) => zlib.gzip(body, { level: 4 }, done),
};
type Coding = 'br' | 'zstd' | 'gzip';
const tightBrotli = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 4 } };
const codingNames = Object.keys(codings) as Coding[];
type Packed = (error: Error | null, packed: Buffer) => void;

/** Takes headers and body from a response, to be sent now and again later. */
export function keptOf(edition: string, response: Response, body: Buffer, lasting?: Lasting): Kept {
  const packs = body.length >= gzipFrom && isText(response.get('Content-Type'));
  if (packs) response.vary('Accept-Encoding');
  const { statusCode: status } = response;
  const [etag, modified] = [response.get('ETag'), response.get('Last-Modified')];
  const isFile = status === 200 && etag !== undefined && modified !== undefined;
  const parts = isFile ? { bytes: body.length, etag, modified: new Date(modified) } : null;
  const apart = [
    requestIdHeader.toLowerCase(),
    'cache-control',
    ...(parts ? ['etag', 'last-modified'] : []),
  ];
  const head = response
    .getHeaderNames()
    .filter((name) => !apart.includes(name))
    .flatMap((name) => [name, String(response.getHeader(name))]);
  const compressed = { packed: {}, packing: {} };
  return { edition, status, lasting, head, etag, body, packs, parts, ...compressed };
}

/** Bytes that a kept answer takes. Compressed copies, in two ways, add about a third. */
export const sizeOf = ({ body, packs }: Kept): number =>
  Math.round(body.length * (packs ? 1.35 : 1)) + 1000;

/**
 * Sends a kept answer: not at all if the reader already has it, else compressed or as it is. Returns false, and sends
 * nothing, if it must be compressed first (see `pack`). `own` are the headers of this request or time, names and values
 * alternating. All are given to Node at once, which is much quicker than one by one.
 */
export function send(
  kept: Kept,
  own: readonly string[],
  request: Asking,
  response: Answering,
): boolean {
  const { status, body, parts, etag } = kept;
  const head = [...kept.head, ...own];
  const coding = kept.packs ? codingFor(request, codingNames) : undefined;
  const sendWhole = (bytes: Buffer) => {
    response.writeHead(status, [...head, 'Content-Length', String(bytes.length)]);
    response.end(request.method === 'HEAD' ? undefined : bytes);
  };
  if (etag && isHeld(request, etag)) {
    response.writeHead(304, head).end();
  } else if (parts) {
    const { from, to, status, headers } = partOf(request, parts);
    response.writeHead(status, [...head, ...Object.entries(headers).flat()]);
    response.end(request.method === 'HEAD' ? undefined : body.subarray(from, to));
  } else if (!coding) {
    sendWhole(body);
  } else {
    const packed = kept.packed[coding];
    if (!packed) return false;
    head.push('Content-Encoding', coding);
    sendWhole(packed);
  }
  return true;
}

/** Compresses a kept answer for a reader: asynchronously, because a large one would block all other requests. */
export async function pack(kept: Kept, request: Asking): Promise<void> {
  const coding = codingFor(request, codingNames)!;
  kept.packing[coding] ??= new Promise((resolve, reject) => {
    codings[coding]!(kept.body, (error, packed) => (error ? reject(error) : resolve(packed)));
  });
  kept.packed[coding] = await kept.packing[coding];
}

/** The first of some ways to compress an answer that its reader accepts; undefined if it accepts none. */
function codingFor<C extends string>(request: Asking, names: readonly C[]): C | undefined {
  const accepted = accepts(request);
  return names.find((name) => accepted.encodings(name));
}

/** Whether the reader already has an answer: it names its validator, alone or in a list, or gives an asterisk. */
export function isHeld(request: Asking, etag: string): boolean {
  const held = request.headers['if-none-match']?.split(',').map((one) => one.trim()) ?? [];
  const same = (one: string) => one.replace(/^W\//, '') === etag.replace(/^W\//, '');
  return held.some((one) => one === '*' || same(one));
}
