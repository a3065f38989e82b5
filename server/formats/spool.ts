import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** The same bytes, but only once all of them could be made: they wait in a file that is then removed. */
export async function* spooled(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'gp-online-'));
  try {
    const file = join(folder, 'answer');
    await pipeline(Readable.from(pieces, { objectMode: false }), createWriteStream(file));
    yield* createReadStream(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
