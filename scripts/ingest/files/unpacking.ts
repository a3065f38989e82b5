import { createWriteStream } from 'node:fs';
import { Transform, type Writable } from 'node:stream';
import { type Limits, refusalOf } from '../limits.ts';
import { TextTally } from './textTally.ts';

/** A text being unpacked: the streams that count and limit it, its destination, and its counts. */
export interface Unpacking {
  counting: Transform;
  target: Writable;
  tally: TextTally;
}

/** A stream into the file `path` that fails as soon as the text exceeds a limit. */
export function unpackingTo(path: string, limits: Limits): Unpacking {
  const tally = new TextTally();
  const counting = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      tally.add(chunk);
      const { bytes, rows } = tally.sum;
      const refusal = refusalOf(limits, 'unpackedBytes', bytes) ?? refusalOf(limits, 'rows', rows);
      done(refusal ? new Error(refusal) : null, chunk);
    },
  });
  return { counting, target: createWriteStream(path), tally };
}
