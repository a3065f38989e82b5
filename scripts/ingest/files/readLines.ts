import { isUtf8 } from 'node:buffer';
import { type ExtractFile, openText } from './extractFile.ts';

/** Longer than any row of an extract. A longer "line" is cut, and so found to be malformed. */
const mostBytes = 1 << 20;

/** A line without its line ending. */
export interface Line {
  text: string;
  /** Whether it is written in UTF-8. Bytes that are not are U+FFFD in its text, which may also have been given. */
  isUtf8: boolean;
}

const byteOrderMark = /^\xef\xbb\xbf/;

/** The lines of a file, many at a time. A lone CR ends a line only if the file is written that way. */
export async function* readLines(
  file: ExtractFile,
  carriageReturns: boolean,
): AsyncGenerator<Line[]> {
  const ends = carriageReturns ? /\r\n|\n|\r/ : /\r?\n/;
  let rest: string | undefined;
  for await (const chunk of openText(file)) {
    // One character a byte until the lines are known, because only they show which of them is not UTF-8.
    const bytes: string = (chunk as Buffer).toString('latin1');
    const lines: string[] = (
      rest === undefined ? bytes.replace(byteOrderMark, '') : rest + bytes
    ).split(ends);
    rest = lines.pop()!;
    if (rest.length > mostBytes) {
      lines.push(rest);
      rest = '';
    }
    yield lines.map(lineOf);
  }
  if (rest) yield rest.split(ends).map(lineOf);
}

function lineOf(bytes: string): Line {
  if (!/[\x80-\xff]/.test(bytes)) return { text: bytes, isUtf8: true };
  const buffer = Buffer.from(bytes, 'latin1');
  return { text: buffer.toString('utf8'), isUtf8: isUtf8(buffer) };
}
