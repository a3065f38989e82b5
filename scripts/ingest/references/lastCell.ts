/**
 * Whether the last cell of a CSV cannot be part of a longer one though no line end follows it: letter by letter it
 * stands at the end of another line too, and no line ends in one that begins with it and goes on.
 */
export function isLastCellWhole(text: string, delimiter: string): boolean {
  const lines = text.split(/\r\n|\n|\r(?=.)/s);
  const last = lastCell(lines.pop()!, delimiter);
  const others = new Set(lines.slice(1).map((line) => lastCell(line, delimiter)));
  return others.has(last) && ![...others].some((one) => one !== last && one.startsWith(last));
}

const lastCell = (line: string, delimiter: string): string =>
  line.slice(line.lastIndexOf(delimiter) + 1);
