import { createWriteStream } from 'node:fs';
import { Transform, type Writable } from 'node:stream';
import { type Limits, refusalOf } from '../limits.ts';
import { TextTally } from './textTally.ts';

/** A text being unpacked: what counts and bounds it on its way, where it goes, and what it comes to. */
export interface Unpacking {
  counting: Transform;
  target: Writable;
  tally: TextTally;
}

/** A way out of a packed file into `path` that fails as soon as the text is beyond a limit. */
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
