import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { blocksOf } from './blocksOf.ts';
import type { FileAtHand } from './taken.ts';

export interface Digest {
  sha256: string;
  bytes: number;
}

/** What changes whenever a file is written to, and its bytes. */
export interface FileState {
  identity: string;
  size: bigint;
}

/** A file as it was given, with its hash and a check that it has not changed. */
export interface GivenFile {
  name: string;
  /** The address it was downloaded from; null if it was given as a file. */
  address: string | null;
  digest: Promise<Digest>;
  /** Whether it is still in the state it was taken in, and all of it was hashed. */
  isUnchanged(): Promise<boolean>;
}

/** Begins to hash a file. `before` is the state that it must keep. */
export function takeFile({ path, name, address }: FileAtHand, before: FileState): GivenFile {
  const digest = digestOf(path);
  digest.catch(() => {});
  return {
    name,
    address,
    digest,
    async isUnchanged() {
      const { bytes } = await digest;
      return isAsItWas(path, before) && BigInt(bytes) === before.size;
    },
  };
}

/** The state of a file now; throws if it does not exist. */
export function stateOf(path: string): FileState {
  const { dev, ino, size, mtimeNs, ctimeNs } = statSync(path, { bigint: true });
  return { identity: [dev, ino, mtimeNs, ctimeNs].join(' '), size };
}

function isAsItWas(path: string, before: FileState): boolean {
  try {
    return isDeepStrictEqual(stateOf(path), before);
  } catch {
    return false;
  }
}

async function digestOf(path: string): Promise<Digest> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const block of blocksOf(path)) {
    hash.update(block);
    bytes += block.length;
  }
  return { sha256: hash.digest('hex'), bytes };
}
