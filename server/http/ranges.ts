import type { Request } from 'express';
import { HttpError } from '../errors.ts';

/** What is sent, as its readers know it again: its size, its strong validator and when it was made. */
export interface Sized {
  bytes: number;
  etag: string;
  modified: Date;
}

/** Bytes from one place to before another. */
export interface Span {
  from: number;
  to: number;
}

/** How an answer that can be read in parts is sent: which of its bytes, and what its head says of that. */
export interface Part extends Span {
  status: 200 | 206;
  headers: Record<string, string>;
}

/**
 * The part of an answer that its reader asks for: all of it where no part is asked for or more than one, or where the
 * reader holds parts of another. Throws 416 where it begins behind the end. Source: RFC 9110, section 14; a HEAD is
 * answered alike, as other servers do, because DuckDB in a browser asks so whether it can read in parts.
 */
export function partOf(request: Request, sized: Sized): Part {
  const { bytes, etag, modified } = sized;
  const headers = {
    'Accept-Ranges': 'bytes',
    ETag: etag,
    'Last-Modified': modified.toUTCString(),
  };
  const span = isSameFor(request, sized) && spanIn(request, bytes);
  const { from, to } = span || { from: 0, to: bytes };
  const length = { 'Content-Length': String(to - from) };
  if (!span) return { from, to, status: 200, headers: { ...headers, ...length } };
  const range = { 'Content-Range': `bytes ${from}-${to - 1}/${bytes}` };
  return { from, to, status: 206, headers: { ...headers, ...length, ...range } };
}

function spanIn(request: Request, bytes: number): Span | null {
  const ranges = request.range(bytes, { combine: true });
  if (ranges === -1) throw new OutOfRange(request.headers.range!, bytes);
  if (!ranges || ranges === -2 || ranges.type !== 'bytes' || ranges.length !== 1) return null;
  const { start, end } = ranges[0]!;
  return { from: start, to: end + 1 };
}

/** A part that begins behind the end of what there is. */
export class OutOfRange extends HttpError {
  constructor(
    asked: string,
    readonly bytes: number,
  ) {
    super(416, `there are ${bytes} bytes, and none of those asked for: ${asked.slice(0, 100)}`);
  }
}

/** Whether the answer is still the one that the reader holds a part of, where they say which. */
function isSameFor({ headers }: Request, { etag, modified }: Sized): boolean {
  const held = headers['if-range'] as string | undefined;
  if (held === undefined) return true;
  if (/^(W\/)?"/.test(held)) return held === etag;
  return held === modified.toUTCString();
}
