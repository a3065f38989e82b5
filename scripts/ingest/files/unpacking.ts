import { createWriteStream } from 'node:fs';
import { Transform, type Writable } from 'node:stream';
import { type Limits, refusalOf } from '../limits.ts';
import { FoldedFile } from './foldedFile.ts';
import { FoldingTally } from './foldingTally.ts';
import type { TextFile } from './textTally.ts';

/** A text being unpacked: the streams that count and limit it, its destination, and what it is once it is there. */
export interface Unpacking {
  counting: Transform;
  target: Writable;
  text: TextFile;
}

/** A stream into the file `path` that fails as soon as the text exceeds a limit. */
export function unpackingTo(path: string, limits: Limits): Unpacking {
  const foldedPath = `${path}.folded`;
  const tally = new FoldingTally(new FoldedFile(foldedPath));
  const counting = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      tally.add(chunk);
      const { bytes, rows } = tally.sum;
      const refusal = refusalOf(limits, 'unpackedBytes', bytes) ?? refusalOf(limits, 'rows', rows);
      done(refusal ? new Error(refusal) : null, chunk);
    },
    flush(done) {
      tally.end();
      done();
    },
  });
  const text = {
    path,
    partCounted: () => 1,
    tally: async () => tally.sum,
    folded: async () => (tally.isFolded ? foldedPath : null),
  };
  return { counting, target: createWriteStream(path), text };
}
