import { createHash } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import type { FoldingTally } from './foldingTally.ts';
import type { FileAtHand } from './taken.ts';

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
  tally?: FoldingTally,
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

/** Bytes read at once. */
const block = 1 << 20;

async function digestOf(path: string, tally?: FoldingTally): Promise<Digest> {
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await open(path);
  try {
    // One block is read while the other is counted; new ones each time would take longer than reading.
    const blocks = [Buffer.allocUnsafe(block), Buffer.allocUnsafe(block)];
    let coming = file.read(blocks[0]!, 0, block);
    for (let i = 1; ; i++) {
      const { buffer, bytesRead } = await coming;
      if (bytesRead === 0) break;
      coming = file.read(blocks[i % 2]!, 0, block);
      const chunk = buffer.subarray(0, bytesRead);
      hash.update(chunk);
      tally?.add(chunk);
      bytes += bytesRead;
    }
  } finally {
    await file.close();
  }
  tally?.end();
  return { sha256: hash.digest('hex'), bytes };
}
