import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { FileAtHand } from './taken.ts';
import type { TextTally } from './textTally.ts';

export interface Digest {
  sha256: string;
  bytes: number;
}

/** A file as it was given: what was hashed of it, and whether it is still what it was. */
export interface GivenFile {
  name: string;
  /** The address it was downloaded from; null where it was given as a file. */
  address: string | null;
  digest: Promise<Digest>;
  /** Whether nothing was written to it since it was taken, and all of it was hashed. */
  isUnchanged(): Promise<boolean>;
}

/** Takes a file, and begins to hash it and to count its bytes. */
export async function takeFile(
  { path, name, address }: FileAtHand,
  tally?: TextTally,
): Promise<GivenFile> {
  const before = await stateOf(path);
  const digest = digestOf(path, tally);
  digest.catch(() => {});
  return {
    name,
    address,
    digest,
    async isUnchanged() {
      const { bytes } = await digest;
      const after = await stateOf(path).catch(() => null);
      return after?.state === before.state && BigInt(bytes) === before.size;
    },
  };
}

/** What no one can write to a file without changing; throws where there is none. */
async function stateOf(path: string): Promise<{ state: string; size: bigint }> {
  const { dev, ino, size, mtimeNs, ctimeNs } = await stat(path, { bigint: true });
  return { state: [dev, ino, size, mtimeNs, ctimeNs].join(' '), size };
}

async function digestOf(path: string, tally?: TextTally): Promise<Digest> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    hash.update(chunk);
    tally?.add(chunk as Buffer);
    bytes += (chunk as Buffer).length;
  }
  return { sha256: hash.digest('hex'), bytes };
}
