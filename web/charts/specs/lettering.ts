/**
 * Breaks a name into as few lines as fit a width, at most `most`, of lengths as equal as its words allow. `letter` is
 * the usual width of a letter in pixels.
 */
export function inLines(
  name: string,
  { width, letter, most = 2 }: { width: number; letter: number; most?: number },
): string[] {
  const fits = (lines: string[]) => lines.every((line) => line.length * letter <= width);
  let lines = [name];
  for (let count = 2; count <= most && !fits(lines); count++) {
    lines = evenly(name.split(' '), count);
  }
  return lines;
}

/** Splits words into this many lines, or one per word if they are fewer, with the longest line as short as possible. */
function evenly(words: readonly string[], count: number): string[] {
  if (count === 1 || words.length === 1) return [words.join(' ')];
  const splits = words.slice(1).map((_, i) => {
    const rest = evenly(words.slice(i + 1), count - 1);
    return [words.slice(0, i + 1).join(' '), ...rest];
  });
  const longest = (lines: string[]) => Math.max(...lines.map(({ length }) => length));
  return splits.reduce((best, lines) => (longest(lines) < longest(best) ? lines : best));
}
