import rangesIn from 'range-parser';
import { HttpError } from '../errors.ts';
import type { Asking } from './asking.ts';

/** What identifies something sent in parts: its size, its strong validator and when it was made. */
export interface Sized {
  bytes: number;
  etag: string;
  modified: Date;
}

/** A range of bytes, `to` excluded. */
export interface Span {
  from: number;
  to: number;
}

/** Which bytes of an answer are sent, and how its head describes them. */
export interface Part extends Span {
  status: 200 | 206;
  headers: Record<string, string>;
}

type Asker = Pick<Asking, 'headers'>;

/**
 * The part of an answer that its reader asks for. All of it if no part or several are asked for, or if the reader has
 * parts of a different version. Throws 416 if the part begins beyond the end. Source: RFC 9110, section 14. HEAD is
 * answered alike, as other servers do, because that is how DuckDB in a browser finds out whether it can read in parts.
 */
export function partOf(request: Asker, sized: Sized): Part {
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

function spanIn({ headers: { range } }: Asker, bytes: number): Span | null {
  if (range === undefined) return null;
  const ranges = rangesIn(bytes, range, { combine: true });
  if (ranges === -1) throw new OutOfRange(range, bytes);
  if (ranges === -2 || ranges.type !== 'bytes' || ranges.length !== 1) return null;
  const { start, end } = ranges[0]!;
  return { from: start, to: end + 1 };
}

/** A part that begins beyond the end. */
export class OutOfRange extends HttpError {
  constructor(
    asked: string,
    readonly bytes: number,
  ) {
    super(416, `there are ${bytes} bytes, and none of those asked for: ${asked.slice(0, 100)}`);
  }
}

/** Whether the answer is still the version that the reader has a part of, if it says which. */
function isSameFor({ headers }: Asker, { etag, modified }: Sized): boolean {
  const held = headers['if-range'] as string | undefined;
  if (held === undefined) return true;
  if (/^(W\/)?"/.test(held)) return held === etag;
  return held === modified.toUTCString();
}
