/**
 * Whether the last cell of a CSV without a final line ending is complete: another line ends in exactly the same cell,
 * and none ends in a longer cell that begins with it.
 */
export function isLastCellWhole(text: string, delimiter: string): boolean {
  const lines = text.split(/\r\n|\n|\r(?=.)/s);
  const last = lastCell(lines.pop()!, delimiter);
  const others = new Set(lines.slice(1).map((line) => lastCell(line, delimiter)));
  return others.has(last) && ![...others].some((one) => one !== last && one.startsWith(last));
}

const lastCell = (line: string, delimiter: string): string =>
  line.slice(line.lastIndexOf(delimiter) + 1);
