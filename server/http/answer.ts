import { createHash } from 'node:crypto';
import { Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { LRUCache } from 'lru-cache';
import { Busy } from '../errors.ts';
import { isText } from '../formats/format.ts';
import { software } from '../software.ts';
import type { FileBytes } from '../store/fileBytes.ts';
import type { Answering, Asking } from './asking.ts';
import { Flights } from './flights.ts';
import type { Keeping, Lasting } from './keeping.ts';
import { type Kept, keptOf, pack, packingFor, send, sizeOf } from './kept.ts';
import { aboutOf, requestIdHeader } from './logging.ts';
import type { Origins } from './origins.ts';
import { cutOffSlow } from './patience.ts';
import { isCutOff } from './problems.ts';
import { partOf } from './ranges.ts';

/** The content of a whole answer. */
export interface Whole {
  status?: number;
  lasting?: Lasting;
  headers: Record<string, string>;
  body: string | Uint8Array;
}

/** Makes a whole answer, until the signal says that nobody is waiting for it. */
type Make = (left: AbortSignal) => Promise<Whole>;

/** A request to answer, and the address under which its answer is kept. */
export interface Asker {
  /** The state of the releases. A kept answer is sent again as long as it stays the same. */
  edition: string;
  request: Request;
  response: Response;
  /** The address of the answer; that of the request if not given. */
  address?: string;
}

type Asked = Pick<Asker, 'edition' | 'address'> & { request: Asking };

/** Keeps answers by origin and address, up to a number of bytes, until the releases change. */
export class Answers {
  private readonly kept = new LRUCache<string, Kept>({
    maxSize: 128 << 20,
    sizeCalculation: sizeOf,
  });
  private readonly flights = new Flights<Whole>();

  constructor(
    private readonly origins: Origins,
    private readonly keeping: Keeping,
  ) {}

  /** Sends a kept answer of the same edition if nothing remains to be done to it; returns false if it did not. */
  sendReady(edition: string, request: Asking, response: Answering): boolean {
    const kept = this.find({ edition, request });
    return kept !== undefined && this.send(kept, request, response, true);
  }

  /** Sends a kept answer of the same edition; returns false if there is none. */
  private async sendKept(asker: Asker): Promise<boolean> {
    const kept = this.find(asker);
    if (kept) await this.sendPacked(kept, asker, true);
    return kept !== undefined;
  }

  private find({ edition, request, address }: Asked): Kept | undefined {
    const asks = request.method === 'GET' || request.method === 'HEAD';
    const kept = asks ? this.kept.get(this.origins.keyOf(request, address)) : undefined;
    return kept?.edition === edition ? kept : undefined;
  }

  /**
   * Sends a whole answer, and keeps it if it is good. It is made once for all who ask for it at the time, and cancelled
   * when all of them have left.
   */
  async whole(asker: Asker, make: Make): Promise<void> {
    const { edition, request, response } = asker;
    if (await this.sendKept(asker)) return;
    const key = this.origins.keyOf(request, asker.address);
    const made = await this.made(`${edition} ${key}`, goneOf(response), make);
    // Someone who waited for the same answer may have kept it already.
    if (!made || (await this.sendKept(asker))) return;
    const { status = 200, headers, body, lasting } = made;
    const kept = keptOf(edition, response.status(status).set(headers), Buffer.from(body), lasting);
    if (status === 200 && this.origins.keeps(request)) this.kept.set(key, kept);
    await this.sendPacked(kept, asker, false);
  }

  /** Sends an answer, compressed as its reader accepts. */
  private async sendPacked(
    kept: Kept,
    { request, response }: Asker,
    isKept: boolean,
  ): Promise<void> {
    while (!this.send(kept, request, response, isKept)) await pack(kept, request);
  }

  private send(kept: Kept, request: Asking, response: Answering, isKept: boolean): boolean {
    const lasts = this.keeping.of(kept.status, kept.lasting, kept.edition);
    const own = [requestIdHeader, aboutOf(response).id, 'Cache-Control', lasts];
    response.locals.isKept = isKept;
    return send(kept, own, request, response);
  }

  /** Makes something once for all who wait for it; undefined for those who have left. */
  private async made(key: string, gone: AbortSignal, make: Make): Promise<Whole | undefined> {
    let own = false;
    const makeOwn: Make = (left) => {
      own = true;
      return make(left);
    };
    for (;;) {
      try {
        return await this.flights.join(key, gone, makeOwn);
      } catch (error) {
        if (error instanceof Left) return undefined;
        // Another client's limit must not stop this one.
        const another = !own && error instanceof Busy && error.status === 429;
        if (!another) throw error;
      }
    }
  }

  /**
   * Sends pieces as they come, no faster than they are read. A reader who is too slow is cut off. Rejects before
   * anything is sent if there is no first piece.
   */
  async flow(
    { request, response }: Asker,
    headers: Record<string, string>,
    pieces: AsyncIterable<Piece>,
  ): Promise<void> {
    const packs = isText(headers['Content-Type']);
    const packing = packs ? packingFor(request) : null;
    await pour(request, response, pieces, () => {
      response.status(200).set(headers);
      if (packs) response.vary('Accept-Encoding');
      if (packing) response.set('Content-Encoding', packing.coding);
      return packing ? [packing.begin()] : [];
    });
  }

  /** Sends a file, or the part asked for, as a stream. Throws 416 if it has no such part. */
  async file(
    { request, response }: Asker,
    { ETag: etag, ...headers }: Record<string, string> & { ETag: string },
    { bytes, modified, read }: FileBytes,
  ): Promise<void> {
    const { from, to, ...part } = partOf(request, { bytes, modified, etag });
    await pour(request, response, read(from, to), () => {
      response.status(part.status).set({ ...headers, ...part.headers });
      return [];
    });
  }
}

/** Writes pieces to a response; `begin` sets its head once the first piece exists. */
async function pour(
  request: Request,
  response: Response,
  pieces: AsyncIterable<Piece>,
  begin: () => Transform[],
): Promise<void> {
  const iterator = pieces[Symbol.asyncIterator]();
  let end = () => {};
  try {
    const first = await iterator.next();
    const through = begin();
    if (request.method === 'HEAD') {
      await iterator.return?.();
      response.end();
      return;
    }
    end = cutOffSlow(response);
    // Logging, counting, limiting and sending all listen for its end. That exceeds Node's threshold for warning of a
    // leak, but is none.
    response.setMaxListeners(30);
    const body = Readable.from(bytesOf(first, iterator), { objectMode: false });
    await pipeline([body, ...through, response]);
  } catch (error) {
    if (!(error instanceof Left) && !isCutOff(error)) throw error;
  } finally {
    end();
  }
}

type Piece = string | Uint8Array;

async function* bytesOf(
  first: IteratorResult<Piece>,
  rest: AsyncIterator<Piece>,
): AsyncGenerator<Uint8Array> {
  try {
    for (let piece = first; !piece.done; piece = await rest.next()) {
      const { value } = piece;
      // Bytes are passed on as they are: copying them would take half the time of sending a file.
      yield typeof value === 'string' ? Buffer.from(value) : value;
    }
  } finally {
    await rest.return?.();
  }
}

/** The reason for cancelling work on an answer. */
class Left extends Error {
  override readonly message = 'nobody waits for the answer any more';
}

/** A signal for when a reader has left. */
export function goneOf(response: Response): AbortSignal {
  const gone = new AbortController();
  if (response.destroyed) gone.abort(new Left());
  response.on('close', () => gone.abort(new Left()));
  return gone.signal;
}

/** A tag for an answer: the same software gives the same figures for the same release and address. */
export const tagOf = (...parts: string[]): string =>
  createHash('sha256')
    .update([software, ...parts].join('\n'))
    .digest('base64url')
    .slice(0, 27);

/** A weak validator of an answer, because it may be compressed on its way. */
export const etagOf = (...parts: string[]): string => `W/"${tagOf(...parts)}"`;
