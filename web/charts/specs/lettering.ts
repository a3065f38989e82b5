/**
 * A name in as few lines as fit so many pixels, at most `most`, and these as alike in length as its words allow.
 * `letter` is how many pixels a letter usually takes.
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

/** Words in so many lines, or one each where they are fewer, the longest line as short as can be. */
function evenly(words: readonly string[], count: number): string[] {
  if (count === 1 || words.length === 1) return [words.join(' ')];
  const splits = words.slice(1).map((_, i) => {
    const rest = evenly(words.slice(i + 1), count - 1);
    return [words.slice(0, i + 1).join(' '), ...rest];
  });
  const longest = (lines: string[]) => Math.max(...lines.map(({ length }) => length));
  return splits.reduce((best, lines) => (longest(lines) < longest(best) ? lines : best));
}
