import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { FileAtHand } from './taken.ts';
import type { TextTally } from './textTally.ts';

export interface Digest {
  sha256: string;
  bytes: number;
}

/** A file as it was given, with its hash and a check that it has not changed. */
export interface GivenFile {
  name: string;
  /** The address it was downloaded from; null if it was given as a file. */
  address: string | null;
  digest: Promise<Digest>;
  /** Whether it has not been written to since `takeFile`, and all of it was hashed. */
  isUnchanged(): Promise<boolean>;
}

/** Begins to hash a file and count its bytes. */
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

/** A value that changes whenever the file is written to; throws if the file does not exist. */
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
