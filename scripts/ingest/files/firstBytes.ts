import { closeSync, openSync, readSync } from 'node:fs';

/** The first bytes of a file, fewer if it has not so many. */
export function firstBytes(path: string, most: number): Buffer {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(most);
    return bytes.subarray(0, readSync(file, bytes, 0, most, 0));
  } finally {
    closeSync(file);
  }
}

/** How a file is packed, by its first bytes; null for one that is not. */
export function packingOf(path: string): 'zip' | 'gzip' | null {
  const start = firstBytes(path, 4);
  if (start.toString('latin1').startsWith('PK')) return 'zip';
  return start[0] === 0x1f && start[1] === 0x8b ? 'gzip' : null;
}
