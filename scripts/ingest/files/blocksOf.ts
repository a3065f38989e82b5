import { open } from 'node:fs/promises';

const blockBytes = 1 << 20;

/** The bytes of a file. Each block is valid until the next is asked for: new ones would take longer than reading. */
export async function* blocksOf(path: string): AsyncGenerator<Buffer> {
  const file = await open(path);
  try {
    const blocks = [Buffer.allocUnsafe(blockBytes), Buffer.allocUnsafe(blockBytes)];
    const read = (into: number) => {
      const reading = file.read(blocks[into]!, 0, blockBytes);
      // Whoever takes the block is told of an error; before that nobody waits for it.
      reading.catch(() => {});
      return reading;
    };
    let coming = read(0);
    for (let next = 1; ; next = 1 - next) {
      const { buffer, bytesRead } = await coming;
      if (bytesRead === 0) return;
      coming = read(next);
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
