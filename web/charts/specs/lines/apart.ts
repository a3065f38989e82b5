/** The distance between the centres of neighbouring labels of one line each, in pixels. */
export const labelGap = 18;

/**
 * Moves labels apart so that none covers another, keeping the order of their values and staying within the height.
 * `sizes` are the heights of the labels including their gap. Labels of one line may extend beyond both ends.
 */
export function apart(
  wanted: readonly number[],
  sizes: readonly number[],
  height: number,
): number[] {
  const order = wanted.map((at, i) => ({ at, i })).sort((a, b) => a.at - b.at);
  const gap = (k: number) => (sizes[order[k - 1]!.i]! + sizes[order[k]!.i]!) / 2;
  const over = ({ i }: { i: number }) => (sizes[i]! - labelGap) / 2;
  order.forEach((one, k) => {
    one.at = Math.max(one.at, k ? order[k - 1]!.at + gap(k) : over(one));
  });
  for (let k = order.length - 1; k >= 0; k--) {
    const ceiling =
      k === order.length - 1 ? height - over(order[k]!) : order[k + 1]!.at - gap(k + 1);
    order[k]!.at = Math.min(order[k]!.at, ceiling);
  }
  const placed: number[] = [];
  for (const { at, i } of order) placed[i] = at;
  return placed;
}
