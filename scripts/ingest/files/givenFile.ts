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
  /** Done when its text is counted. */
  counted: Promise<void>;
  digest: Promise<Digest>;
  /** Whether it has not been written to since `takeFile`, and all of it was hashed. */
  isUnchanged(): Promise<boolean>;
}

/**
 * Begins to count the bytes of a file and then, when others can begin to read what was counted, to hash them. A second
 * pass takes less time than they would wait.
 */
export async function takeFile(
  { path, name, address }: FileAtHand,
  tally?: FoldingTally,
): Promise<GivenFile> {
  const before = await stateOf(path);
  const counted = tally ? count(path, tally) : Promise.resolve();
  const digest = counted.then(() => digestOf(path));
  digest.catch(() => {});
  return {
    name,
    address,
    counted,
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

async function count(path: string, tally: FoldingTally): Promise<void> {
  for await (const block of blocksOf(path)) tally.add(block);
  tally.end();
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

const blockBytes = 1 << 20;

/** The bytes of a file. Each block is valid until the next is asked for: new ones would take longer than reading. */
async function* blocksOf(path: string): AsyncGenerator<Buffer> {
  const file = await open(path);
  try {
    const blocks = [Buffer.allocUnsafe(blockBytes), Buffer.allocUnsafe(blockBytes)];
    let coming = file.read(blocks[0]!, 0, blockBytes);
    for (let next = 1; ; next = 1 - next) {
      const { buffer, bytesRead } = await coming;
      if (bytesRead === 0) return;
      coming = file.read(blocks[next]!, 0, blockBytes);
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
