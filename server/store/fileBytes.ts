import { open, stat } from 'node:fs/promises';
import { HttpError } from '../errors.ts';

/** A file to be sent: its size and age, known before it is read, and a stream of its bytes. */
export interface FileBytes {
  bytes: number;
  modified: Date;
  /** Its bytes, or those from `from` up to but not including `to`. */
  read(from?: number, to?: number): AsyncGenerator<Uint8Array>;
}

const pieceBytes = 256 << 10;

/**
 * The bytes of a file, piece by piece. Throws 503 if it cannot be read. Fails if the file changes or is cut after its
 * size was read, so that nobody takes part of it for the whole.
 */
export async function fileBytes(path: string, what: string): Promise<FileBytes> {
  const { size: bytes, mtime: modified } = await stat(path).catch((error) => refuse(error, what));
  return {
    bytes,
    modified,
    read: (from = 0, to = bytes) => read({ path, bytes, from, to, what }),
  };
}

interface Reading {
  path: string;
  bytes: number;
  from: number;
  to: number;
  what: string;
}

async function* read({ path, bytes, from, to, what }: Reading): AsyncGenerator<Uint8Array> {
  const file = await open(path).catch((error) => refuse(error, what));
  try {
    for (let at = from; at < to; ) {
      const piece = Buffer.allocUnsafe(Math.min(pieceBytes, to - at));
      const { bytesRead } = await file.read(piece, 0, piece.length, at);
      if (bytesRead === 0) {
        throw new Error(`${what} was cut while it was sent: ${at} of ${bytes} bytes`);
      }
      yield piece.subarray(0, bytesRead);
      at += bytesRead;
    }
    const { size } = await file.stat();
    if (size !== bytes) throw new Error(`${what} was changed while it was sent: ${size} bytes`);
  } finally {
    await file.close();
  }
}

function refuse({ code }: NodeJS.ErrnoException, what: string): never {
  const cause = code === 'ENOENT' ? 'it is no longer there' : `the system says ${code}`;
  throw new HttpError(503, `${what} cannot be read: ${cause}`);
}
