import type { ServerResponse } from 'node:http';

export interface Patience {
  /** Milliseconds that a reader may keep an answer waiting. */
  wait: number;
  /** Bytes that earn one more second. */
  rate: number;
  /** How often it is looked at, in milliseconds. */
  every: number;
}

/** A minute, and for as long as a reader takes 4 KB a second: less than any network that people still use. */
const usual: Patience = { wait: 60_000, rate: 4096, every: 1000 };

/**
 * Cuts an answer off whose reader takes too little of it for too long; returns what ends the watch. It must be
 * written in pieces, for what is taken of a piece is not seen before all of it is.
 */
export function cutOffSlow(response: ServerResponse, patience: Patience = usual): () => void {
  const { socket } = response;
  if (!socket) return () => {};
  const { wait, rate, every } = patience;
  const before = socket.bytesWritten - socket.writableLength;
  let waited = 0;
  const watch = setInterval(() => {
    // Only while something is ready for the reader, so that our own slowness does not count against it.
    if (response.writableLength === 0) return;
    waited += every;
    const taken = socket.bytesWritten - socket.writableLength - before;
    if (waited > wait + (taken / rate) * 1000) response.destroy();
  }, every);
  return () => clearInterval(watch);
}
