import { type ExtractFile, openText } from './extractFile.ts';

/** Longer than any row of an extract. A longer "line" is cut, and so found to be malformed. */
const mostCharacters = 1 << 20;

/**
 * The lines of a file without their line endings, of whatever kind, many at a time. A lone CR ends a line only if the
 * file is written that way. Bytes that are not UTF-8 become U+FFFD.
 */
export async function* readLines(
  file: ExtractFile,
  carriageReturns: boolean,
): AsyncGenerator<string[]> {
  const decoder = new TextDecoder('utf-8');
  const ends = carriageReturns ? /\r\n|\n|\r/ : /\r?\n/;
  let rest = '';
  for await (const chunk of openText(file)) {
    const lines = (rest + decoder.decode(chunk as Buffer, { stream: true })).split(ends);
    rest = lines.pop()!;
    if (rest.length > mostCharacters) {
      lines.push(rest);
      rest = '';
    }
    yield lines;
  }
  rest += decoder.decode();
  if (rest) yield rest.split(ends);
}
