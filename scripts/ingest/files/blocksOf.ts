import { open } from 'node:fs/promises';

const blockBytes = 1 << 20;

/** The bytes of a file. Each block is valid until the next is asked for: new ones would take longer than reading. */
export async function* blocksOf(path: string): AsyncGenerator<Buffer> {
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
