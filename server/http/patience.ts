import type { ServerResponse } from 'node:http';

export interface Patience {
  /** Milliseconds that a reader may keep an answer waiting. */
  wait: number;
  /** Bytes that earn one more second. */
  rate: number;
  /** How often to check, in milliseconds. */
  every: number;
}

/** A minute, extended as long as a reader takes 4 KB a second: less than any network still in use. */
const usual: Patience = { wait: 60_000, rate: 4096, every: 1000 };

/**
 * Cuts off an answer whose reader takes too little of it for too long; returns a function that ends the watch. The
 * answer must be written in small pieces, because progress shows only once a whole piece has been taken.
 */
export function cutOffSlow(response: ServerResponse, patience: Patience = usual): () => void {
  const { socket } = response;
  if (!socket) return () => {};
  const { wait, rate, every } = patience;
  const before = socket.bytesWritten - socket.writableLength;
  let waited = 0;
  const watch = setInterval(() => {
    // Counts only while something is ready for the reader, so that our own delay is not held against it.
    if (response.writableLength === 0) return;
    waited += every;
    const taken = socket.bytesWritten - socket.writableLength - before;
    if (waited > wait + (taken / rate) * 1000) response.destroy();
  }, every);
  return () => clearInterval(watch);
}
